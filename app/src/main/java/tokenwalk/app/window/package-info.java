/** The main window: top bar, pipeline, the open screen, and the keys that work everywhere. */
@NullMarked
package tokenwalk.app.window;

import org.jspecify.annotations.NullMarked;
