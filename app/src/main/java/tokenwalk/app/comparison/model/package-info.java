/** Two models at once: a second one that reads what the first reads. */
@NullMarked
package tokenwalk.app.comparison.model;

import org.jspecify.annotations.NullMarked;
