package tokenwalk.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import tokenwalk.app.theme.Appearance;

@ExtendWith(ApplicationExtension.class)
class BarListTest {
    private BarList list;

    @Start
    void start(Stage stage) {
        Appearance appearance = new Appearance();
        list = new BarList(BarList.Kind.CANDIDATES, 10, appearance);
        list.setRows(List.of(
                new BarRow(TokenLabel.text(" Paris"), 0.9, OptionalDouble.of(0.5), false),
                BarRow.of(TokenLabel.text(" Berlin"), 0.00001),
                new BarRow(TokenLabel.text(" New"), 0.05, OptionalDouble.empty(), true)));
        Shown.in(stage, appearance, list);
    }

    @Test
    void writesTokenExpectedAndDrawn() {
        assertThat(text(row(0), ".bar-percent")).isEqualTo("90.0 %");
        assertThat(text(row(0), ".bar-drawn")).isEqualTo("50.0 %");
        assertThat(text(row(1), ".bar-percent")).isEqualTo("< 0.1 %");
        assertThat(text(row(1), ".bar-drawn")).isEqualTo("–");
        assertThat(text(row(2), ".bar-percent")).isEqualTo("cut");
        assertThat(((TokenText) row(0).lookup(".token-text")).getText()).isEqualTo(" Paris");
    }

    @Test
    void aBarIsNeverTooShortToBeSeen() {
        assertThat(width(row(1), ".bar")).isEqualTo(3);
        assertThat(width(row(0), ".bar"))
                .isBetween(width(row(0), ".bar-track") * 0.89, width(row(0), ".bar-track") * 0.91);
    }

    @Test
    void otherTokensMoveThroughTheSameRows(FxRobot robot) {
        List<Node> before = rows();
        robot.interact(() -> list.setRows(List.of(BarRow.of(TokenLabel.text("."), 0.4))));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(rows()).isEqualTo(before).hasSize(10);
        assertThat(rows()).filteredOn(Node::isVisible).hasSize(1);
    }

    @Test
    void rowsThatAreStillToComeShowBlocks(FxRobot robot) {
        robot.interact(() -> {
            list.setRows(List.of());
            list.loadingProperty().set(true);
        });
        assertThat(rows()).allMatch(row -> row.lookup(".loading-block").isVisible());
        assertThat(text(row(0), ".bar-percent")).isEmpty();
    }

    @Test
    void theRowUnderTheMouseIsKnown(FxRobot robot) {
        robot.moveTo(row(1));
        assertThat(list.hoveredProperty().get()).isEqualTo(1);
    }

    @Test
    void rowsStayBetweenTheirLowestAndHighest() {
        assertThat(((Region) row(0)).getHeight()).isEqualTo(32);
    }

    private List<Node> rows() {
        return List.copyOf(list.lookupAll(".bar-row"));
    }

    private Node row(int index) {
        return rows().get(index);
    }

    private static String text(Node row, String selector) {
        return ((Label) row.lookup(selector)).getText();
    }

    private static double width(Node row, String selector) {
        return ((Region) row.lookup(selector)).getWidth();
    }
}
