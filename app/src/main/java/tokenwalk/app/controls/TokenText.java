package tokenwalk.app.controls;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** A token as text: signs in the text font and muted, the rest in the token font; too long ends in an ellipsis. */
public final class TokenText extends HBox {
    private final ReadOnlyObjectWrapper<TokenLabel> token =
            new ReadOnlyObjectWrapper<>(this, "token", TokenLabel.text(""));

    public TokenText() {
        getStyleClass().add("token-text");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        setMaxHeight(USE_PREF_SIZE);
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
            getChildren().add(new Label());
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
        label.getStyleClass().setAll("label", run.sign() ? "token-sign" : "token-run");
        label.setMinWidth(run.sign() ? USE_PREF_SIZE : 0);
    }
}
