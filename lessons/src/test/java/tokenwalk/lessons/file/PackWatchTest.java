package tokenwalk.lessons.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.WatchService;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tokenwalk.lessons.lesson.Lesson;

/** Who edits a lesson sees it change, and never loses it. */
class PackWatchTest {
    /** A freeze, not a slow machine. */
    private static final int MOST_SECONDS = 60;

    @TempDir
    private Path folder = Path.of("");

    private final BlockingQueue<LessonPack> packs = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> troubles = new LinkedBlockingQueue<>();

    private final PackWatch.Listener listener = new PackWatch.Listener() {
        @Override
        public void changed(LessonPack fresh) {
            packs.add(fresh);
        }

        @Override
        public void unreadable(String message) {
            troubles.add(message);
        }
    };

    private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        return Optional.ofNullable(queue.poll(MOST_SECONDS, TimeUnit.SECONDS)).orElseThrow();
    }

    private static Optional<Lesson> first(LessonPack pack) {
        return pack.files().getFirst().lesson();
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    @Test
    void anEditedLessonIsReadAgain() throws Exception {
        write("a.json", Packs.lesson("before"));
        try (PackWatch watch = PackWatch.open(folder, listener)) {
            Lesson before = first(watch.pack()).orElseThrow();
            write("a.json", Packs.lesson("after, and longer"));
            LessonPack fresh = next(packs);
            assertThat(first(fresh)).isPresent();
            assertThat(first(fresh)).isNotEqualTo(Optional.of(before));
            assertThat(watch.pack()).isSameAs(fresh);
        }
    }

    @Test
    void itWorksWithoutTheSystemsNotices() throws Exception {
        write("a.json", Packs.lesson("before"));
        try (PackWatch watch = PackWatch.open(folder, listener, Optional.empty())) {
            write("b.json", Packs.lesson("new"));
            assertThat(next(packs).files()).hasSize(2);
            assertThat(watch.pack().files()).hasSize(2);
        }
    }

    @Test
    void aHalfWrittenSaveKeepsTheLessonAndTellsTheMistake() throws Exception {
        String whole = Packs.lesson("before");
        write("a.json", whole);
        try (PackWatch watch = PackWatch.open(folder, listener)) {
            Lesson before = first(watch.pack()).orElseThrow();
            write("a.json", whole.substring(0, 60));
            LessonFile broken = next(packs).files().getFirst();
            assertThat(broken.lesson()).contains(before);
            assertThat(broken.mistakes()).hasSize(1);
            write("a.json", whole);
            LessonFile mended = next(packs).files().getFirst();
            assertThat(mended.lesson()).contains(before);
            assertThat(mended.mistakes()).isEmpty();
        }
    }

    @Test
    void aZipThatIsReplacedIsReadAgain() throws Exception {
        Path zip = Packs.zip(folder.resolve("p.zip"), Packs.files("a.json", Packs.lesson("a")));
        try (PackWatch watch = PackWatch.open(zip, listener)) {
            Files.writeString(zip, "half a zip");
            assertThat(next(troubles)).contains("cannot be read as a zip file");
            assertThat(first(watch.pack())).isPresent();
            Path other = Packs.zip(folder.resolve("other"), Packs.files("b.json", Packs.lesson("b")));
            Files.move(other, zip, StandardCopyOption.REPLACE_EXISTING);
            assertThat(next(packs).files().getFirst().name()).isEqualTo("b.json");
        }
    }

    @Test
    void itEndsWhenClosed() throws Exception {
        write("a.json", Packs.lesson("a"));
        WatchService notices = FileSystems.getDefault().newWatchService();
        PackWatch watch = PackWatch.open(folder, listener, Optional.of(notices));
        watch.close();
        assertThat(watch.ended(MOST_SECONDS)).isTrue();
        write("a.json", Packs.lesson("after, and longer"));
        assertThat(packs).isEmpty();
    }
}
