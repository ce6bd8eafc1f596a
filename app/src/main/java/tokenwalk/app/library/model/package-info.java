/** What models there are, on this computer and to be fetched; opening, fetching and removing them. */
@NullMarked
package tokenwalk.app.library.model;

import org.jspecify.annotations.NullMarked;
