/** A language model, opened: tokenizer, transformer and what the file tells about itself. */
@NullMarked
package tokenwalk.runtime.model;

import org.jspecify.annotations.NullMarked;
