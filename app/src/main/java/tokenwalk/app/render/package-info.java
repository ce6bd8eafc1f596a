/** The app without a display: pictures of its screens, on the real model. */
@NullMarked
package tokenwalk.app.render;

import org.jspecify.annotations.NullMarked;
