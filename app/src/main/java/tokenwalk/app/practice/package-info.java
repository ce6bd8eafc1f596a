/** Practice beside the lessons: the tiny logits lab, the self-check, the flashcards. */
@NullMarked
package tokenwalk.app.practice;

import org.jspecify.annotations.NullMarked;
