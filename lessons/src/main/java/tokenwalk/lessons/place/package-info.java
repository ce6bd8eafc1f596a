/** What a lesson can point at: screens and the parts of them, by the words on screen, never by node ids. */
@NullMarked
package tokenwalk.lessons.place;

import org.jspecify.annotations.NullMarked;
