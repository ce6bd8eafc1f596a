package tokenwalk.app.controls;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** A token as text: signs in the text font and muted, the rest in the token font; too long ends in an ellipsis. */
public final class TokenText extends Region {
    private final ReadOnlyObjectWrapper<TokenLabel> token =
            new ReadOnlyObjectWrapper<>(this, "token", TokenLabel.text(""));

    public TokenText() {
        getStyleClass().add("token-text");
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
        while (getChildren().size() < count) {
            Label run = new Label();
            run.setMinWidth(0);
            getChildren().add(run);
        }
        getChildren().remove(count, getChildren().size());
        for (int i = 0; i < count; i++) {
            show(value.runs().get(i), (Label) getChildren().get(i));
        }
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

    /** Each run gets what it asks for as long as there is room; the one where it ends is cut with an ellipsis. */
    @Override
    protected void layoutChildren() {
        double x = 0;
        for (Node run : getChildren()) {
            double width = Math.min(snapSizeX(run.prefWidth(-1)), Math.max(0, getWidth() - x));
            run.setVisible(width > 0);
            layoutInArea(run, x, 0, width, getHeight(), 0, HPos.LEFT, VPos.CENTER);
            x += width;
        }
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
