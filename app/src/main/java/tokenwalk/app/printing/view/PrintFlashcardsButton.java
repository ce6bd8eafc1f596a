package tokenwalk.app.printing.view;

import tokenwalk.app.printing.model.PrintModel;
import tokenwalk.app.screen.Shared;

/** «Print ▾»: the flashcards, eight a page to cut or one a page. */
public final class PrintFlashcardsButton extends PrintMenu {
    public PrintFlashcardsButton(Shared shared) {
        this(new PrintModel(shared.session(), shared.background()), PdfChoice.bySystem());
    }

    PrintFlashcardsButton(PrintModel model, PdfChoice choice) {
        super("Print", "The cards as PDF, to print and cut", model, choice);
        setId("print-flashcards");
        addSheet("Eight a page, to cut…", "print-eight", "flashcards", file -> model.printFlashcards(false, file));
        addSheet("One a page…", "print-one", "flashcards-large", file -> model.printFlashcards(true, file));
        addPapers();
    }
}
