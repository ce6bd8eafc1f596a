/** Markdown with facts in it, as blocks and inlines that a window or a printed page can show. */
@NullMarked
package tokenwalk.lessons.prose;

import org.jspecify.annotations.NullMarked;
