/** What a lesson may say about the loaded model and the text it read: expressions, computed when they are shown. */
@NullMarked
package tokenwalk.lessons.fact;

import org.jspecify.annotations.NullMarked;
