/** The commands that need no window: trace, tokenize, detokenize, generate, info, bench, models. */
@NullMarked
package tokenwalk.runtime.cli;

import org.jspecify.annotations.NullMarked;
