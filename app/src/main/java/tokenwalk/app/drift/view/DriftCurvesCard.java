package tokenwalk.app.drift.view;

import java.util.Objects;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.controls.LevelCurves;
import tokenwalk.app.controls.LevelCurves.Scale;
import tokenwalk.app.controls.Numbers;
import tokenwalk.app.drift.model.DriftScreenModel;
import tokenwalk.app.drift.model.LevelMeasures;
import tokenwalk.app.session.SessionModel;
import tokenwalk.app.theme.Appearance;

/** The chosen token along the levels in numbers that need no projection, all other tokens faint. */
public final class DriftCurvesCard extends VBox {
    private static final int MANY = 1000;

    /** Gives a token's number at a level. */
    @FunctionalInterface
    private interface Measure {
        double at(LevelMeasures measures, int level, int token);
    }

    private final SessionModel session;

    public DriftCurvesCard(SessionModel session, DriftScreenModel model, Appearance appearance) {
        this.session = session;
        getStyleClass().addAll("card", "drift-curves-card");
        Label title = new Label("Without any projection");
        title.getStyleClass().add("card-title");
        Button whereFrom = new Button("Where from?");
        whereFrom.setId("curves-where-from");
        whereFrom.getStyleClass().addAll("flat", "small");
        whereFrom.setMinWidth(USE_PREF_SIZE);
        whereFrom.disableProperty().bind(model.measuresProperty().isNull());
        whereFrom.setOnAction(_ -> DriftSources.showMeasures(
                Objects.requireNonNull(model.measuresProperty().get()),
                session.levelProperty().get(),
                session.positionProperty().get(),
                whereFrom));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox heading = new HBox(title, gap, whereFrom);
        heading.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(heading);

        DoubleFunction<String> norm =
                value -> LevelCurves.decimals(value < MANY ? 1 : 0).apply(value);
        add(
                "norm-curves",
                "Norm, on a log axis",
                new LevelCurves(Scale.LOGARITHMIC, norm, appearance),
                model,
                LevelMeasures::norm);
        add(
                "before-curves",
                "Cosine to the level before",
                new LevelCurves(Scale.LINEAR, LevelCurves.decimals(3), appearance),
                model,
                LevelMeasures::cosineToBefore);
        add(
                "last-curves",
                "Cosine to the last level",
                new LevelCurves(Scale.LINEAR, LevelCurves.decimals(3), appearance),
                model,
                LevelMeasures::cosineToLast);
        Label note = new Label("Blue: the chosen token. Grey: all others. Across: the levels; a click goes there.");
        note.getStyleClass().add("note");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        getChildren().add(note);
    }

    private void add(String id, String name, LevelCurves curves, DriftScreenModel model, Measure measure) {
        Label label = new Label(name);
        label.getStyleClass().add("muted");
        curves.setId(id);
        curves.setAccessibleText(name);
        curves.chosenProperty().bind(session.positionProperty());
        curves.levelProperty().bind(session.levelProperty());
        curves.onLevelProperty().set(session.levelProperty()::set);
        model.measuresProperty().subscribe(measures -> show(curves, measures, measure));
        setVgrow(curves, Priority.ALWAYS);
        getChildren().addAll(label, curves);
    }

    private static void show(LevelCurves curves, @Nullable LevelMeasures measures, Measure measure) {
        if (measures != null) {
            curves.curvesProperty()
                    .set(IntStream.range(0, measures.tokenCount())
                            .mapToObj(token ->
                                    Numbers.of(measures.levelCount(), level -> measure.at(measures, level, token)))
                            .toList());
        }
    }
}
