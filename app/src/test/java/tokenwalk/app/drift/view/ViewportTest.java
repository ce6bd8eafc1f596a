package tokenwalk.app.drift.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ViewportTest {
    @Test
    void whatIsUnderThePointerStaysThereWhileZooming() {
        Viewport seen = Viewport.WHOLE.zoomed(2, 0.3, 0.8);
        double under = (0.3 - seen.offsetX()) / seen.scale();

        Viewport closer = seen.zoomed(1.5, 0.3, 0.8);

        assertThat((0.3 - closer.offsetX()) / closer.scale()).isCloseTo(under, within(1e-12));
        assertThat(closer.scale()).isCloseTo(3, within(1e-12));
    }

    @Test
    void zoomingOutEndsAtTheWholePicture() {
        assertThat(Viewport.WHOLE.zoomed(4, 0.1, 0.1).moved(0.2, 0.1).zoomed(0.01, 0.9, 0.9))
                .isEqualTo(Viewport.WHOLE);
    }

    @Test
    void thePictureCannotBePannedOutOfSight() {
        Viewport far = Viewport.WHOLE.moved(50, -50);

        assertThat(far.offsetX()).isEqualTo(0.5);
        assertThat(far.offsetY()).isEqualTo(-0.5);
    }
}
