/** The buttons that print lessons and flashcards. */
@NullMarked
package tokenwalk.app.printing.view;

import org.jspecify.annotations.NullMarked;
