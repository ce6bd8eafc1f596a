package tokenwalk.app.generation.view;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.controls.TokenText;
import tokenwalk.app.generation.model.GenerationModel;
import tokenwalk.app.labels.TokenLabels;
import tokenwalk.app.session.Generated;
import tokenwalk.app.session.Reading;
import tokenwalk.app.session.SessionModel;
import tokenwalk.app.theme.Appearance;
import tokenwalk.runtime.generation.StopReason;
import tokenwalk.runtime.sampling.Draw;
import tokenwalk.runtime.token.Token;
import tokenwalk.runtime.token.Utf8Stream;

/** «Generated so far»: the prompt, what was added to it, and, after Sample, the drawn token that is not added. */
final class GeneratedBox extends VBox {
    private final SessionModel session;
    private final GenerationModel model;
    private final TextFlow text = new TextFlow();
    private final ScrollPane scroll = new ScrollPane(text);
    private final TokenText lastDraw = new TokenText();
    private final HBox drawLine;

    GeneratedBox(SessionModel session, GenerationModel model, Appearance appearance) {
        this.session = session;
        this.model = model;
        getStyleClass().addAll("inset", "generated-box");
        Label caption = new Label();
        caption.setId("stop");
        caption.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.stopProperty()
                                .get()
                                .map(StopReason::sentence)
                                .orElse("Generated so far"),
                        model.stopProperty()));
        model.stopProperty()
                .subscribe(stop -> caption.getStyleClass().setAll("label", stop.isPresent() ? "stop-reason" : "note"));
        Label draw = new Label("last draw ");
        draw.getStyleClass().add("note");
        lastDraw.setId("last-draw");
        lastDraw.getStyleClass().add("drawn-token");
        drawLine = new HBox(draw, lastDraw);
        drawLine.setMinWidth(USE_PREF_SIZE);
        drawLine.managedProperty().bind(drawLine.visibleProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox heading = new HBox(caption, gap, drawLine);
        heading.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !appearance.presentingProperty().get()
                                || model.stopProperty().get().isPresent()
                                || model.lastDrawProperty().get() != null,
                        appearance.presentingProperty(),
                        model.stopProperty(),
                        model.lastDrawProperty()));
        heading.managedProperty().bind(heading.visibleProperty());
        text.setId("generated");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("generated-scroll");
        text.heightProperty().subscribe(() -> scroll.setVvalue(1));
        setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(heading, scroll);

        session.readingProperty().subscribe(this::write);
        session.promptProperty().subscribe(this::write);
        model.lastDrawProperty().subscribe(this::write);
        write();
    }

    private void write() {
        Reading reading = session.reading();
        Draw draw = model.lastDrawProperty().get();
        drawLine.setVisible(draw != null);
        List<Text> runs = new ArrayList<>();
        if (reading == null) {
            runs.add(run(session.promptProperty().get(), "prompt-run"));
        } else {
            runs.add(run(text(reading.prompt()), "prompt-run"));
            Utf8Stream characters = new Utf8Stream();
            for (Generated added : reading.generated()) {
                String style = switch (added.origin()) {
                    case BEST -> "best-run";
                    case DRAWN -> "drawn-run";
                };
                runs.add(run(characters.push(added.token()), style));
            }
            if (draw == null) {
                runs.add(run("|", "caret-run"));
            } else {
                Token token = reading.model().token(draw.tokenId());
                lastDraw.setToken(TokenLabels.of(token));
                runs.add(run(token.text(), "sampled-run"));
            }
        }
        text.getChildren().setAll(runs);
    }

    private static String text(List<Token> tokens) {
        Utf8Stream characters = new Utf8Stream();
        StringBuilder text = new StringBuilder();
        tokens.forEach(token -> text.append(characters.push(token)));
        return text.append(characters.flush()).toString();
    }

    private static Text run(@Nullable String words, String style) {
        Text run = new Text(words == null ? "" : words.replace("\n", "↵"));
        run.getStyleClass().add(style);
        return run;
    }
}
