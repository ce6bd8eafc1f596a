/** Where a number on screen comes from: its formula with the real inputs, and the runtime's own source lines. */
@NullMarked
package tokenwalk.app.provenance;

import org.jspecify.annotations.NullMarked;
