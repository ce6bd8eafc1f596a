package tokenwalk.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.image.WritableImage;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import tokenwalk.app.theme.Appearance;

@ExtendWith(ApplicationExtension.class)
class HeatTest {
    private final Appearance appearance = new Appearance();
    private HeatStrip strip;
    private HeatGrid grid;

    @Start
    void start(Stage stage) {
        strip = new HeatStrip(appearance);
        strip.setNumbers(Numbers.of(4, -2, 0, 1));
        grid = new HeatGrid(appearance);
        grid.setWeights(SquareNumbers.of(4, row -> Numbers.of(row + 1, column -> 1.0 / (row + 1))));
        grid.setMaxSize(96, 96);
        Shown.in(stage, appearance, new VBox(20, strip, grid));
    }

    @Test
    void theStripsOwnLargestNumberIsTheScaleUnlessOneIsGiven() {
        assertThat(strip.effectiveScale()).isEqualTo(4);
        strip.scaleProperty().set(8.9);
        assertThat(strip.effectiveScale()).isEqualTo(8.9);
        strip.scaleProperty().set(0);
        assertThat(strip.effectiveScale()).isPositive();
    }

    @Test
    void theNumberUnderTheMouseIsNamed(FxRobot robot) {
        robot.moveTo(strip).moveBy(-strip.getWidth() / 8, 0);
        assertThat(strip.hoveredProperty().get()).isEqualTo(1);
        assertThat(strip.getTooltip().getText()).isEqualTo("dimension 1: −2.000");
    }

    @Test
    void positiveIsUpAndNegativeDown() {
        WritableImage image = WaitForAsyncUtils.waitForAsyncFx(5000, () -> strip.snapshot(null, null));
        int height = (int) strip.getHeight();
        int eighth = (int) strip.getWidth() / 8;
        assertThat(image.getPixelReader().getColor(eighth, 3)).isEqualTo(appearance.positive());
        assertThat(image.getPixelReader().getColor(3 * eighth, height / 2 + 4)).isEqualTo(appearance.negative());
        assertThat(image.getPixelReader().getColor(3 * eighth, 3)).isNotEqualTo(appearance.negative());
    }

    @Test
    void aClickPicksTheRow(FxRobot robot) {
        robot.clickOn(grid);
        assertThat(grid.selectedRowProperty().get()).isEqualTo(2);
    }

    @Test
    void onlyTheLowerTriangleHasCells(FxRobot robot) {
        robot.moveTo(grid).moveBy(-36, 36);
        assertThat(grid.hoveredProperty().get()).isEqualTo(new HeatGrid.Cell(3, 0));
        assertThat(grid.getTooltip().getText()).isEqualTo("row 3 looks at 0: 25.0 %");
        robot.moveBy(72, -72);
        assertThat(grid.hoveredProperty().get()).isNull();
    }
}
