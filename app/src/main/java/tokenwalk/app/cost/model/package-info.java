/** What a step costs: counted from the shapes, measured on this computer, and of a model that is typed in. */
@NullMarked
package tokenwalk.app.cost.model;

import org.jspecify.annotations.NullMarked;
