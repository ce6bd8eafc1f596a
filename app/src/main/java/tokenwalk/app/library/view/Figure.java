package tokenwalk.app.library.view;

import java.util.ArrayList;
import java.util.List;
import tokenwalk.app.library.model.Figures;
import tokenwalk.app.library.model.ModelEntry;

/** A number of a model's row. */
record Figure(String number, String caption) {

    static List<Figure> of(ModelEntry entry) {
        List<Figure> all = new ArrayList<>();
        entry.figures().ifPresent(figures -> all.addAll(sizes(figures)));
        all.add(new Figure(Bytes.of(entry.byteSize()), entry.origin().path().isPresent() ? "on disk" : "to download"));
        entry.figures()
                .ifPresent(figures ->
                        figures.memory().ifPresent(bytes -> all.add(new Figure(Bytes.of(bytes), "memory needed"))));
        return all;
    }

    private static List<Figure> sizes(Figures figures) {
        return List.of(
                new Figure(
                        figures.parameters() < 1_000_000
                                ? "%,d".formatted(figures.parameters())
                                : "%,.0f M".formatted(figures.parameters() / 1e6),
                        "parameters"),
                new Figure("%,d".formatted(figures.layers()), "layers"),
                new Figure("%,d".formatted(figures.heads()), "heads"),
                new Figure("%,d".formatted(figures.width()), "width"),
                new Figure("%,d".formatted(figures.vocabulary()), "vocabulary"));
    }
}
