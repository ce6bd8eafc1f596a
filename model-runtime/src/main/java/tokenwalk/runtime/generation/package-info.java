/** The decode loop and what surrounds it: the prompt of a chat, the text as it grows, and the reasons to stop. */
@NullMarked
package tokenwalk.runtime.generation;

import org.jspecify.annotations.NullMarked;
