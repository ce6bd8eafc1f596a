/** The pieces that screens are built from: tokens, bars, strips, grids, the level slider. They know no model. */
@NullMarked
package tokenwalk.app.controls;

import org.jspecify.annotations.NullMarked;
