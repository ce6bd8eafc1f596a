package tokenwalk.app.lesson.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import tokenwalk.app.background.Background;
import tokenwalk.app.background.Lane;
import tokenwalk.lessons.file.LessonFile;
import tokenwalk.lessons.file.LessonPack;
import tokenwalk.lessons.file.PackWatch;
import tokenwalk.lessons.lesson.Lesson;

/** The lessons there are: those that ship, and the packs the user opened. */
public final class LessonShelf {
    private final Background background;
    private final Lane opens;
    private final Map<Path, PackWatch> watches = new HashMap<>();
    private final ReadOnlyObjectWrapper<List<LessonPack>> packs = new ReadOnlyObjectWrapper<>(this, "packs", List.of());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown");
    private boolean hasRead;

    public LessonShelf(Background background) {
        this.background = background;
        this.opens = new Lane(background);
        shown.subscribe(now -> {
            if (now) {
                readBundled();
            }
        });
    }

    /** Not before somebody looks: the program's first seconds belong to the model. */
    private void readBundled() {
        if (!hasRead) {
            hasRead = true;
            new Lane(background).run(LessonPack::bundled, this::add, failure -> problem.set(String.valueOf(failure)));
        }
    }

    /** The packs, the one that ships first; empty until that is read, which begins when they are shown. */
    public ReadOnlyObjectProperty<List<LessonPack>> packsProperty() {
        return packs.getReadOnlyProperty();
    }

    /** Why the last pack could not be opened, in one line; empty if it could. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether the lessons are shown beside the screens. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    /** Opens a folder or zip of lessons, or a single one, and keeps watch over it: an edited file is read anew. */
    public void open(Path place) {
        problem.set("");
        shown.set(true);
        opens.run(() -> PackWatch.open(place, new Watcher()), this::opened, failure -> {
            String message = failure.getMessage();
            problem.set(message == null ? failure.toString() : message);
        });
    }

    /** Told by a thread of the watch's own. */
    private final class Watcher implements PackWatch.Listener {
        @Override
        public void changed(LessonPack fresh) {
            background.screen().execute(() -> {
                // It may have been taken off the shelf since.
                if (fresh.place().filter(watches::containsKey).isPresent()) {
                    problem.set("");
                    add(fresh);
                }
            });
        }

        @Override
        public void unreadable(String message) {
            background.screen().execute(() -> problem.set(message));
        }
    }

    private void opened(PackWatch watch) {
        watch.pack().place().ifPresent(place -> {
            PackWatch before = watches.put(place, watch);
            if (before != null) {
                before.close();
            }
        });
        add(watch.pack());
    }

    /** Takes a pack in, in the place of the same one read earlier. */
    private void add(LessonPack pack) {
        List<LessonPack> now = new ArrayList<>(packs.get());
        int before = indexOf(pack.place());
        if (before < 0) {
            now.add(pack.place().isEmpty() ? 0 : now.size(), pack);
        } else {
            now.set(before, pack);
        }
        packs.set(List.copyOf(now));
    }

    private int indexOf(Optional<Path> place) {
        for (int i = 0; i < packs.get().size(); i++) {
            if (packs.get().get(i).place().equals(place)) {
                return i;
            }
        }
        return -1;
    }

    /** Takes an opened pack off the shelf. */
    public void close(LessonPack pack) {
        pack.place().map(watches::remove).ifPresent(PackWatch::close);
        packs.set(packs.get().stream().filter(other -> other != pack).toList());
    }

    /** @return the lesson's number in its pack, from 1; 0 if it is in none */
    public int numberOf(@Nullable Lesson lesson) {
        return packs.get().stream()
                .map(pack -> lessons(pack).stream().map(Lesson::id).toList())
                .mapToInt(ids -> lesson == null ? 0 : ids.indexOf(lesson.id()) + 1)
                .filter(number -> number > 0)
                .findFirst()
                .orElse(0);
    }

    /** @return the lesson as it is now, by its id */
    public Optional<Lesson> find(String id) {
        return packs.get().stream()
                .flatMap(pack -> lessons(pack).stream())
                .filter(lesson -> lesson.id().equals(id))
                .findFirst();
    }

    /** @return gives the pictures of the lesson's own pack */
    public Function<String, Optional<byte[]>> picturesOf(@Nullable Lesson lesson) {
        return packs.get().stream()
                .filter(pack -> lesson != null
                        && lessons(pack).stream().anyMatch(other -> other.id().equals(lesson.id())))
                .<Function<String, Optional<byte[]>>>map(pack -> pack::picture)
                .findFirst()
                .orElse(_ -> Optional.empty());
    }

    /** @return the lessons of a pack that can be played */
    public static List<Lesson> lessons(LessonPack pack) {
        return pack.files().stream()
                .map(LessonFile::lesson)
                .flatMap(Optional::stream)
                .toList();
    }
}
