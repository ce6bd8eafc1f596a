package tokenwalk.app.printing.view;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import tokenwalk.app.LiveApp;
import tokenwalk.app.export.PictureExport;
import tokenwalk.app.navigation.ScreenId;
import tokenwalk.app.printing.model.PrintModel;
import tokenwalk.app.printing.model.Printed;
import tokenwalk.lessons.print.Paper;

/** Printing from the app: where the file went is told beside the button, and so is what went wrong. */
@ExtendWith(ApplicationExtension.class)
class PrintingTest {
    @TempDir
    private Path folder = Path.of("");

    private LiveApp app;
    private PrintModel model;

    @Start
    void start(Stage stage) {
        app = new LiveApp(stage);
        model = new PrintModel(app.shared().session(), app.shared().background());
    }

    @AfterEach
    void close() {
        app.close();
    }

    @Test
    void theCardsAreWrittenAndTheButtonTellsWhere(FxRobot robot) throws IOException {
        PrintFlashcardsButton button = shown(folder.resolve("cards"));
        app.act(() -> button.getItems().getFirst().fire());
        app.settle();
        assertThat(model.printedProperty().get()).isEqualTo(new Printed.Done(folder.resolve("cards.pdf")));
        assertThat(Files.readString(folder.resolve("cards.pdf"), ISO_8859_1)).startsWith("%PDF-");
        assertThat(robot.lookup("#print-notice").queryAs(Label.class).getText()).isEqualTo("Saved as cards.pdf");
        assertThat(robot.lookup("#print-place").queryAs(Label.class).getText()).contains(folder.toString());
        assertThat(robot.lookup("#print-show").query().isVisible()).isTrue();
        Region told = (Region) robot.lookup("#print-notice").query().getParent().getParent();
        Path pictures = Files.createDirectories(Path.of("target", "pictures"));
        app.act(() -> picture(told, pictures.resolve("printed.png")));
    }

    private static void picture(Region node, Path file) {
        try {
            PictureExport.png(node, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatGoesWrongIsToldInOneLine(FxRobot robot) {
        PrintFlashcardsButton button = shown(folder.resolve("nowhere").resolve("cards.pdf"));
        app.act(() -> button.getItems().getFirst().fire());
        app.settle();
        assertThat(robot.lookup("#print-notice").queryAs(Label.class).getText())
                .startsWith("! Not printed: there is no folder")
                .doesNotContain("\n");
        assertThat(robot.lookup("#print-show").query().isVisible()).isFalse();
        app.act(model::reset);
        assertThat(model.printedProperty().get()).isEqualTo(new Printed.Nothing());
    }

    @Test
    void thinkingBetterOfItPrintsNothing() {
        PrintFlashcardsButton button = shown(null);
        app.act(() -> button.getItems().getFirst().fire());
        assertThat(model.printedProperty().get()).isEqualTo(new Printed.Nothing());
    }

    @Test
    void thePaperIsChosenInTheMenu() {
        PrintFlashcardsButton button = shown(null);
        app.act(() -> button.getItems().getLast().fire());
        assertThat(model.paperProperty().get()).isEqualTo(Paper.LETTER);
        app.act(() -> button.getItems().get(button.getItems().size() - 2).fire());
        assertThat(model.paperProperty().get()).isEqualTo(Paper.A4);
    }

    /** Shows the button in a window of its own, in the app's looks. */
    private PrintFlashcardsButton shown(@Nullable Path chosen) {
        app.settle();
        return app.get(() -> {
            PrintFlashcardsButton button = new PrintFlashcardsButton(model, (_, _) -> Optional.ofNullable(chosen));
            StackPane around = new StackPane(button);
            around.getStyleClass().setAll(app.scene().getRoot().getStyleClass());
            Scene scene = new Scene(around, 600, 200);
            scene.getStylesheets().setAll(app.scene().getStylesheets());
            Stage window = new Stage();
            window.setScene(scene);
            window.setX(100);
            window.setY(100);
            window.show();
            return button;
        });
    }

    @Test
    void theFlashcardsAndEachLessonHaveTheirButton(FxRobot robot) {
        app.settle();
        app.act(() -> app.shared().navigation().open(ScreenId.FLASHCARDS));
        assertThat(robot.lookup("#print-flashcards").query().isVisible()).isTrue();
        app.picture("flashcards-print");
        app.act(() -> app.shared().learning().shelf().shownProperty().set(true));
        app.act(() -> robot.lookup("#goals-04-how-is-becomes-paris")
                .queryAs(ToggleButton.class)
                .fire());
        assertThat(robot.lookup("#print-04-how-is-becomes-paris").query().isVisible())
                .isTrue();
        app.picture("lessons-print");
    }
}
