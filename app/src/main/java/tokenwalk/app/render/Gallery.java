package tokenwalk.app.render;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The pictures taken so far, numbered in their order. */
final class Gallery {
    private final Stagehand stagehand;
    private final Path folder;
    private final List<Path> written = new ArrayList<>();

    Gallery(Stagehand stagehand, Path folder) {
        this.stagehand = stagehand;
        this.folder = folder;
    }

    /** Does something on the FX thread, waits until all that follows is on screen, and takes a picture. */
    void step(StagedApp app, String name, Runnable action) throws IOException {
        stagehand.act(action);
        picture(app, name);
    }

    void picture(StagedApp app, String name) throws IOException {
        Path file = folder.resolve("%02d-%s.png".formatted(written.size() + 1, name));
        stagehand.picture(app.root(), file);
        written.add(file);
    }

    List<Path> written() {
        return List.copyOf(written);
    }
}
