/** How the runtime's tokens are written on screen, and controls that follow the session's tokens. */
@NullMarked
package tokenwalk.app.labels;

import org.jspecify.annotations.NullMarked;
