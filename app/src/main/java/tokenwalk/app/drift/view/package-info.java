/** How the drift picture is drawn. */
@NullMarked
package tokenwalk.app.drift.view;

import org.jspecify.annotations.NullMarked;
