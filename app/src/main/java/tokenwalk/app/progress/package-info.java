/** What the learner has done, kept on disk. */
@NullMarked
package tokenwalk.app.progress;

import org.jspecify.annotations.NullMarked;
