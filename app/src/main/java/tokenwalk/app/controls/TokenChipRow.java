package tokenwalk.app.controls;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.theme.Appearance;

/**
 * A text as a line of chips, one of them chosen. A text that is wider than the line scrolls, and only the chips that can
 * be seen exist as nodes, so that a prompt of hundreds of tokens costs no more than a short one.
 */
public final class TokenChipRow extends Control {
    public static final int NONE = -1;

    private final Appearance appearance;
    private final ObjectProperty<List<ChipContent>> tokens = new SimpleObjectProperty<>(this, "tokens", List.of());
    private final ObjectProperty<@Nullable Numbers> attention = new SimpleObjectProperty<>(this, "attention");
    private final IntegerProperty selectedIndex = new SimpleIntegerProperty(this, "selectedIndex", NONE);

    private final BooleanProperty shrinking = new SimpleBooleanProperty(this, "shrinking", false);

    public TokenChipRow(Appearance appearance) {
        this.appearance = appearance;
        getStyleClass().add("token-chip-row");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText("tokens");
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** The text; a new one is set as a whole. */
    public ObjectProperty<List<ChipContent>> tokensProperty() {
        return tokens;
    }

    public List<ChipContent> getTokens() {
        return tokens.get();
    }

    public void setTokens(List<ChipContent> value) {
        tokens.set(List.copyOf(value));
    }

    /** What each token gets of the chosen one's attention; none, or too few numbers: those chips are not shaded. */
    public ObjectProperty<@Nullable Numbers> attentionProperty() {
        return attention;
    }

    public void setAttention(@Nullable Numbers value) {
        attention.set(value);
    }

    /** The chosen chip, or {@link #NONE}; may be bound both ways. */
    public IntegerProperty selectedIndexProperty() {
        return selectedIndex;
    }

    /** Whether chips stand closer and are narrower where they would not all be seen otherwise. */
    public BooleanProperty shrinkingProperty() {
        return shrinking;
    }

    public int getSelectedIndex() {
        return selectedIndex.get();
    }

    public void select(int index) {
        selectedIndex.set(index);
    }

    /** @return what shows a token, if it can be seen */
    public Optional<Node> chip(int index) {
        return getSkin() instanceof TokenChipRowSkin skin ? skin.shown(index) : Optional.empty();
    }

    private void key(KeyEvent event) {
        int last = tokens.get().size() - 1;
        if (last < 0 || event.isAltDown() || event.isShortcutDown()) {
            return;
        }
        int now = selectedIndex.get();
        int next = switch (event.getCode()) {
            case LEFT -> Math.max(0, now - 1);
            case RIGHT -> Math.min(last, now + 1);
            case HOME -> 0;
            case END -> last;
            default -> NONE;
        };
        if (next != NONE) {
            select(next);
            event.consume();
        }
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new TokenChipRowSkin(this, appearance);
    }
}
