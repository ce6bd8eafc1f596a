package tokenwalk.app.lesson.model;

import java.util.List;
import tokenwalk.lessons.place.Target;

/**
 * What a step points at; the targets' numbers are plain numbers.
 *
 * @param highlight what it speaks of
 * @param cover what is hidden as long as it would tell the answer
 */
public record Pointing(List<Target> highlight, List<Target> cover) {
    static final Pointing NONE = new Pointing(List.of(), List.of());

    public Pointing {
        highlight = List.copyOf(highlight);
        cover = List.copyOf(cover);
    }
}
