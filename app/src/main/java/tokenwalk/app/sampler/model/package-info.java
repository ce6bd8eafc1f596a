/** What the sampler's panels share: the rows, and the token they all point at. */
@NullMarked
package tokenwalk.app.sampler.model;

import org.jspecify.annotations.NullMarked;
