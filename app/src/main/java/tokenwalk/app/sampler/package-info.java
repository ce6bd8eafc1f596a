/** The screen «Softmax and sampler». */
@NullMarked
package tokenwalk.app.sampler;

import org.jspecify.annotations.NullMarked;
