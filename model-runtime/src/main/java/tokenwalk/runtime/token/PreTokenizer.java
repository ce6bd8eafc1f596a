package tokenwalk.runtime.token;

import static java.util.regex.Pattern.UNICODE_CHARACTER_CLASS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Cuts a text into words before BPE, so that no merge reaches across them.
 *
 * <p>Each is a row of patterns, applied one after the other: a pattern cuts every part so far into its matches and what
 * lies between them, and sees no further than the part (a look-ahead finds the end of the text there). No character is
 * lost. The patterns are those of the models' own tokenizers, under the names GGUF files use
 * ({@code tokenizer.ggml.pre}); {@code \s}, {@code \p{L}} and {@code \p{N}} mean Unicode's. All quantifiers over
 * classes that exclude what follows are possessive: long words cost neither stack nor backtracking.
 */
public enum PreTokenizer {
    /** GPT-2: an English ending, or an optional space with letters, digits or other signs, or white space. */
    GPT_2("gpt-2", Patterns.GPT_2),
    /** SmolLM: every digit by itself, then as GPT-2. */
    SMOLLM("smollm", "\\p{N}", Patterns.GPT_2),
    /** Llama 3: digits by threes, line ends kept with the signs before them. */
    LLAMA_BPE("llama-bpe", Patterns.lineAware("\\p{N}{1,3}")),
    /** Qwen2: as Llama 3, every digit by itself. */
    QWEN2("qwen2", Patterns.lineAware("\\p{N}")),
    /** What llama.cpp does for a file that names none: punctuation apart, digits by threes. */
    DEFAULT("default", "[\\p{P}$+<=>^~|]++", Patterns.GPT_2, "\\p{N}++", "[0-9][0-9][0-9]");

    private final String label;
    private final List<Pattern> steps;

    PreTokenizer(String label, String... steps) {
        this.label = label;
        this.steps = Arrays.stream(steps)
                .map(step -> Pattern.compile(step, UNICODE_CHARACTER_CLASS))
                .toList();
    }

    /**
     * The pre-tokenizer of a GGUF name.
     *
     * @throws IllegalArgumentException if the name is not known; the message lists those that are
     */
    public static PreTokenizer named(String name) {
        return Arrays.stream(values())
                .filter(one -> one.label.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The pre-tokenizer «" + name
                        + "» is not known; known are "
                        + Arrays.stream(values()).map(one -> one.label).collect(Collectors.joining(", ")) + "."));
    }

    /** @return the name GGUF files use */
    public String label() {
        return label;
    }

    /** @return the words of a text, in order; joined they are the text again */
    public List<String> split(String text) {
        List<String> words = text.isEmpty() ? List.of() : List.of(text);
        for (Pattern step : steps) {
            List<String> finer = new ArrayList<>();
            for (String word : words) {
                cut(word, step, finer);
            }
            words = finer;
        }
        return words;
    }

    private static void cut(String text, Pattern pattern, List<String> target) {
        int end = 0;
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            if (matcher.start() > end) {
                target.add(text.substring(end, matcher.start()));
            }
            target.add(matcher.group());
            end = matcher.end();
        }
        if (end < text.length()) {
            target.add(text.substring(end));
        }
    }

    private static final class Patterns {
        static final String GPT_2 =
                "'(?:[stmd]|re|ve|ll)| ?\\p{L}++| ?\\p{N}++| ?[^\\s\\p{L}\\p{N}]++|\\s+(?!\\S)|\\s++";

        static String lineAware(String digits) {
            return "(?i:'(?:[stmd]|re|ve|ll))|[^\\r\\n\\p{L}\\p{N}]?\\p{L}++|" + digits
                    + "| ?[^\\s\\p{L}\\p{N}]++[\\r\\n]*+|\\s*[\\r\\n]++|\\s+(?!\\S)|\\s++";
        }
    }
}
