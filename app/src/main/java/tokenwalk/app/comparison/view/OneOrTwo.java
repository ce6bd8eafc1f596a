package tokenwalk.app.comparison.view;

import java.util.function.Supplier;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.comparison.model.ComparisonModel;

/** What a screen shows of one model; while two are open, what it shows of both. */
public final class OneOrTwo extends StackPane {
    private final Region one;
    private final Supplier<? extends Region> makeTwo;
    private @Nullable Region two;

    /** @param two makes what is shown of both models when that is first asked for */
    public OneOrTwo(ComparisonModel comparison, Region one, Supplier<? extends Region> two) {
        this.one = one;
        this.makeTwo = two;
        setMinWidth(0);
        comparison.shownProperty().subscribe(this::show);
    }

    private void show(boolean both) {
        getChildren().setAll(both ? both() : one);
    }

    private Region both() {
        Region made = two;
        if (made == null) {
            made = makeTwo.get();
            two = made;
        }
        return made;
    }
}
