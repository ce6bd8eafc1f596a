/** The panels of the screen «Softmax and sampler». */
@NullMarked
package tokenwalk.app.sampler.view;

import org.jspecify.annotations.NullMarked;
