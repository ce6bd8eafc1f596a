/** The cards of the practice screens. */
@NullMarked
package tokenwalk.app.practice.view;

import org.jspecify.annotations.NullMarked;
