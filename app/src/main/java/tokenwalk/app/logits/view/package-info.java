/** The panels of the screen «Logits». */
@NullMarked
package tokenwalk.app.logits.view;

import org.jspecify.annotations.NullMarked;
