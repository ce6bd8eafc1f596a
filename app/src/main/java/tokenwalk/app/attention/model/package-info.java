/** What one head of one layer does with the chosen token. */
@NullMarked
package tokenwalk.app.attention.model;

import org.jspecify.annotations.NullMarked;
