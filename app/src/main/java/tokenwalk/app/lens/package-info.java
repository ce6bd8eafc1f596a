/** The screen «Lens», and what it reads. */
@NullMarked
package tokenwalk.app.lens;

import org.jspecify.annotations.NullMarked;
