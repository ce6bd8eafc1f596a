/** The numbers of the drift picture: what is fitted, what is left out, where every token stands. */
@NullMarked
package tokenwalk.app.drift.model;

import org.jspecify.annotations.NullMarked;
