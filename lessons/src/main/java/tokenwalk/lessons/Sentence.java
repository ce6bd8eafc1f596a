package tokenwalk.lessons;

/** A sentence worth showing. */
public record Sentence(String title) {}
