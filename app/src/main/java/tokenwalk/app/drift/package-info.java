/** The drift picture: where each token's residual vector stands, level by level. */
@NullMarked
package tokenwalk.app.drift;

import org.jspecify.annotations.NullMarked;
