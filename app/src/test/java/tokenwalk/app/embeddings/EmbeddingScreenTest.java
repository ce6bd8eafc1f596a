package tokenwalk.app.embeddings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
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
import tokenwalk.app.embeddings.model.LeastTrained;
import tokenwalk.app.embeddings.model.LeastTrainedModel;
import tokenwalk.app.embeddings.model.LeastTrainedModel.NearestAtLevel;
import tokenwalk.app.embeddings.model.RotaryModel;
import tokenwalk.app.navigation.ScreenId;
import tokenwalk.app.session.SessionModel;
import tokenwalk.app.theme.Theme;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.trace.Trace;
import tokenwalk.runtime.transformer.EmbeddingTable;
import tokenwalk.runtime.transformer.EmbeddingTable.RankedRow;
import tokenwalk.runtime.transformer.Rotary;

/** The screen «Embedding and position» on the real model. */
@ExtendWith(ApplicationExtension.class)
class EmbeddingScreenTest {
    private static final int CAPITAL = 3575;

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
        app.act(() -> app.shared().navigation().open(ScreenId.EMBEDDING));
    }

    @AfterEach
    void close() {
        app.close();
    }

    private EmbeddingTable table() {
        return app.model().transformer().embedding();
    }

    private Trace trace() {
        return Objects.requireNonNull(app.shared().session().reading()).trace();
    }

    private void choose(int position) {
        app.act(() -> app.shared().session().positionProperty().set(position));
    }

    @Test
    void theRowIsTheTablesAndTheSameWhereverTheTokenStands() {
        choose(8);
        Vector row = table().row(CAPITAL);
        assertThat(((TokenText) robot.lookup("#row-token").query()).getText()).isEqualTo(" capital");
        assertThat(text("#row-which")).startsWith("row 3,575 of 49,152 · 576 numbers");
        int at = 0;
        for (int line = 0; robot.lookup("#row-strip-" + line).tryQuery().isPresent(); line++) {
            HeatStrip strip = robot.lookup("#row-strip-" + line).query();
            assertThat(strip.firstIndexProperty().get()).isEqualTo(at);
            for (int i = 0; i < strip.numbersProperty().get().size(); i++) {
                assertThat(strip.numbersProperty().get().at(i)).isEqualTo(row.at(at + i));
            }
            at += strip.numbersProperty().get().size();
        }
        assertThat(at).isEqualTo(576);
        assertThat(text("#same-row")).contains("2 times", "is this very row");
        assertThat(robot.lookup(".place-strip").queryAll()).hasSize(2);
        assertThat(trace().residual(0, 1).toArray())
                .isEqualTo(trace().residual(0, 8).toArray());
        app.picture("embedding-light");
        app.act(() -> app.shared().appearance().themeProperty().set(Theme.DARK));
        app.picture("embedding-dark");
    }

    @Test
    void theTenNearestRowsAreByCosine() {
        choose(10);
        List<RankedRow> rows = this.<RankedRow>list("#nearest-rows").getItems();
        assertThat(rows).hasSize(10);
        assertThat(app.model().token(rows.get(1).id()).text()).isEqualTo(" Spain");
        Vector france = table().row(trace().tokens().get(10).id());
        assertThat(rows)
                .allSatisfy(
                        row -> assertThat(row.measure()).isCloseTo(france.cosine(table().row(row.id())), within(1e-4)));
        assertThat(robot.lookup("#nearest-rows").<Node>query().lookupAll(".bar-percent"))
                .anyMatch(node -> ((Label) node).getText().equals("0.703"));
    }

    @Test
    void theLeastTrainedRowsAreFoundInThreeWays() {
        ListView<RankedRow> list = list("#least-trained");
        assertThat(app.model().token(list.getItems().get(0).id()).text()).startsWith("<");
        assertThat(list.getItems().get(3).measure()).isGreaterThan(0.999);
        robot.clickOn(toggle("near the centre"));
        app.settle();
        assertThat(list.getItems().getFirst())
                .isEqualTo(table().nearestToCentre(1).getFirst());
        robot.clickOn(toggle("shortest"));
        app.settle();
        assertThat(list.getItems().getFirst()).isEqualTo(table().shortest(1).getFirst());
        app.picture("embedding-shortest-light");
    }

    @Test
    void betweenTheEndsTheNearestRowsAreOdd() {
        List<NearestAtLevel> levels =
                this.<NearestAtLevel>list("#nearest-by-level").getItems();
        assertThat(levels).hasSize(31);
        assertThat(levels.getFirst().row().id())
                .isEqualTo(trace().tokens().get(11).id());
        assertThat(levels.getFirst().row().measure()).isCloseTo(1, within(1e-4));
        assertThat(app.model().token(levels.get(30).row().id()).text()).isEqualTo(" Paris");
        assertThat(levels.subList(1, 30)).allMatch(level -> level.row().measure() < 0.3);
    }

    @Test
    void movingBothTokensLeavesTheScore() {
        Rotary rotary = app.model().transformer().rotary();
        Vector query = trace().query(16, 4, 11);
        Vector key = trace().key(16, 4, 10);
        double score = rotary.rotated(query, 11).dot(rotary.rotated(key, 10)) / 8;
        assertThat(((ComboBox<?>) robot.lookup("#key-token").query()).getValue())
                .isEqualTo(10);
        assertThat(text("#score-here")).endsWith("at 12 and 11:   " + tokenwalk.app.controls.SignedNumber.of(score, 4));
        app.act(() -> ((Slider) robot.lookup("#shift").query()).setValue(100));
        double moved = rotary.rotated(query, 111).dot(rotary.rotated(key, 110)) / 8;
        assertThat(moved).isCloseTo(score, within(1e-4));
        assertThat(text("#score-there")).contains("at 112 and 111", "the same");
        assertThat(text("#rotary-words")).contains("Q at 112", "K at 111");
        app.picture("embedding-moved-light");
    }

    @Test
    void anotherKeyAndAnotherHeadAreAsked() {
        app.act(() -> {
            ComboBox<Integer> key = robot.lookup("#key-token").query();
            key.setValue(3);
        });
        assertThat(text("#rotary-words")).contains("K at 4", "distance 8");
        app.act(() -> app.shared().session().headProperty().set(0));
        assertThat(robot.lookup("#rotary-head").<ComboBox<Integer>>query().getValue())
                .isEqualTo(0);
    }

    @Test
    void itKeepsItsRoomWithLargeText() {
        app.act(() -> app.shared().appearance().scaleTo(1.5));
        app.picture("embedding-large");
        ScrollPane screen = robot.lookup(".screen-scroll").query();
        app.act(() -> screen.setVvalue(1));
        app.picture("embedding-large-end");
        assertThat(robot.lookup("#dials").<Node>query().getLayoutBounds().getHeight())
                .isGreaterThan(100);
    }

    @Test
    void switchingTokensIsQuickAndALongTextOpens() {
        app.act(() -> app.shared().session().showText("The quick brown fox jumps over the lazy dog. ".repeat(51)));
        assertThat(trace().length()).isGreaterThanOrEqualTo(500);
        choose(400);
        assertThat(robot.lookup(".place-strip").queryAll()).hasSize(3);
        app.picture("embedding-long-light");
        app.act(() ->
                app.shared().session().choose(app.shared().session().sentences().getFirst()));
        long start = System.nanoTime();
        app.get(() -> {
            app.shared().session().positionProperty().set(2);
            app.scene().getRoot().applyCss();
            app.scene().getRoot().layout();
            return true;
        });
        double onScreen = (System.nanoTime() - start) / 1e6;
        app.settle();
        double all = (System.nanoTime() - start) / 1e6;
        System.out.printf(
                "another token: %.1f ms on the FX thread, %.1f ms until all lists are there%n", onScreen, all);
        assertThat(onScreen).isLessThan(2000);
    }

    @Test
    void onALargeScreenThereIsRoomForAll() {
        app.act(() -> {
            Region root = (Region) app.scene().getRoot();
            root.setPrefSize(1920, 1080);
            app.scene().setRoot(new Pane(root));
            app.shared().appearance().scaleTo(16.0 / 14);
        });
        app.picture("embedding-1920");
        app.act(() -> app.shared().navigation().open(ScreenId.TOKENS));
        app.picture("tokens-1920");
        assertThat(robot.lookup("#spelling").<Node>query().getLayoutBounds().getWidth())
                .isGreaterThan(1500);
    }

    @Test
    void theModelsGoBackToTheirBeginning() {
        SessionModel session = app.shared().session();
        app.act(() -> {
            RotaryModel rotary = new RotaryModel(session);
            rotary.shiftProperty().set(50);
            rotary.keyPositionProperty().set(2);
            rotary.reset();
            assertThat(rotary.shiftProperty().get()).isZero();
            assertThat(rotary.keyPositionProperty().get()).isEqualTo(10);
            LeastTrainedModel least =
                    new LeastTrainedModel(session, app.shared().background(), new SimpleObjectProperty<>(false));
            least.wayProperty().set(LeastTrained.Way.NORM);
            least.reset();
            assertThat(least.wayProperty().get()).isEqualTo(LeastTrained.Way.LIKE_UNUSED_SPECIALS);
        });
    }

    @Test
    void theRowTellsWhereItComesFrom() {
        robot.clickOn((Button) robot.lookup("#row-where").query());
        app.settle();
        assertThat(robot.lookup(".provenance-source").queryAs(Label.class).getText())
                .contains("dequantise");
    }

    private String text(String id) {
        return ((Labeled) robot.lookup(id).query()).getText();
    }

    private ToggleButton toggle(String word) {
        return robot.lookup((Node node) ->
                        node instanceof ToggleButton button && button.getText().equals(word))
                .query();
    }

    private <T> ListView<T> list(String id) {
        return robot.lookup(id).query();
    }
}
