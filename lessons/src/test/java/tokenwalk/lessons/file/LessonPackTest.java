package tokenwalk.lessons.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder, a zip or a file is opened; what leads out of it, or is too large, is refused in one line. */
class LessonPackTest {
    @TempDir
    private Path temp = Path.of("");

    private Path folder() throws IOException {
        return Files.createDirectories(temp.resolve("course"));
    }

    private static List<String> mistakes(LessonPack pack) {
        return pack.files().stream()
                .flatMap(file -> file.mistakes().stream())
                .map(Mistake::toString)
                .toList();
    }

    private static String id(LessonPack pack, int index) {
        return pack.files().get(index).lesson().orElseThrow().id();
    }

    @Test
    void aFolderIsOpenedInTheOrderOfNames() throws IOException {
        Files.writeString(folder().resolve("02-b.json"), Packs.lesson("b"));
        Files.writeString(folder().resolve("01-a.json"), Packs.lesson("a"));
        Files.writeString(folder().resolve("notes.txt"), "mine");
        Files.writeString(folder().resolve("._01-a.json"), "a Mac's");
        LessonPack pack = LessonPack.open(folder());
        assertThat(pack.title()).isEqualTo("course");
        assertThat(pack.place()).contains(folder());
        assertThat(pack.files()).extracting(LessonFile::name).containsExactly("01-a.json", "02-b.json");
        assertThat(mistakes(pack)).isEmpty();
    }

    @Test
    void aBrokenLessonIsListedAndTheOthersOpen() throws IOException {
        Files.writeString(folder().resolve("01-a.json"), "{");
        Files.writeString(folder().resolve("02-b.json"), Packs.lesson("b"));
        LessonPack pack = LessonPack.open(folder());
        assertThat(pack.files().getFirst().lesson()).isEmpty();
        assertThat(mistakes(pack)).hasSize(1);
        assertThat(pack.files().get(1).lesson()).isPresent();
    }

    @Test
    void lessonsOfOneNameInTwoPlacesKeepTheirProgressApart() throws IOException {
        Path here = Files.createDirectories(temp.resolve("here/course"));
        Path there = Files.createDirectories(temp.resolve("there/course"));
        Files.writeString(here.resolve("01-a.json"), Packs.lesson("a"));
        Files.writeString(there.resolve("01-a.json"), Packs.lesson("a"));
        assertThat(id(LessonPack.open(here), 0)).matches("course-[0-9a-f]{6}/01-a");
        assertThat(id(LessonPack.open(here), 0)).isNotEqualTo(id(LessonPack.open(there), 0));
        assertThat(id(LessonPack.open(here.resolve("01-a.json")), 0)).isEqualTo(id(LessonPack.open(here), 0));
    }

    @Test
    void twoFilesOfOneIdAreNotBothALesson() throws IOException {
        Files.writeString(folder().resolve("a.JSON"), Packs.lesson("a"));
        Files.writeString(folder().resolve("a.json"), Packs.lesson("a"));
        assertThat(mistakes(LessonPack.open(folder())))
                .containsExactly("a.json:1: Another lesson here is called «a» already. Rename this file.");
    }

    @Test
    void oneFileIsOpenedWithThePicturesBesideItOnly() throws IOException {
        Files.writeString(folder().resolve("a.json"), Packs.lesson("![it](p.png)"));
        Files.writeString(folder().resolve("b.json"), Packs.lesson("b"));
        Files.write(folder().resolve("p.png"), Packs.png(4, 3));
        LessonPack pack = LessonPack.open(folder().resolve("a.json"));
        assertThat(pack.files()).extracting(LessonFile::name).containsExactly("a.json");
        assertThat(pack.picture("p.png")).contains(Packs.png(4, 3));
        assertThat(pack.picture("b.json")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "course/"})
    void aZipIsOpenedFromItsTopOrItsOneFolder(String in) throws IOException {
        Map<String, byte[]> files = Packs.files(in + "01-a.json", Packs.lesson("![it](p.jpg)"));
        files.put(in + "p.jpg", Packs.picture("jpg", 4, 3));
        files.put("__MACOSX/" + in + "._01-a.json", new byte[] {0});
        LessonPack pack = LessonPack.open(Packs.zip(temp.resolve("course.zip"), files));
        assertThat(mistakes(pack)).isEmpty();
        assertThat(pack.files()).extracting(LessonFile::name).containsExactly("01-a.json");
        assertThat(pack.picture("p.jpg")).isPresent();
        assertThat(id(pack, 0)).matches("course-[0-9a-f]{6}/01-a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../out.json",
                "course/../../out.json",
                "/etc/out.json",
                "C:/out.json",
                "C:out.json",
                "..\\out.json",
                "course//out.json",
                "./out.json",
                "out\n.json",
                "course/.."
            })
    void aZipWithANameThatLeadsOutIsRefused(String name) throws IOException {
        Map<String, byte[]> files = Packs.files("01-a.json", Packs.lesson("a"));
        files.put(name, new byte[] {'x'});
        Path zip = Packs.zip(temp.resolve("hostile.zip"), files);
        assertThatThrownBy(() -> LessonPack.open(zip))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("hostile.zip is refused: it holds a file named")
                .hasMessageNotContaining("\n");
    }

    @Test
    void aZipThatHoldsANameTwiceIsRefused() throws IOException {
        Map<String, byte[]> files = Packs.files("aa.json", Packs.lesson("a"));
        files.put("bb.json", Packs.lesson("b").getBytes(UTF_8));
        Path zip = temp.resolve("hostile.zip");
        Files.write(zip, Packs.forged(Packs.zipped(files), "bb.json", "aa.json"));
        assertThatThrownBy(() -> LessonPack.open(zip)).hasMessageContaining("holds «aa.json» twice");
    }

    @Test
    void aZipBombIsNotUnpackedWhateverItSaysOfItsSize() throws IOException {
        Map<String, byte[]> files = Packs.files("01-a.json", Packs.lesson("a"));
        files.put("02-bomb.json", new byte[30_000_000]);
        byte[] honest = Packs.zipped(files);
        Path zip = temp.resolve("bomb.zip");
        for (byte[] bytes : List.of(honest, sayingItIsSmall(honest, 30_000_000))) {
            Files.write(zip, bytes);
            LessonPack pack = LessonPack.open(zip);
            assertThat(pack.files().getFirst().lesson()).isPresent();
            assertThat(mistakes(pack))
                    .containsExactly("02-bomb.json:1: «02-bomb.json» is larger than 1 MB. Make it smaller.");
        }
    }

    /** The same zip with each place that gives this size giving 100 instead. */
    private static byte[] sayingItIsSmall(byte[] zip, int size) {
        ByteBuffer forged = ByteBuffer.wrap(zip.clone()).order(ByteOrder.LITTLE_ENDIAN);
        int found = 0;
        for (int at = 0; at + 4 <= zip.length; at++) {
            if (forged.getInt(at) == size) {
                forged.putInt(at, 100);
                found++;
            }
        }
        assertThat(found).isPositive();
        return forged.array();
    }

    @Test
    void aPackTooLargeAsAWholeIsRefused() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < 60; i++) {
            files.put(i + ".json", new byte[900_000]);
        }
        Path zip = Packs.zip(temp.resolve("large.zip"), files);
        assertThatThrownBy(() -> LessonPack.open(zip)).hasMessageContaining("larger than 50 MB together");
    }

    @Test
    void tooManyFilesAreRefused() throws IOException {
        Map<String, byte[]> lessons = new LinkedHashMap<>();
        for (int i = 0; i < 201; i++) {
            lessons.put(i + ".json", new byte[] {'1'});
        }
        Path many = Packs.zip(temp.resolve("many.zip"), lessons);
        assertThatThrownBy(() -> LessonPack.open(many)).hasMessageContaining("more than 200 lessons");
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < 1001; i++) {
            files.put("x/" + i, new byte[0]);
        }
        Path more = Packs.zip(temp.resolve("more.zip"), files);
        assertThatThrownBy(() -> LessonPack.open(more)).hasMessageContaining("more than 1,000 files");
    }

    @Test
    void deepNestingIsRefused() throws IOException {
        Files.writeString(folder().resolve("a.json"), "[".repeat(400_000));
        assertThat(mistakes(LessonPack.open(folder())))
                .containsExactly(
                        "a.json:1: Braces and brackets are nested more than 20 deep. A lesson needs no more than 6.");
    }

    @Test
    void linksThatLeadOutAreNotFollowed() throws IOException {
        Path secret = Files.writeString(temp.resolve("secret.json"), Packs.lesson("secret"));
        Files.write(temp.resolve("secret.png"), Packs.png(2, 2));
        Files.createSymbolicLink(folder().resolve("01-link.json"), secret);
        Files.createSymbolicLink(folder().resolve("p.png"), temp.resolve("secret.png"));
        Files.writeString(folder().resolve("02-a.json"), Packs.lesson("![it](p.png)"));
        LessonPack pack = LessonPack.open(folder());
        assertThat(mistakes(pack))
                .containsExactly(
                        "01-link.json:1: «01-link.json» is a link that leads out of the lesson's folder."
                                + " Put the file itself into the folder.",
                        "02-a.json:8: «p.png» is a link that leads out of the lesson's folder."
                                + " Put the file itself into the folder.");
        assertThat(pack.picture("p.png")).isEmpty();
    }

    @Test
    void picturesAreOfTheFolderAndWhatTheySay() throws IOException {
        Files.write(folder().resolve("fake.png"), "GIF89a, to be sure".getBytes(UTF_8));
        Files.write(folder().resolve("cut.png"), Arrays.copyOf(Packs.png(4, 4), 12));
        Files.write(folder().resolve("vast.png"), sized(Packs.png(4, 4), 7_000, 7_000));
        Files.write(folder().resolve("long.png"), sized(Packs.png(4, 4), 9_000, 1));
        Files.write(folder().resolve("fat.png"), new byte[5_000_001]);
        Files.write(temp.resolve("outside.png"), Packs.png(4, 4));
        List<String> names =
                List.of("fake.png", "cut.png", "vast.png", "long.png", "fat.png", "none.png", "../outside.png");
        for (String name : names) {
            Files.writeString(folder().resolve("a.json"), Packs.lesson("![it](" + name + ")"));
            LessonPack pack = LessonPack.open(folder());
            assertThat(pack.picture(name)).as(name).isEmpty();
            assertThat(mistakes(pack)).as(name).hasSize(1);
            assertThat(mistakes(pack).getFirst())
                    .as(name)
                    .startsWith("a.json:8: ")
                    .contains(name);
        }
    }

    /** A PNG whose header says another size. */
    private static byte[] sized(byte[] png, int width, int height) {
        ByteBuffer bytes = ByteBuffer.wrap(png.clone());
        bytes.putInt(16, width).putInt(20, height);
        CRC32 sum = new CRC32();
        sum.update(bytes.array(), 12, 17);
        bytes.putInt(29, (int) sum.getValue());
        return bytes.array();
    }

    @Test
    void whatIsNoPackIsSaidToBeNone() throws IOException {
        Path text = Files.writeString(temp.resolve("a.txt"), "hello");
        Path zip = Files.writeString(temp.resolve("a.zip"), "no zip");
        Path empty = Files.createDirectories(temp.resolve("empty"));
        assertThatThrownBy(() -> LessonPack.open(text)).hasMessageContaining("is no folder, zip file or .json file");
        assertThatThrownBy(() -> LessonPack.open(zip)).hasMessageContaining("cannot be read as a zip file");
        assertThatThrownBy(() -> LessonPack.open(empty)).hasMessageContaining("no lessons in");
        assertThatThrownBy(() -> LessonPack.open(temp.resolve("none"))).hasMessageContaining("There is no");
    }
}
