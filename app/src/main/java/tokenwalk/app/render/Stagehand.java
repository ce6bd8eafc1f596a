package tokenwalk.app.render;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javax.imageio.ImageIO;
import tokenwalk.runtime.weights.WholeFile;

/** Drives the app from another thread: does something on the FX thread, waits until all work is done, takes a picture. */
public final class Stagehand {
    /** Work asks for further work about so many times: a text, then each of its twelve tokens through the lens. */
    private static final int ROUNDS = 16;

    private final ExecutorService worker;

    /** @param worker the thread that owns the model */
    public Stagehand(ExecutorService worker) {
        this.worker = worker;
    }

    /** Runs an action on the FX thread and waits until all that follows from it is on screen. */
    public void act(Runnable action) {
        get(() -> {
            action.run();
            return true;
        });
        settle();
    }

    /** @return what the FX thread answers */
    public <T> T get(Supplier<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                answer.complete(question.get());
            } catch (RuntimeException | Error e) {
                answer.completeExceptionally(e);
            }
        });
        return await(answer);
    }

    /** Waits until all work is done and drawn. */
    public void settle() {
        for (int round = 0; round < ROUNDS; round++) {
            await(CompletableFuture.runAsync(() -> {}, worker));
            get(() -> true);
        }
        // Two pulses: one lays out what changed, one what the layout itself changed.
        pulse();
        pulse();
    }

    private void pulse() {
        CompletableFuture<Boolean> passed = new CompletableFuture<>();
        Platform.runLater(() -> new AnimationTimer() {
            @Override
            public void handle(long now) {
                stop();
                Platform.runLater(() -> passed.complete(true));
            }
        }.start());
        await(passed);
    }

    /** Writes what a node looks like now. */
    public void picture(Node node, Path file) throws IOException {
        BufferedImage image = get(() -> SwingFXUtils.fromFXImage(node.snapshot(null, null), null));
        WholeFile.write(file, out -> ImageIO.write(image, "png", out));
    }

    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static <T> T await(CompletableFuture<T> future) {
        if (Platform.isFxApplicationThread()) {
            throw new IllegalStateException("The FX thread cannot wait for itself.");
        }
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
