package tokenwalk.app.sampler.view;

import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import tokenwalk.app.theme.Appearance;
import tokenwalk.runtime.sampling.SamplingPolicy;

/** The names of the columns, below who makes them: the model one, decoding all others. */
final class StageHeading extends Pane {
    private static final double LINE = 18;

    private final Appearance appearance;
    private final Map<StageColumn, Label> names = new EnumMap<>(StageColumn.class);
    private final Label after = new Label();
    private final Label model = new Label("model");
    private final Label decoding = new Label("decoding");
    private final Region span = new Region();
    private final Region rule = new Region();

    StageHeading(Appearance appearance) {
        this.appearance = appearance;
        getStyleClass().add("stage-heading");
        after.setId("sampler-after");
        after.getStyleClass().add("note");
        model.getStyleClass().add("stage-model");
        decoding.getStyleClass().add("stage-decoding");
        span.getStyleClass().add("stage-span");
        rule.getStyleClass().add("rule");
        getChildren().addAll(after, model, decoding, span, rule);
        for (StageColumn column : StageColumn.values()) {
            Label name = new Label();
            name.setId("column-" + column.name());
            name.getStyleClass()
                    .addAll(
                            "stage-column",
                            switch (column) {
                                case TOKEN -> "stage-token";
                                case LOGIT -> "stage-model";
                                default -> "stage-decoding";
                            });
            name.setAlignment(column == StageColumn.TOKEN ? Pos.CENTER_LEFT : Pos.CENTER_RIGHT);
            names.put(column, name);
            getChildren().add(name);
        }
    }

    void show(SamplingPolicy policy, String lastToken) {
        names.forEach((column, name) -> name.setText(column.heading(policy)));
        after.setText("after " + lastToken);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double line = appearance.px(LINE);
        after.resizeRelocate(0, 0, StageColumn.LOGIT.left(width), line);
        right(model, StageColumn.LOGIT.right(width), 0, line);
        right(decoding, StageColumn.SCALED.right(width) + appearance.px(8), 0, line);
        double left = decoding.getLayoutX() + decoding.getWidth() + appearance.px(8);
        span.resizeRelocate(left, line / 2, Math.max(0, width - left), 1);
        names.forEach((column, name) -> {
            if (column == StageColumn.TOKEN) {
                name.resizeRelocate(0, line, StageColumn.LOGIT.left(width), line);
            } else {
                right(name, column.right(width), line, line);
            }
        });
        rule.resizeRelocate(0, getHeight() - 1, width, 1);
    }

    private void right(Label label, double right, double top, double height) {
        double width = Math.ceil(label.prefWidth(-1));
        label.resizeRelocate(snapPositionX(right - width), top, width, height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return snapSizeY(appearance.px(2 * LINE + 5));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }
}
