/** What is practised beside the lessons: the tiny logits lab, the self-check, flashcards and when they are due. */
@NullMarked
package tokenwalk.lessons.practice;

import org.jspecify.annotations.NullMarked;
