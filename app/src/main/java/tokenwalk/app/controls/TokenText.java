package tokenwalk.app.controls;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** A token as text: signs in the text font and muted, the rest in the token font; too long ends in an ellipsis. */
public final class TokenText extends Region {
    private final ReadOnlyObjectWrapper<TokenLabel> token =
            new ReadOnlyObjectWrapper<>(this, "token", TokenLabel.text(""));

    private final List<Label> runs = new ArrayList<>();
    private final Label more = new Label("…");

    public TokenText() {
        getStyleClass().add("token-text");
        more.getStyleClass().add("token-run");
        more.setManaged(false);
        more.setVisible(false);
        getChildren().add(more);
        setMinWidth(0);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.TEXT);
    }

    public TokenText(TokenLabel token) {
        this();
        setToken(token);
    }

    public ReadOnlyObjectProperty<TokenLabel> tokenProperty() {
        return token.getReadOnlyProperty();
    }

    public TokenLabel getToken() {
        return token.get();
    }

    /** Shows another token, in the nodes there are. */
    public void setToken(TokenLabel value) {
        if (value.equals(token.get())) {
            return;
        }
        token.set(value);
        setAccessibleText(value.plain());
        int count = value.runs().size();
        while (runs.size() < count) {
            Label run = new Label();
            run.setMinWidth(0);
            run.setEllipsisString("");
            runs.add(run);
        }
        runs.subList(count, runs.size()).clear();
        for (int i = 0; i < count; i++) {
            show(value.runs().get(i), runs.get(i));
        }
        getChildren().setAll(runs);
        getChildren().add(more);
    }

    /** @return the token's own text, {@code " Paris"} */
    public String getText() {
        return token.get().text();
    }

    private static void show(TokenLabel.Run run, Label label) {
        label.setText(run.text());
        String styleClass = run.sign() ? "token-sign" : "token-run";
        if (!label.getStyleClass().contains(styleClass)) {
            label.getStyleClass().setAll("label", styleClass);
        }
    }

    /** Each run gets what it asks for as long as there is room; an ellipsis stands where the room ends. */
    @Override
    protected void layoutChildren() {
        boolean cut = snapSizeX(computePrefWidth(-1)) > snapSizeX(getWidth()) + 0.5;
        double ellipsis = cut ? Math.min(getWidth(), snapSizeX(more.prefWidth(-1))) : 0;
        double room = getWidth() - ellipsis;
        double x = 0;
        for (Label run : runs) {
            double width = Math.min(snapSizeX(run.prefWidth(-1)), Math.max(0, cut ? room - x : Double.MAX_VALUE));
            run.setVisible(width > 0);
            layoutInArea(run, x, 0, width, getHeight(), 0, HPos.LEFT, VPos.CENTER);
            x += width;
        }
        more.setVisible(cut);
        more.resizeRelocate(x, 0, ellipsis, getHeight());
    }

    @Override
    protected double computePrefWidth(double height) {
        return getManagedChildren().stream()
                .mapToDouble(run -> snapSizeX(run.prefWidth(-1)))
                .sum();
    }

    @Override
    protected double computePrefHeight(double width) {
        return getManagedChildren().stream()
                .mapToDouble(run -> snapSizeY(run.prefHeight(-1)))
                .max()
                .orElse(0);
    }
}
