/** Work off the FX thread, results delivered on it. */
@NullMarked
package tokenwalk.app.background;

import org.jspecify.annotations.NullMarked;
