package tokenwalk.app.logits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import tokenwalk.app.LiveApp;
import tokenwalk.app.controls.HeatStrip;
import tokenwalk.app.controls.TokenText;
import tokenwalk.app.logits.model.LogitsModel;
import tokenwalk.app.navigation.ScreenId;
import tokenwalk.app.session.Reading;
import tokenwalk.app.theme.Theme;
import tokenwalk.runtime.tensor.Vector;

/** The screen «Logits» on the real model, against the runtime. */
@ExtendWith(ApplicationExtension.class)
class LogitsScreenTest {
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
        app.act(() -> app.shared().navigation().open(ScreenId.LOGITS));
    }

    @AfterEach
    void close() {
        app.close();
    }

    @Test
    void theTermsAddUpToTheLogitOfTheBestToken() {
        assertThat(token()).isEqualTo(" Paris");
        double shown = robot.from(robot.lookup("#terms")).lookup(".term-value").queryAllAs(Labeled.class).stream()
                .mapToDouble(value -> number(value.getText()))
                .sum();
        double logit = reading().trace().logits().at(id(" Paris"));
        assertThat(shown).isCloseTo(logit, within(1e-2));
        assertThat(number(text("#total"))).isCloseTo(logit, within(1e-2));
        assertThat(number(text("#logit"))).isCloseTo(logit, within(6e-4));
        assertThat(text("#agreement")).startsWith("✓");
    }

    @Test
    void theTableHoldsTheWholeVocabulary() {
        assertThat(table().getItems()).hasSize(app.model().shape().vocabulary());
        assertThat(text("#found")).isEqualTo("49,152 tokens");
        assertThat(row(0)).containsExactly("1", "␣Paris", "7042", text("#logit").substring(0, 5), "97.6 %");
        assertThat(row(1).get(1)).isEqualTo("␣capital");
    }

    @Test
    void searchingAndSortingKeepToWhatIsFound() {
        app.act(() -> robot.lookup("#vocabulary-search").<TextField>query().setText("berlin"));
        assertThat(text("#found")).endsWith("of 49,152");
        assertThat(table().getItems())
                .isNotEmpty()
                .allMatch(id -> app.model().token(id).text().toLowerCase().contains("berlin"));
        app.act(() -> robot.lookup("#vocabulary-search").<TextField>query().setText(""));
        sort("Logit", TableColumn.SortType.ASCENDING);
        assertThat(row(0).getFirst()).isEqualTo("49,152");
        sort("Id", TableColumn.SortType.DESCENDING);
        assertThat(row(0).get(2)).isEqualTo("49151");
        sort("Token", TableColumn.SortType.ASCENDING);
        assertThat(table().getItems()).doesNotHaveDuplicates().hasSize(49152);
    }

    @Test
    void aRowOfTheTableIsShownAsASum() {
        app.act(() -> table().getSelectionModel().select(1));
        assertThat(token()).isEqualTo(" capital");
        assertThat(number(text("#logit"))).isCloseTo(reading().trace().logits().at(id(" capital")), within(6e-4));
        assertThat(text("#chosen-mark")).startsWith("chosen: ␣capital 12.8");
        assertThat(text("#best-mark")).startsWith("best: ␣Paris 18.0");
        app.picture("logits-chosen");
        robot.clickOn("#follow-best");
        app.settle();
        assertThat(token()).isEqualTo(" Paris");
        assertThat(text("#best-mark")).startsWith("chosen and best: ␣Paris");
    }

    @Test
    void anotherPositionHasItsOwnScores() {
        app.act(() -> app.shared().session().positionProperty().set(4));
        assertThat(token()).isEqualTo(" Berlin");
        Vector logits =
                app.model().transformer().unembedding().logits(reading().trace().residual(30, 4));
        assertThat(number(text("#logit"))).isCloseTo(logits.at(id(" Berlin")), within(6e-4));
        assertThat(number(text("#total"))).isCloseTo(logits.at(id(" Berlin")), within(1e-2));
        assertThat(row(0).get(1)).isEqualTo("␣Berlin");
    }

    @Test
    void theTiedRowIsDrawnOnBothEnds() {
        assertThat(text("#tying")).isEqualTo("The same matrix, in and out");
        assertThat(text("#tying-note")).contains("49,152 × 576");
        HeatStrip in = robot.lookup("#embedding-row").query();
        HeatStrip out = robot.lookup("#unembedding-row").query();
        Vector row = app.model().transformer().unembedding().row(7042);
        for (int i = 0; i < row.size(); i++) {
            assertThat(in.numbersProperty().get().at(i)).isEqualTo(row.at(i));
            assertThat(out.numbersProperty().get().at(i)).isEqualTo(row.at(i));
        }
    }

    @Test
    void looksRight() {
        app.picture("logits-light");
        app.act(() -> app.shared().appearance().themeProperty().set(Theme.DARK));
        app.picture("logits-dark");
        app.act(() -> app.shared().appearance().scaleTo(1.5));
        app.picture("logits-large-dark");
        assertThat(table().getItems()).isNotEmpty();
    }

    @Test
    void looksRightOnALargeScreen() {
        app.act(() -> {
            Pane root = (Pane) app.scene().getRoot();
            root.setPrefSize(1920, 1080);
            app.scene().setRoot(new Pane(root));
        });
        app.act(() -> app.shared().appearance().scaleTo(16.0 / 14));
        app.picture("logits-1920");
        assertThat(table().getItems()).isNotEmpty();
    }

    @Test
    void resetFollowsTheBestTokenAndForgetsTheSearch() {
        LogitsModel model = app.get(
                () -> new LogitsModel(app.shared().session(), app.shared().background()));
        app.act(() -> {
            model.choose(5);
            model.searchProperty().set("berlin");
        });
        assertThat(Objects.requireNonNull(model.sumProperty().get()).tokenId()).isEqualTo(5);
        app.act(model::reset);
        assertThat(Objects.requireNonNull(model.sumProperty().get()).tokenId()).isEqualTo(7042);
        assertThat(model.foundProperty().get()).hasSize(49152);
    }

    private void sort(String column, TableColumn.SortType type) {
        app.act(() -> {
            TableColumn<Integer, ?> found = table().getColumns().stream()
                    .filter(candidate -> candidate.getText().equals(column))
                    .findFirst()
                    .orElseThrow();
            found.setSortType(type);
            table().getSortOrder().setAll(List.of(found));
        });
    }

    private List<String> row(int index) {
        Node row = robot.lookup(".table-row-cell").queryAll().stream()
                .filter(node -> node.isVisible() && ((IndexedCell<?>) node).getIndex() == index)
                .findFirst()
                .orElseThrow();
        return row.lookupAll(".table-cell").stream()
                .map(cell -> ((Labeled) cell).getGraphic() instanceof TokenText token
                        ? token.getToken().plain()
                        : ((Labeled) cell).getText())
                .toList();
    }

    private TableView<Integer> table() {
        return robot.lookup("#vocabulary").query();
    }

    private String token() {
        return robot.lookup("#logit-token").<TokenText>query().getText();
    }

    private String text(String query) {
        return robot.lookup(query).<Labeled>query().getText();
    }

    private static double number(String shown) {
        return Double.parseDouble(shown.replace('−', '-'));
    }

    private int id(String text) {
        return app.model().tokenizer().vocabulary().find(text).orElseThrow().id();
    }

    private Reading reading() {
        return Objects.requireNonNull(app.shared().session().reading());
    }
}
