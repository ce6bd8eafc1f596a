package tokenwalk.lessons.file;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of the app when a learner comes to a step.
 *
 * @param text none if the learner chose it
 * @param settings those that the lesson set and nothing has changed since: names, numbers, places
 */
record Situation(Optional<Text> text, Map<Setting, Object> settings) {
    /** @param generated how many best tokens stand after the prompt */
    record Text(String prompt, int generated) {}

    /** What a step can set and another wait for. */
    enum Setting {
        SCREEN,
        LAYER,
        HEAD,
        TOKEN,
        LEVEL,
        VECTORS,
        DRAWING,
        TEMPERATURE,
        TOP_K,
        TOP_P,
        SEED,
        MAXIMUM
    }

    Situation {
        settings = Map.copyOf(settings);
    }

    static Situation beginning(Optional<String> prompt) {
        return new Situation(prompt.map(text -> new Text(text, 0)), Map.of());
    }

    boolean has(Setting setting, Object value) {
        return value.equals(settings.get(setting));
    }

    Situation with(Setting setting, Object value) {
        Map<Setting, Object> changed = new EnumMap<>(Setting.class);
        changed.putAll(settings);
        changed.put(setting, value);
        return new Situation(text, changed);
    }

    /** With another prompt, or one nobody knows. What was chosen in the old one is chosen no more. */
    Situation withPrompt(Optional<String> prompt) {
        Map<Setting, Object> kept = new EnumMap<>(Setting.class);
        kept.putAll(settings);
        kept.remove(Setting.TOKEN);
        kept.remove(Setting.LEVEL);
        // A sentence brings the layer and head in which there is something to see.
        kept.remove(Setting.LAYER);
        kept.remove(Setting.HEAD);
        return new Situation(prompt.map(known -> new Text(known, 0)), kept);
    }

    Situation withGenerated(int tokens) {
        return new Situation(text.map(known -> new Text(known.prompt(), Math.max(0, tokens))), settings);
    }

    int generated() {
        return text.map(Text::generated).orElse(0);
    }

    Situation withUnknownText() {
        return new Situation(Optional.empty(), settings);
    }
}
