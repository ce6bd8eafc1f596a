package tokenwalk.app.lesson.view;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import tokenwalk.lessons.place.Target;
import tokenwalk.lessons.prose.Block;
import tokenwalk.lessons.prose.Inline;
import tokenwalk.lessons.prose.Prose;

/** Prose as a column of paragraphs. Words that point at something say so while the mouse or the keyboard is on them. */
public final class ProseView extends VBox {
    private final Function<String, Optional<byte[]>> pictures;
    private final Consumer<Optional<Target>> pointed;

    /**
     * @param pictures gives a picture's bytes by the name that the prose calls it
     * @param pointed told what is pointed at now, and that nothing is any more
     */
    public ProseView(Function<String, Optional<byte[]>> pictures, Consumer<Optional<Target>> pointed) {
        this.pictures = pictures;
        this.pointed = pointed;
        getStyleClass().add("prose");
    }

    /** Prose without pictures, whose pointers point nowhere: a title, a choice. */
    ProseView(Prose prose) {
        this(_ -> Optional.empty(), _ -> {});
        show(prose);
    }

    /** @return one line of prose as text, to stand among other nodes */
    static TextFlow line(Prose prose) {
        TextFlow line = new TextFlow();
        new ProseView(prose)
                .getChildren().stream()
                        .filter(TextFlow.class::isInstance)
                        .map(TextFlow.class::cast)
                        .forEach(flow -> line.getChildren().addAll(List.copyOf(flow.getChildren())));
        return line;
    }

    public void show(Prose prose) {
        getChildren().setAll(prose.blocks().stream().map(this::node).toList());
    }

    private Node node(Block block) {
        return switch (block) {
            case Block.Paragraph paragraph -> flow(paragraph.inlines());
            case Block.Items items -> items(items);
            case Block.Code code -> code(code.text());
            case Block.Picture picture -> picture(picture);
        };
    }

    private TextFlow flow(List<Inline> inlines) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add("prose-paragraph");
        inlines.forEach(inline -> flow.getChildren().addAll(ProseRuns.of(inline, pointed)));
        return flow;
    }

    private Node items(Block.Items items) {
        VBox list = new VBox();
        list.getStyleClass().add("prose-list");
        int number = 1;
        for (List<Block> item : items.items()) {
            Label mark = new Label(items.numbered() ? number++ + "." : "•");
            mark.getStyleClass().add("prose-mark");
            mark.setMinWidth(USE_PREF_SIZE);
            VBox content = new VBox();
            content.getStyleClass().add("prose-item");
            item.forEach(block -> content.getChildren().add(node(block)));
            HBox.setHgrow(content, Priority.ALWAYS);
            HBox row = new HBox(mark, content);
            row.getStyleClass().add("prose-item-row");
            list.getChildren().add(row);
        }
        return list;
    }

    private static Node code(String text) {
        Label code = new Label(text.stripTrailing());
        code.setWrapText(true);
        code.getStyleClass().addAll("number", "inset");
        code.setMaxWidth(Double.MAX_VALUE);
        return code;
    }

    private Node picture(Block.Picture picture) {
        Optional<Image> image = pictures.apply(picture.file())
                .map(bytes -> new Image(new ByteArrayInputStream(bytes)))
                .filter(loaded -> !loaded.isError());
        if (image.isEmpty()) {
            Label missing =
                    new Label("! The picture " + picture.file() + " cannot be shown. It is: " + picture.description());
            missing.setWrapText(true);
            missing.getStyleClass().add("error");
            return missing;
        }
        ImageView view = new ImageView(image.get());
        view.setPreserveRatio(true);
        view.setAccessibleText(picture.description());
        // As wide as the column, never larger than it is.
        widthProperty()
                .subscribe(width -> view.setFitWidth(
                        Math.min(width.doubleValue(), image.get().getWidth())));
        return view;
    }
}
