/** The screen «MLP». */
@NullMarked
package tokenwalk.app.mlp;

import org.jspecify.annotations.NullMarked;
