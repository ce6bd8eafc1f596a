package tokenwalk.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tokenwalk.app.LiveApp;
import tokenwalk.app.navigation.ScreenId;

/** Pictures of the real screens, read back. */
@ExtendWith(ApplicationExtension.class)
class PictureExportTest {
    @TempDir
    private Path folder;

    private LiveApp app;

    @Start
    void start(Stage stage) {
        app = new LiveApp(stage);
    }

    @BeforeEach
    void settle() {
        app.settle();
    }

    @AfterEach
    void close() {
        app.close();
    }

    private Path save(ScreenId screen, String ending) {
        app.act(() -> app.shared().navigation().open(screen));
        Path file = folder.resolve(screen + ending);
        app.act(() -> {
            try {
                Region frame = (Region) app.scene().getRoot();
                PictureExport.save(frame, file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return file;
    }

    private static List<Element> elements(Path file, String name) throws Exception {
        Document document =
                DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(file.toFile());
        NodeList found = document.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    @Test
    void anSvgHoldsTheWordsAndBoxesOnScreen() throws Exception {
        Path file = save(ScreenId.TRAINING, ".svg");
        Files.createDirectories(Path.of("target", "pictures"));
        Files.copy(
                file, Path.of("target", "pictures", "training.svg"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Element root = elements(file, "svg").getFirst();
        assertThat(root.getAttribute("viewBox")).isEqualTo("0 0 1280 800");
        List<String> words =
                elements(file, "text").stream().map(Element::getTextContent).toList();
        assertThat(words).contains("Training view", "Logits", "Gradient at the logits", "Germany");
        assertThat(words.stream().filter(word -> word.endsWith(" %"))).isNotEmpty();
        assertThat(elements(file, "rect").size()).isGreaterThan(50);
        for (Element text : elements(file, "text")) {
            assertThat(Double.parseDouble(text.getAttribute("font-size"))).isGreaterThanOrEqualTo(10);
            assertThat(text.getAttribute("fill")).startsWith("rgb(");
        }
    }

    @Test
    void whatIsPaintedOnACanvasIsAPicture() throws Exception {
        Path file = save(ScreenId.ATTENTION, ".svg");
        Files.copy(
                file,
                Files.createDirectories(Path.of("target", "pictures")).resolve("attention.svg"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        // A flow of several texts: each word where it stands, none over another.
        assertThat(elements(file, "text").stream()
                        .filter(text -> text.getTextContent().contains("looks at each token"))
                        .map(text -> text.getAttribute("y")))
                .isNotEmpty()
                .doesNotContain(elements(file, "text").stream()
                        .filter(text -> text.getTextContent().startsWith("Shading:"))
                        .findFirst()
                        .orElseThrow()
                        .getAttribute("y"));
        assertThat(elements(file, "image"))
                .isNotEmpty()
                .allMatch(image -> image.getAttribute("href").startsWith("data:image/png;base64,"));
    }

    @Test
    void aPngIsTwiceTheSize() throws IOException {
        var image = ImageIO.read(save(ScreenId.COST, ".png").toFile());
        assertThat(image.getWidth()).isEqualTo(2560);
        assertThat(image.getHeight()).isEqualTo(1600);
    }

    @Test
    void theChosenTypeDecidesTheEnding() {
        assertThat(PictureExport.named(Path.of("a", "picture.png"), true)).isEqualTo(Path.of("a", "picture.svg"));
        assertThat(PictureExport.named(Path.of("picture.svg"), true)).isEqualTo(Path.of("picture.svg"));
        assertThat(PictureExport.named(Path.of("picture.png"), false)).isEqualTo(Path.of("picture.png"));
    }
}
