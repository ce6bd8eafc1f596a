package tokenwalk.app.lesson.model;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tokenwalk.lessons.file.LessonPack;

/** The lessons there are: those that ship, and the packs the user opened. */
public final class LessonShelf {
    private final ReadOnlyObjectWrapper<List<LessonPack>> packs =
            new ReadOnlyObjectWrapper<>(this, "packs", List.of(LessonPack.bundled()));

    public ReadOnlyObjectProperty<List<LessonPack>> packsProperty() {
        return packs.getReadOnlyProperty();
    }
}
