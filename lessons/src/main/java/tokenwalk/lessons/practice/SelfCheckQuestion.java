package tokenwalk.lessons.practice;

import tokenwalk.lessons.prose.Prose;

/**
 * An open question that the learner judges.
 *
 * @param id what the given answer is kept under
 * @param title what it is about, in a few words
 * @param answer what a good answer holds
 */
public record SelfCheckQuestion(String id, String title, Prose question, Prose answer) {}
