/** The screen «Logits». */
@NullMarked
package tokenwalk.app.logits;

import org.jspecify.annotations.NullMarked;
