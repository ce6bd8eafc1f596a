/** The panel «Generating the next token». */
@NullMarked
package tokenwalk.app.generation.view;

import org.jspecify.annotations.NullMarked;
