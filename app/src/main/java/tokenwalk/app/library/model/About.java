package tokenwalk.app.library.model;

/**
 * What a teacher wants to know of a model.
 *
 * @param language that it was trained on
 * @param shows what it is good to show, in a sentence
 */
public record About(String licence, String language, String shows) {}
