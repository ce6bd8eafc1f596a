package tokenwalk.runtime.generation;

import tokenwalk.runtime.trace.Trace;
import tokenwalk.runtime.transformer.PassClock;

/**
 * A trace, and how long its parts took.
 *
 * @param newTokens how many tokens went through the model; the others were in the cache
 * @param clock the time of the pass, all 0 where nothing was new
 * @param unembedding milliseconds of the last token's scores
 */
public record TimedTrace(Trace trace, int newTokens, PassClock clock, double unembedding) {}
