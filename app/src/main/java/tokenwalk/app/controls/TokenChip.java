package tokenwalk.app.controls;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.BooleanPropertyBase;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.event.ActionEvent;
import javafx.event.EventHandler;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** One token as a thing to click on, shaded by how much attention it gets. */
public final class TokenChip extends Control {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass BEST = PseudoClass.getPseudoClass("best");
    private static final PseudoClass DRAWN = PseudoClass.getPseudoClass("drawn");
    private static final PseudoClass SPECIAL = PseudoClass.getPseudoClass("special");
    private static final PseudoClass BYTES = PseudoClass.getPseudoClass("bytes");
    private static final PseudoClass SHADED = PseudoClass.getPseudoClass("shaded");
    /** From here on signs are drawn in the text colour, since muted ones would fade into the shading. */
    private static final double SHADED_FROM = 0.3;

    private final ObjectProperty<ChipContent> content;
    private final DoubleProperty attention = new SimpleDoubleProperty(this, "attention", Double.NaN);
    private final BooleanProperty chosen = new BooleanPropertyBase(false) {
        @Override
        protected void invalidated() {
            pseudoClassStateChanged(CHOSEN, get());
        }

        @Override
        public Object getBean() {
            return TokenChip.this;
        }

        @Override
        public String getName() {
            return "chosen";
        }
    };
    private final ObjectProperty<@Nullable EventHandler<ActionEvent>> onAction =
            new SimpleObjectProperty<>(this, "onAction");

    public TokenChip(ChipContent content) {
        this.content = new SimpleObjectProperty<>(this, "content", content);
        getStyleClass().add("token-chip");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setTooltip(new Tooltip());
        describe(content);
        this.content.subscribe(this::describe);
        attention.subscribe(weight -> pseudoClassStateChanged(SHADED, weight.doubleValue() > SHADED_FROM));
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    public ObjectProperty<ChipContent> contentProperty() {
        return content;
    }

    public ChipContent getContent() {
        return content.get();
    }

    public void setContent(ChipContent value) {
        content.set(value);
    }

    /** How much the chosen token looks at this one, 0…1; NaN: not shown. */
    public DoubleProperty attentionProperty() {
        return attention;
    }

    public void setAttention(double weight) {
        attention.set(weight);
    }

    public BooleanProperty chosenProperty() {
        return chosen;
    }

    public void setChosen(boolean value) {
        chosen.set(value);
    }

    /** Called on a click, on Space and on Enter. */
    public ObjectProperty<@Nullable EventHandler<ActionEvent>> onActionProperty() {
        return onAction;
    }

    public void setOnAction(@Nullable EventHandler<ActionEvent> handler) {
        onAction.set(handler);
    }

    /** @return the token's own text, {@code " Paris"} */
    public String getText() {
        return content.get().token().text();
    }

    private void describe(ChipContent now) {
        pseudoClassStateChanged(BEST, now.origin() == ChipContent.Origin.BEST);
        pseudoClassStateChanged(DRAWN, now.origin() == ChipContent.Origin.DRAWN);
        pseudoClassStateChanged(SPECIAL, now.token().kind() == TokenLabel.Kind.SPECIAL);
        pseudoClassStateChanged(BYTES, now.token().kind() == TokenLabel.Kind.BYTES);
        setAccessibleText(now.token().plain());
        getTooltip().setText(now.description());
    }

    private void fire() {
        EventHandler<ActionEvent> handler = onAction.get();
        if (handler != null && !isDisabled()) {
            handler.handle(new ActionEvent(this, this));
        }
    }

    private void click(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            if (isFocusTraversable()) {
                requestFocus();
            }
            fire();
        }
    }

    private void key(KeyEvent event) {
        boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
        if (plain && (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER)) {
            fire();
            event.consume();
        }
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            fire();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new TokenChipSkin(this);
    }
}
