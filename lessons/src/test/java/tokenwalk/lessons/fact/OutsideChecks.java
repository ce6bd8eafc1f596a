package tokenwalk.lessons.fact;

import static tokenwalk.lessons.fact.Check.is;
import static tokenwalk.lessons.fact.Check.near;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tokenwalk.runtime.model.BundledModelFile;
import tokenwalk.runtime.model.LanguageModel;

/** What facts should be that are about the model, the text, the next token, chats, costs and sums. */
final class OutsideChecks {
    private static final LanguageModel MODEL = BundledFacts.MODEL;
    private static final Reference REFERENCE = Reference.read();
    private static final int PARIS = 7042;
    private static final int LAST = 11;

    private OutsideChecks() {}

    static Stream<Check> all() {
        return Stream.of(model(), text(), nextToken(), policies(), rest()).flatMap(checks -> checks);
    }

    private static Stream<Check> model() {
        return Stream.of(
                is("model_name", "SmolLM2-135M-Instruct"),
                is("architecture", "llama"),
                is("parameters", "135 million"),
                is("parameter_count", "134,515,008"),
                is("layers", "30"),
                is("last_level", "30"),
                is("levels", "31"),
                is("width", "576"),
                is("heads", "9"),
                is("all_heads", "270"),
                is("key_value_heads", "3"),
                is("head_width", "64"),
                is("inner_width", "1,536"),
                is("vocabulary", "49,152"),
                is("context", "8,192"),
                is("file_megabytes", "98.4"),
                is("file_type", "Q4_1"),
                is("end_of_text", "<|endoftext|>"),
                is("end_tokens", "<|endoftext|>, <|im_end|>"),
                is("special_count", "17"),
                is("key_value_head 8", "2"),
                is("key_value_head 2", "0"));
    }

    private static Stream<Check> text() {
        return Stream.of(
                is("text", Reference.TEXT),
                is("prompt", Reference.TEXT),
                is("generated_text", ""),
                is("token_count", "12"),
                is("prompt_token_count", "12"),
                is("generated_count", "0"),
                is("character_count", "58"),
                is("byte_count", "58"),
                is("last", "12"),
                is("nth_token 1", "The"),
                is("nth_token last", "␣is"),
                is("nth_id 2", "3575"),
                is("id_of ' Paris'", "7042"),
                is("token_with_id 7042", "␣Paris"),
                is("position_of ' capital'", "2"),
                is("position_of ' capital' 2", "9"),
                is("position_of (nth_token 12)", "5"),
                is("times_in_text ' capital'", "2"),
                is("times_in_text ' Paris'", "0"),
                is("tokens_in ' Paris Berlin'", "2"),
                is("token_list 'The capital\n'", "The ␣capital ↵"),
                is("id_list 'The capital'", "504 3575"),
                is("bytes_in 'né'", "3"),
                is("characters_in 'né'", "2"),
                // ␣ P a r i s: six bytes, one token.
                is("merges_in ' Paris'", "5"));
    }

    private static Stream<Check> nextToken() {
        double[] logits = REFERENCE.logits();
        double[] sorted =
                DoubleStream.of(logits).map(x -> -x).sorted().map(x -> -x).toArray();
        return Stream.of(
                is("best_token", "␣Paris"),
                is("best_probability", "97.6 %"),
                near("best_logit", logits[PARIS], 0.02),
                is("nth_best 2", "␣capital"),
                near("nth_probability 2", REFERENCE.top(LAST, 1).get(2).getAsDouble(), 1e-3),
                near("nth_logit 2", sorted[1], 0.02),
                near("probability_of ' France'", REFERENCE.top(LAST, 2).get(2).getAsDouble(), 1e-3),
                is("probability_of ' mat'", "< 0.1 %"),
                near("logit_of ' capital'", sorted[1], 0.02),
                is("rank_of ' capital'", "2"),
                is("rank_of 'Paris'", "6"));
    }

    private static Stream<Check> policies() {
        double[] at2 = REFERENCE.sortedProbabilities(2);
        double[] at1 = REFERENCE.sortedProbabilities(1);
        return Stream.of(
                near("best_probability_at 2", at2[0], 2e-3),
                is("best_probability_at 0", "100.0 %"),
                near("probability_at 2 ' capital'", REFERENCE.probability(3575, 2), 1e-3),
                is("probability_at 0 ' capital'", "0 %"),
                near("share_of_top_k 3", sum(at1, 3), 1e-3),
                near("share_of_top_k 3 2", sum(at2, 3), 2e-3),
                near("probability_in_top_k 3 ' capital' 2", REFERENCE.probability(3575, 2) / sum(at2, 3), 2e-3),
                is("probability_in_top_k 1 ' capital'", "0 %"),
                is("kept_by_top_p 0.9", "1"),
                near("kept_by_top_p 0.9 2", reaching(at2, 0.9), 0.02 * reaching(at2, 0.9)),
                near(
                        "probability_in_top_p 0.9 ' capital' 2",
                        REFERENCE.probability(3575, 2) / sum(at2, reaching(at2, 0.9)),
                        2e-3),
                near("entropy", entropy(at1), 0.02),
                near("entropy 2", entropy(at2), 0.05),
                is("entropy 0", "0.00"));
    }

    private static double sum(double[] probabilities, int count) {
        return Arrays.stream(probabilities).limit(count).sum();
    }

    private static int reaching(double[] probabilities, double share) {
        return (int) IntStream.rangeClosed(1, probabilities.length)
                .filter(count -> sum(probabilities, count) >= share)
                .findFirst()
                .orElseThrow();
    }

    private static double entropy(double[] probabilities) {
        return -DoubleStream.of(probabilities)
                .filter(p -> p > 0)
                .map(p -> p * Math.log(p) / Math.log(2))
                .sum();
    }

    private static Stream<Check> rest() {
        return Stream.of(
                is(
                        "chat_prompt 'Hi'",
                        MODEL.token(1).text()
                                + "system\nYou are a helpful AI assistant named SmolLM, trained by Hugging Face<|im_end|>\n"
                                + "<|im_start|>user\nHi<|im_end|>\n<|im_start|>assistant\n"),
                is("chat_token_count 'Hi'", "31"),
                is("special_tokens_in_chat 'Hi'", "5"),
                is("end_of_turn", "<|im_end|>"),
                // The reference goes on: Paris, full stop.
                is("steps_until '.' 10", "2"),
                is("cache_bytes_per_token", "46,080"),
                is("cache_bytes", "552,960"),
                is("plus 2 3", "5"),
                is("plus best_probability (nth_probability 2)", "98.1 %"),
                is("minus last_level 2", "28"),
                is("times vocabulary width", "28,311,552"),
                is("times 2 0.25", "0.50"),
                is("divided 7 2", "3.50"),
                is("rounded 0 (divided last_level 2)", "15"),
                is("rounded 3 (divided 2 3)", "0.667"),
                is("rounded 1 -0.25", "−0.3"),
                is("percent (divided 1 8)", "12.5 %"),
                is("exp 1", "2.718"),
                is("ln 10", "2.303"),
                is("sqrt head_width", "8.000"),
                is("in_words 56600000", "56.6 million"),
                is("in_bytes cache_bytes_per_token", "46.1 kB"),
                near("weight_bytes_per_step", bytesOfTheFile(), 0.03 * bytesOfTheFile()),
                near("bytes_per_step", bytesOfTheFile() + 552_960, 0.03 * bytesOfTheFile()),
                // Two for each weight that is multiplied, all but the norms, and 4 · 12 · 576 · 30 for attention.
                near("operations_per_step", 2 * 134_515_008.0 + 829_440, 100_000));
    }

    /** The embedding is the unembedding too, so that a step reads nearly all of the file but the vocabulary's words. */
    private static double bytesOfTheFile() {
        try {
            return Files.size(BundledModelFile.path()) - 1.8e6;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
