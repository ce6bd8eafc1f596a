package tokenwalk.lessons.print;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.openpdf.text.Element;
import org.openpdf.text.Paragraph;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import tokenwalk.lessons.fact.FactException;
import tokenwalk.lessons.fact.FactValue;
import tokenwalk.lessons.fact.LiveFacts;
import tokenwalk.lessons.lesson.About;
import tokenwalk.lessons.lesson.Answer;
import tokenwalk.lessons.lesson.Lesson;
import tokenwalk.lessons.lesson.Step;
import tokenwalk.lessons.prose.Inline;
import tokenwalk.lessons.prose.Prose;
import tokenwalk.lessons.reading.LessonReadings;
import tokenwalk.runtime.model.LanguageModel;

/** The parts of a worksheet or its key, in order; each stays on one page where it fits on one. */
final class LessonPage {
    private static final Style BODY = Style.of(10.5f);
    private static final Style SMALL = Style.of(8.5f).in(Ink.MUTED);
    private static final float NUMBER_COLUMN = 24;

    private final Lesson lesson;
    private final LessonReadings readings;
    private final boolean key;
    private final Typesetter typesetter;
    private final Boxes boxes;
    private final float width;

    /** @param width of a line, in points */
    LessonPage(Lesson lesson, LessonReadings readings, boolean key, Typesetter typesetter, Boxes boxes, float width) {
        this.lesson = lesson;
        this.readings = readings;
        this.key = key;
        this.typesetter = typesetter;
        this.boxes = boxes;
        this.width = width;
    }

    List<Element> parts() {
        List<Element> parts = new ArrayList<>(heading());
        int number = 0;
        String shown = "";
        for (int i = 0; i < lesson.steps().size(); i++) {
            Step step = lesson.steps().get(i);
            if (step.frame().text().isEmpty()) {
                continue; // a state without words: the learner sees no step
            }
            try {
                LiveFacts facts = readings.at(i);
                String now = ReadWords.of(facts.text());
                parts.add(step(++number, step, facts, now.equals(shown) ? List.of() : List.of(textLine(facts))));
                shown = now;
            } catch (FactException e) {
                throw new FactException("Step %d of the lesson «%s»: %s".formatted(i + 1, lesson.id(), e.getMessage()));
            }
        }
        return parts;
    }

    /** All in tables: only those are written into the file in the order in which they are read. */
    private List<Element> heading() {
        About about = lesson.about();
        LiveFacts facts = readings.atBeginning();
        List<Element> lines = new ArrayList<>(typesetter.blocks(
                Computed.of(about.title(), facts), Style.of(22).bold()));
        lines.add(below(
                9, typesetter.words(about.audience() + " · " + about.minutes() + " minutes", BODY.in(Ink.MUTED))));
        if (!about.goals().isEmpty()) {
            lines.add(below(10, typesetter.words("Afterwards you can", BODY.bold())));
            about.goals().forEach(goal -> lines.add(bullet(Computed.of(goal, facts))));
        }
        LanguageModel model = facts.text().model();
        lines.add(below(
                10,
                typesetter.words(
                        "All numbers were computed by the model %s (%d layers, %s weights) from the line marked «Text»."
                                .formatted(
                                        model.facts().name(),
                                        model.shape().layers(),
                                        model.facts().fileType()),
                        SMALL)));
        PdfPTable heading = whole(Boxes.table(1));
        heading.addCell(Boxes.cell(lines));
        return List.of(nameAndDate(), heading);
    }

    private static Paragraph below(float gap, Paragraph line) {
        line.setSpacingBefore(gap);
        return line;
    }

    private Element nameAndDate() {
        if (key) {
            Paragraph forWhom =
                    typesetter.words("Key, for the teacher", BODY.bold().in(Ink.NOTE));
            forWhom.setSpacingAfter(6);
            return forWhom;
        }
        PdfPTable line = whole(Boxes.table(0.09f, 0.51f, 0.04f, 0.08f, 0.28f));
        line.addCell(Boxes.cell(List.of(typesetter.words("Name", BODY.in(Ink.MUTED)))));
        line.addCell(underlined());
        line.addCell(Boxes.cell(List.of()));
        line.addCell(Boxes.cell(List.of(typesetter.words("Date", BODY.in(Ink.MUTED)))));
        line.addCell(underlined());
        line.setSpacingAfter(16);
        return line;
    }

    private static PdfPCell underlined() {
        PdfPCell cell = Boxes.cell(List.of());
        cell.setBorder(PdfPCell.BOTTOM);
        cell.setBorderColor(Ink.LINE);
        cell.setBorderWidth(0.7f);
        return cell;
    }

    private PdfPTable bullet(Prose line) {
        PdfPTable row = Boxes.table(14, width - 14);
        row.addCell(Boxes.cell(List.of(typesetter.words("•", BODY))));
        row.addCell(Boxes.cell(typesetter.blocks(line, BODY)));
        return row;
    }

    /** A change of the text is told, since all numbers below are about it. */
    private Element textLine(LiveFacts facts) {
        Paragraph line = typesetter.words("Text  ", SMALL);
        line.addAll(typesetter
                .blocks(ReadWords.shown(facts.text()), SMALL.in(Ink.TEXT))
                .getFirst()
                .getChunks());
        line.setSpacingAfter(3);
        return line;
    }

    private Element step(int number, Step step, LiveFacts facts, List<Element> before) {
        List<Element> content = new ArrayList<>(before);
        Prose words = Computed.of(step.frame().text(), facts);
        List<Element> blocks = typesetter.blocks(words, BODY);
        float inner = width - NUMBER_COLUMN;
        switch (step) {
            case Step.Explain _, Step.Set _ -> content.addAll(blocks);
            case Step.Do _ -> content.add(boxes.ticked(blocks, false, inner, BODY));
            case Step.Predict predict -> {
                content.add(label("Guess first"));
                content.addAll(blocks);
                content.addAll(answer(predict.answer(), predict.reveal(), facts, inner));
            }
            case Step.Ask ask -> {
                content.add(label("Question"));
                content.addAll(blocks);
                content.addAll(answer(ask.answer(), ask.reveal(), facts, inner));
            }
        }
        if (key && !step.frame().notes().isEmpty()) {
            List<Element> notes = new ArrayList<>(
                    List.of(typesetter.words("For you", SMALL.bold().in(Ink.NOTE))));
            notes.addAll(typesetter.blocks(Computed.of(step.frame().notes(), facts), BODY));
            content.add(Boxes.ground(notes, Ink.NOTE_GROUND, Ink.NOTE));
        }
        PdfPTable row = whole(Boxes.table(NUMBER_COLUMN, inner));
        row.addCell(Boxes.cell(List.of(typesetter.words(Integer.toString(number), BODY.bold()))));
        row.addCell(Boxes.cell(content));
        row.setSpacingBefore(14);
        return row;
    }

    private Element label(String kind) {
        return typesetter.words(kind, SMALL.bold().in(Ink.ACCENT));
    }

    /** Room for an answer or, in the key, the answer itself and what is revealed after it. */
    private List<Element> answer(Answer answer, Prose reveal, LiveFacts facts, float inner) {
        List<Element> parts = new ArrayList<>();
        List<Element> told = new ArrayList<>();
        switch (answer) {
            case Answer.Open _ -> {
                if (!key) {
                    parts.add(Boxes.lines(4, 1, inner));
                }
            }
            case Answer.Choice(var choices, int correct) -> {
                for (int i = 0; i < choices.size(); i++) {
                    boolean right = key && i == correct;
                    Style style = right ? BODY.bold() : BODY;
                    List<Element> words = typesetter.blocks(Computed.of(choices.get(i), facts), style);
                    parts.add(boxes.ticked(words, right, inner, BODY));
                }
            }
            case Answer.Numeric(var value, double tolerance) -> {
                if (key) {
                    told.add(answerLine(facts.value(value), tolerance));
                } else {
                    parts.add(Boxes.lines(1, 0.4f, inner));
                }
            }
            case Answer.OneToken(var token) -> {
                if (key) {
                    told.add(answerLine(facts.value(token), 0));
                } else {
                    parts.add(Boxes.lines(1, 0.4f, inner));
                }
            }
        }
        if (key) {
            told.addAll(typesetter.blocks(Computed.of(reveal, facts), BODY));
            if (!told.isEmpty()) {
                parts.add(Boxes.ground(told, Ink.ANSWER_GROUND, Ink.ACCENT));
            }
        }
        return parts;
    }

    private Element answerLine(FactValue value, double tolerance) {
        List<Inline> inlines = new ArrayList<>();
        inlines.add(new Inline.Words("Answer: ", Inline.Emphasis.STRONG));
        inlines.add(new Inline.Known(value, Inline.Emphasis.STRONG));
        if (tolerance > 0) {
            inlines.add(new Inline.Words(
                    " (off by at most %s is right)"
                            .formatted(BigDecimal.valueOf(tolerance)
                                    .stripTrailingZeros()
                                    .toPlainString()),
                    Inline.Emphasis.NONE));
        }
        return typesetter.line(inlines, BODY);
    }

    private static PdfPTable whole(PdfPTable table) {
        table.setKeepTogether(true);
        return table;
    }
}
