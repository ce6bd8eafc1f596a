/** What is practised, and how far the learner has come. */
@NullMarked
package tokenwalk.app.practice.model;

import org.jspecify.annotations.NullMarked;
