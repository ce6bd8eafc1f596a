/** Showing the program to a class: the band with the lesson's words, the teacher's notes, the spotlight. */
@NullMarked
package tokenwalk.app.presenter;

import org.jspecify.annotations.NullMarked;
