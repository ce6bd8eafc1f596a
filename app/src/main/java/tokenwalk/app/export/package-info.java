/** Pictures of what is on screen, as files. */
@NullMarked
package tokenwalk.app.export;

import org.jspecify.annotations.NullMarked;
