package tokenwalk.lessons.progress;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import tokenwalk.lessons.progress.Progress.GivenAnswer;
import tokenwalk.lessons.progress.Progress.LessonProgress;

/** Progress as a table for other programs: comma-separated values, RFC 4180. */
public final class ProgressTable {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader("kind", "id", "step", "of", "state", "box", "date", "text")
            .get();
    /** What a spreadsheet takes for the beginning of a formula, which it would then run. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private ProgressTable() {}

    /** Writes one row for each lesson, answer and card. Steps count from 1; a card's date is the day it is due. */
    public static void write(Progress progress, Appendable out) throws IOException {
        CSVPrinter table = new CSVPrinter(out, FORMAT);
        for (var lesson : new TreeMap<>(progress.lessons()).entrySet()) {
            write(lesson.getKey(), lesson.getValue(), table);
        }
        for (var answer : new TreeMap<>(progress.answers()).entrySet()) {
            write("answer", answer.getKey(), "", answer.getValue(), table);
        }
        for (var card : new TreeMap<>(progress.cards()).entrySet()) {
            row(
                    table,
                    "card",
                    card.getKey(),
                    "",
                    "",
                    "",
                    Integer.toString(card.getValue().box()),
                    card.getValue().due().toString(),
                    "");
        }
        table.flush();
    }

    private static void write(String id, LessonProgress lesson, CSVPrinter table) throws IOException {
        String state = lesson.finished() ? "finished" : "begun";
        LocalDate last = lesson.last();
        row(
                table,
                "lesson",
                id,
                Integer.toString(lesson.step() + 1),
                Integer.toString(lesson.steps()),
                state,
                "",
                last.toString(),
                "");
        for (var answer : new TreeMap<>(lesson.answers()).entrySet()) {
            write("lesson answer", id, Integer.toString(answer.getKey() + 1), answer.getValue(), table);
        }
    }

    private static void write(String kind, String id, String step, GivenAnswer answer, CSVPrinter table)
            throws IOException {
        String verdict = answer.verdict().name().toLowerCase(Locale.ROOT);
        row(table, kind, id, step, "", verdict, "", answer.date().toString(), answer.text());
    }

    private static void row(CSVPrinter table, String... cells) throws IOException {
        for (String cell : cells) {
            table.print(harmless(cell));
        }
        table.println();
    }

    /** An apostrophe makes a spreadsheet show a formula instead of running it; plain numbers need none. */
    private static String harmless(String cell) {
        boolean formula = !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0;
        return formula && !cell.matches("[+-]?\\d+(\\.\\d+)?") ? "'" + cell : cell;
    }
}
