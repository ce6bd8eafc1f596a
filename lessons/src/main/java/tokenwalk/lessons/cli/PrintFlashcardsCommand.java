package tokenwalk.lessons.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tokenwalk.lessons.practice.Flashcards;
import tokenwalk.lessons.print.FlashcardSheets;
import tokenwalk.lessons.reading.CardReadings;
import tokenwalk.lessons.reading.TextReader;
import tokenwalk.runtime.cli.ModelOptions;

/** {@code lessons print flashcards}. */
@Command(name = "flashcards", description = "Write the flashcards, to print on both sides and cut.")
final class PrintFlashcardsCommand implements Runnable {
    private static final int ONE = 1;
    private static final int EIGHT = 8;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Mixin
    private PrintOptions print = new PrintOptions();

    @Option(
            names = "--per-page",
            paramLabel = "N",
            description =
                    "8: eight cards a page; print on both sides, flip on the long edge, cut. 1: question and answer"
                            + " on pages of their own. Default: 8.")
    private int perPage = EIGHT;

    @Override
    public void run() {
        if (perPage != ONE && perPage != EIGHT) {
            throw new ParameterException(spec.commandLine(), "--per-page is 1 or 8, not " + perPage + ".");
        }
        FlashcardSheets sheets =
                perPage == ONE ? FlashcardSheets.oneAPage(print.paper()) : FlashcardSheets.eightAPage(print.paper());
        CardReadings readings = new CardReadings(new TextReader(model.open()), TextReader.firstSentence());
        print.write(out -> sheets.write(Flashcards.bundled(), readings, out));
    }
}
