package tokenwalk.app.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import tokenwalk.app.LiveApp;
import tokenwalk.app.controls.TokenChipRow;
import tokenwalk.app.controls.TokenText;
import tokenwalk.app.navigation.ScreenId;
import tokenwalk.app.theme.Theme;
import tokenwalk.app.tokens.model.IdLookup;
import tokenwalk.app.tokens.model.MergePlayer;
import tokenwalk.app.tokens.model.Spelling;
import tokenwalk.app.tokens.model.TokensPerWord;
import tokenwalk.app.tokens.model.VocabularySearch;
import tokenwalk.app.tokens.model.Word;
import tokenwalk.runtime.token.Token;
import tokenwalk.runtime.token.WordMerges;

/** The screen «Tokens» on the real tokenizer. */
@ExtendWith(ApplicationExtension.class)
class TokensScreenTest {
    private static final String SPLIT = "Unbelievable: 日本 costs 12,50 € 🦜 <|im_end|>";

    private LiveApp app;
    private FxRobot robot;

    @Start
    void start(Stage stage) {
        app = new LiveApp(stage);
    }

    @BeforeEach
    void open(FxRobot robot) {
        this.robot = robot;
        app.settle();
        app.act(() -> app.shared().navigation().open(ScreenId.TOKENS));
    }

    @AfterEach
    void close() {
        app.close();
    }

    @Test
    void theSentenceIsSpelledInTheReferencesTokens() {
        List<Integer> ids = spellings().stream()
                .flatMap(spelling -> spelling.tokens().stream())
                .map(Token::id)
                .toList();
        // As in the reference's smollm2/capital.json.
        assertThat(ids).containsExactly(504, 3575, 282, 4521, 314, 11452, 30, 378, 3575, 282, 4649, 314);
        assertThat(robot.lookup(".spelled-id").queryAllAs(Label.class))
                .extracting(Labeled::getText)
                .contains("11452");
        assertThat(text("#tokens-per-word")).isEqualTo("1.09");
        assertThat(text("#per-word-parts")).startsWith("= 12 tokens ÷ 11 words");
        assertThat(text("#vocabulary-count")).isEqualTo("49,152");
        app.picture("tokens-light");
        app.act(() -> app.shared().appearance().themeProperty().set(Theme.DARK));
        app.picture("tokens-dark");
    }

    @Test
    void charactersSplitOverTokensAreShownAsBytesAndSpecialTokensAsPills() {
        read(SPLIT);
        List<Spelling> parrot = spellings().stream()
                .filter(spelling -> spelling.glyphs().stream()
                        .anyMatch(glyph -> glyph.text().equals("🦜")))
                .toList();
        assertThat(parrot).hasSize(1);
        assertThat(parrot.getFirst().tokens().size()).isGreaterThan(1);
        assertThat(parrot.getFirst().bytes()).endsWith(0xF0, 0x9F, 0xA6, 0x9C);
        assertThat(robot.lookup(".token-run").queryAllAs(Label.class))
                .extracting(Labeled::getText)
                .noneMatch(shown -> shown.contains("\uFFFD"));
        assertThat(spellings().getLast().tokens().getFirst().text()).isEqualTo("<|im_end|>");
        assertThat(flow("#split-words")).contains("␣🦜");
        app.picture("tokens-split-light");
        app.act(() -> app.shared().appearance().scaleTo(1.5));
        app.picture("tokens-split-large");
    }

    @Test
    void theMergesOfTheChosenTokensWordArePlayedBack() {
        app.act(() -> app.shared().session().positionProperty().set(5));
        WordMerges berlin = app.model().tokenizer().merges(" Berlin");
        int steps = berlin.steps().size();
        assertThat(text("#merge-count")).isEqualTo("merge %d of %d".formatted(steps, steps));
        robot.clickOn("#merge-step");
        app.settle();
        assertThat(text("#merge-count")).isEqualTo("merge 0 of " + steps);
        robot.clickOn("#merge-step").clickOn("#merge-step").clickOn("#merge-back");
        app.settle();
        assertThat(text("#merge-count")).isEqualTo("merge 1 of " + steps);
        assertThat(list("#merges").getItems()).hasSize(2);
        assertThat(slider().getValue()).isEqualTo(1);
        assertThat(pieces("#merges"))
                .containsSequence(berlin.after(1).stream().map(Token::text).toList());
        app.act(() -> slider().setValue(steps));
        assertThat(list("#merges").getItems()).hasSize(steps + 1);
    }

    @Test
    void playMakesOneMergeAfterTheOtherAndResetGoesBackToTheChosenWord() {
        app.act(() -> {
            app.shared().session().positionProperty().set(5);
            MergePlayer player = new MergePlayer(app.shared().session(), Runnable::run);
            player.type("tokenization");
            assertThat(player.steps()).isEqualTo(10);
            player.step();
            assertThat(player.stepProperty().get()).isZero();
            player.play();
            assertThat(player.stepProperty().get()).isEqualTo(10);
            assertThat(player.playingProperty().get()).isFalse();
            player.reset();
            assertThat(Objects.requireNonNull(player.playProperty().get())
                            .word()
                            .text())
                    .isEqualTo(" Berlin");
        });
    }

    @Test
    void anyWordCanBeTyped() {
        robot.clickOn("#own-word").write("tokenization");
        app.settle();
        int steps = app.model().tokenizer().merges("tokenization").steps().size();
        assertThat(text("#merge-count")).isEqualTo("merge %d of %d".formatted(steps, steps));
        app.picture("tokens-word-light");
    }

    @Test
    void idsAreTurnedIntoText() {
        assertThat(text("#ids-text")).isEqualTo("The capital of Germany is Berlin. The capital of France is");
        type("#ids", "4649, 282");
        assertThat(text("#ids-text")).isEqualTo(" France of");
        type("#ids", "4649 49152");
        assertThat(text("#ids-problem")).isEqualTo("! «49152» is no id. Ids go from 0 to 49,151.");
    }

    @Test
    void theVocabularyIsSearchedByTextAndId() {
        type("#vocabulary-query", "4649");
        assertThat(vocabulary().getFirst().text()).isEqualTo(" France");
        type("#vocabulary-query", "germ");
        assertThat(vocabulary())
                .allMatch(
                        token -> token.text().toLowerCase(java.util.Locale.ROOT).contains("germ"));
        assertThat(text("#vocabulary-count"))
                .isEqualTo("%d of 49,152".formatted(vocabulary().size()));
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        app.settle();
        assertThat(text("#ids-text")).isEqualTo(vocabulary().getFirst().text());
    }

    @Test
    void aSearchIsFastEnoughForTheFxThread() {
        VocabularySearch search = new VocabularySearch(app.model().tokenizer().vocabulary());
        search.find("an");
        long start = System.nanoTime();
        search.find("tion");
        double millis = (System.nanoTime() - start) / 1e6;
        System.out.printf("vocabulary search: %.1f ms%n", millis);
        assertThat(millis).isLessThan(50);
    }

    @Test
    void theKeysGoTokenByToken() {
        app.act(() -> app.shared().session().positionProperty().set(3));
        robot.clickOn("#spelling").type(KeyCode.HOME).type(KeyCode.RIGHT);
        app.settle();
        assertThat(app.shared().session().positionProperty().get()).isEqualTo(1);
    }

    @Test
    void aTextThatIsTypedBecomesTheSentence() {
        robot.clickOn("#text")
                .push(KeyCode.SHORTCUT, KeyCode.A)
                .write("The blue zorp")
                .type(KeyCode.ENTER);
        app.settle();
        assertThat(app.shared().session().promptProperty().get()).isEqualTo("The blue zorp");
        assertThat(flow("#split-words")).isEqualTo("More than one: ␣zorp 2");
    }

    @Test
    void aLongTextScrolls() {
        read("The quick brown fox jumps over the lazy dog. ".repeat(51).strip());
        assertThat(Objects.requireNonNull(app.shared().session().reading())
                        .trace()
                        .length())
                .isGreaterThanOrEqualTo(500);
        assertThat(robot.lookup(".spelling-column").queryAll().size()).isLessThan(120);
        app.picture("tokens-long-light");
    }

    @Test
    void wordsCoverAllTokensOnce() {
        List<Token> tokens = app.model().encodePrompt(SPLIT);
        List<Word> words = Word.of(tokens, app.model().tokenizer());
        assertThat(words.stream().mapToInt(Word::tokenCount).sum()).isEqualTo(tokens.size());
        assertThat(words.getLast().whole()).isTrue();
        assertThat(TokensPerWord.of(tokens, app.model().tokenizer()).bytes())
                .isEqualTo(SPLIT.getBytes(java.nio.charset.StandardCharsets.UTF_8).length);
        assertThat(IdLookup.of("", app.model().tokenizer())).isEqualTo(new IdLookup.Found(List.of(), ""));
    }

    @Test
    void aNumberTellsWhereItComesFrom() {
        robot.clickOn((Button) robot.lookup("#merges-where").query());
        app.settle();
        assertThat(robot.lookup(".provenance-source").queryAs(Label.class).getText())
                .contains("merge");
    }

    private void read(String text) {
        app.act(() -> app.shared().session().showText(text));
    }

    private void type(String id, String text) {
        app.act(() -> ((TextField) robot.lookup(id).query()).setText(text));
        robot.clickOn(id);
        app.settle();
    }

    private List<Spelling> spellings() {
        ListView<Spelling> list = robot.lookup("#spelling").query();
        return list.getItems();
    }

    private List<Token> vocabulary() {
        ListView<Token> list = robot.lookup("#vocabulary").query();
        return list.getItems();
    }

    private ListView<?> list(String id) {
        return robot.lookup(id).query();
    }

    private List<String> pieces(String id) {
        return robot
                .from(robot.lookup(id).<Node>query())
                .lookup(".piece .token-text")
                .queryAllAs(TokenText.class)
                .stream()
                .filter(piece -> piece.getScene() != null)
                .map(TokenText::getText)
                .toList();
    }

    private Slider slider() {
        return robot.lookup("#merge-slider").query();
    }

    private String text(String id) {
        Node node = robot.lookup(id).query();
        return node instanceof TextInputControl input ? input.getText() : ((Labeled) node).getText();
    }

    private String flow(String id) {
        return text(id);
    }

    @Test
    void aWordsChipChoosesItsToken() {
        TokenChipRow words = robot.lookup("#words").query();
        app.act(() -> words.select(1));
        assertThat(app.shared().session().positionProperty().get()).isEqualTo(1);
    }
}
