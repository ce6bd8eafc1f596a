/** Lesson files and packs: reading, checking and watching them. */
@NullMarked
package tokenwalk.lessons.file;

import org.jspecify.annotations.NullMarked;
