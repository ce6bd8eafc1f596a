/** Finds on screen what a lesson points at. */
@NullMarked
package tokenwalk.app.pointing;

import org.jspecify.annotations.NullMarked;
