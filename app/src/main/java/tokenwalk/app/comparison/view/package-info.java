/** What screens need to show two models beside each other. */
@NullMarked
package tokenwalk.app.comparison.view;

import org.jspecify.annotations.NullMarked;
