package tokenwalk.app.generation.view;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import tokenwalk.app.controls.WrapRow;
import tokenwalk.app.generation.model.GenerationModel;
import tokenwalk.app.pointing.Marked;
import tokenwalk.app.presenter.SpokenOf;
import tokenwalk.app.session.SessionModel;
import tokenwalk.lessons.place.Part;

/** Step, Play, Back, Reset and Sample. */
final class StepButtons extends StackPane {
    StepButtons(SessionModel session, GenerationModel model, SpokenOf spokenOf) {
        Button step = button("step", "Step", "Append one token and read the longer text (Ctrl + Enter)", model::step);
        step.getStyleClass().add("primary");
        step.disableProperty().bind(model.canStepProperty().not());
        Button play = button("play", "▶ Play", "Step until something stops it (Ctrl + Space)", () -> {
            if (model.playingProperty().get()) {
                model.pause();
            } else {
                model.play();
            }
        });
        model.playingProperty().subscribe(playing -> play.setText(playing ? "Pause" : "▶ Play"));
        play.disableProperty()
                .bind(model.canStepProperty().not().and(model.playingProperty().not()));
        var nothingAdded = Bindings.createBooleanBinding(() -> model.generated().isEmpty(), session.readingProperty());
        Button back = button("back", "Back", "Take one token away (Ctrl + Backspace)", model::back);
        back.disableProperty().bind(nothingAdded);
        Button reset = button("reset", "Reset", "Back to the prompt (Ctrl + R)", model::restart);
        reset.disableProperty().bind(nothingAdded.and(model.lastDrawProperty().isNull()));
        HBox steps = new HBox(
                Marked.as(Part.STEP, step),
                Marked.as(Part.PLAY, play),
                Marked.as(Part.BACK, back),
                Marked.as(Part.RESET, spokenOf.show(reset, Part.RESET)));
        steps.getStyleClass().add("button-row");
        SampleButtons sample = new SampleButtons(model, "Sample");
        sample.offerManyWhen(spokenOf.anyOf(Part.SAMPLE));
        WrapRow row = new WrapRow(steps, Marked.as(Part.SAMPLE, sample));
        row.getStyleClass().add("step-buttons");
        getChildren().add(row);
    }

    private static Button button(String id, String word, String meaning, Runnable action) {
        Button button = new Button(word);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(meaning));
        button.setOnAction(_ -> action.run());
        return button;
    }
}
