package tokenwalk.app.controls;

import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;
import javafx.scene.input.KeyEvent;
import tokenwalk.app.theme.Appearance;
import tokenwalk.app.theme.Theme;

/**
 * Levels × positions with the best token in each cell, the last level on top and the text below; beside it the rank of
 * one token along the levels, on the same rows. What does not fit scrolls, with levels, tokens and ranks pinned.
 *
 * <p>A click chooses a cell; ← → choose a position, ↑ ↓ a level.
 */
public final class LensGrid extends Control {
    private static final int PAGE = 5;

    private static final double LIGHT_TINT = 0.3;
    private static final double DARK_TINT = 0.5;

    /** Tells about a cell in many words. */
    @FunctionalInterface
    public interface Description {
        String of(int level, int position);
    }

    private final Appearance appearance;
    private final ObjectProperty<List<ChipContent>> tokens = new SimpleObjectProperty<>(this, "tokens", List.of());
    private final IntegerProperty lastLevel = new SimpleIntegerProperty(this, "lastLevel", 0);
    private final ObjectProperty<LensCells> cells = new SimpleObjectProperty<>(this, "cells", LensCells.NONE);
    private final IntegerProperty position = new SimpleIntegerProperty(this, "position", 0);
    private final IntegerProperty level = new SimpleIntegerProperty(this, "level", 0);
    private final ObjectProperty<Numbers> ranks = new SimpleObjectProperty<>(this, "ranks", Numbers.NONE);
    private final StringProperty rankCaption = new SimpleStringProperty(this, "rankCaption", "rank");
    private final IntegerProperty worstRank = new SimpleIntegerProperty(this, "worstRank", 10);
    private final ObjectProperty<Description> description =
            new SimpleObjectProperty<>(this, "description", (_, _) -> "");

    public LensGrid(Appearance appearance) {
        this.appearance = appearance;
        getStyleClass().add("lens-grid");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TABLE_VIEW);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** The text, one token a column. */
    public ObjectProperty<List<ChipContent>> tokensProperty() {
        return tokens;
    }

    /** The level of the top row; there is one row more. */
    public IntegerProperty lastLevelProperty() {
        return lastLevel;
    }

    public ObjectProperty<LensCells> cellsProperty() {
        return cells;
    }

    /** The chosen column; may be bound both ways. */
    public IntegerProperty positionProperty() {
        return position;
    }

    /** The chosen row; may be bound both ways. */
    public IntegerProperty levelProperty() {
        return level;
    }

    /** The rank of one token, by level; no numbers: no curve. */
    public ObjectProperty<Numbers> ranksProperty() {
        return ranks;
    }

    /** What stands below the curve. */
    public StringProperty rankCaptionProperty() {
        return rankCaption;
    }

    /** The rank at the curve's far end: as many as there are tokens. */
    public IntegerProperty worstRankProperty() {
        return worstRank;
    }

    /** The words in a cell's tooltip. */
    public ObjectProperty<Description> descriptionProperty() {
        return description;
    }

    /** @return how strong the accent is behind a token of probability 1 */
    public static double fullTint(Theme theme) {
        return theme == Theme.LIGHT ? LIGHT_TINT : DARK_TINT;
    }

    private void key(KeyEvent event) {
        if (event.isAltDown() || event.isShortcutDown() || tokens.get().isEmpty()) {
            return;
        }
        int last = tokens.get().size() - 1;
        switch (event.getCode()) {
            case LEFT -> position.set(Math.clamp(position.get() - 1, 0, last));
            case RIGHT -> position.set(Math.clamp(position.get() + 1, 0, last));
            case HOME -> position.set(0);
            case END -> position.set(last);
            case UP -> level.set(Math.clamp(level.get() + 1, 0, lastLevel.get()));
            case DOWN -> level.set(Math.clamp(level.get() - 1, 0, lastLevel.get()));
            case PAGE_UP -> level.set(Math.clamp(level.get() + PAGE, 0, lastLevel.get()));
            case PAGE_DOWN -> level.set(Math.clamp(level.get() - PAGE, 0, lastLevel.get()));
            default -> {
                return;
            }
        }
        event.consume();
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new LensGridSkin(this, appearance);
    }
}
