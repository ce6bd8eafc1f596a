/** Models from elsewhere: the catalogue, the Hugging Face hub they are loaded from, and the folder they are kept in. */
@NullMarked
package tokenwalk.runtime.hub;

import org.jspecify.annotations.NullMarked;
