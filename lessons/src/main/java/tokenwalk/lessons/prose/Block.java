package tokenwalk.lessons.prose;

import java.util.List;

/** A part of prose that stands by itself. */
public sealed interface Block {
    record Paragraph(List<Inline> inlines) implements Block {
        public Paragraph {
            inlines = List.copyOf(inlines);
        }
    }

    /** A list; each item holds blocks. */
    record Items(boolean numbered, List<List<Block>> items) implements Block {
        public Items {
            items = items.stream().map(List::copyOf).toList();
        }
    }

    /** Lines shown as they are, in the fixed-width face. */
    record Code(String text) implements Block {}

    /** A picture beside the lesson's file: its name within the lesson's folder, and what it shows. */
    record Picture(String file, String description) implements Block {}
}
