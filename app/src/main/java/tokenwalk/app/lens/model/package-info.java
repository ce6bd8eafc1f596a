/** What a token is near to, level by level. */
@NullMarked
package tokenwalk.app.lens.model;

import org.jspecify.annotations.NullMarked;
