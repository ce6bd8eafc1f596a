/** Token chips, attention, queries, keys and values. */
@NullMarked
package tokenwalk.app.attention.view;

import org.jspecify.annotations.NullMarked;
