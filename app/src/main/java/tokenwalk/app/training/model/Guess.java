package tokenwalk.app.training.model;

import tokenwalk.runtime.token.Token;

/**
 * What the model says at one position about the token that really comes next.
 *
 * @param position of the input, counted from 0
 * @param input the last token it may look at
 * @param target the token that comes next, one position further
 * @param probability what it gives to the target
 * @param loss −ln of the probability, in nats
 * @param best the token it would have said
 */
public record Guess(int position, Token input, Token target, double probability, double loss, Token best) {}
