package tokenwalk.app.lesson.model;

import tokenwalk.app.progress.ProgressModel;

/** All that teaches: the lessons, the one being played, what was learnt, and the states that lessons put the app in. */
public record Learning(LessonShelf shelf, LessonPlayer player, ProgressModel progress, StateSetter states) {}
