/** The panel «Highlighted token». */
@NullMarked
package tokenwalk.app.lens.view;

import org.jspecify.annotations.NullMarked;
