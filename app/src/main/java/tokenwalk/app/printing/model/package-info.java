/** Writing PDFs in the background, and what became of them. */
@NullMarked
package tokenwalk.app.printing.model;

import org.jspecify.annotations.NullMarked;
