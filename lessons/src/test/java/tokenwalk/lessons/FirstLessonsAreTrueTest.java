package tokenwalk.lessons;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tokenwalk.lessons.fact.Expression;
import tokenwalk.lessons.fact.Expressions;
import tokenwalk.lessons.fact.FactValue;
import tokenwalk.lessons.fact.LiveFacts;
import tokenwalk.lessons.fact.ReadText;
import tokenwalk.lessons.file.LessonChecker;
import tokenwalk.lessons.file.LessonFile;
import tokenwalk.lessons.file.LessonPack;
import tokenwalk.lessons.lesson.Lesson;
import tokenwalk.lessons.lesson.Step;
import tokenwalk.lessons.prose.Prose;
import tokenwalk.runtime.generation.GenerationSession;
import tokenwalk.runtime.lens.Candidate;
import tokenwalk.runtime.lens.LensReading;
import tokenwalk.runtime.model.BundledModelFile;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.model.ModelLoader;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.token.MergeStep;
import tokenwalk.runtime.token.Token;
import tokenwalk.runtime.trace.Trace;

/** What lessons 1 to 5 say is so, on the model that ships: each claim of their prose that is no fact of itself. */
class FirstLessonsAreTrueTest {
    private static final LanguageModel MODEL = new ModelLoader(2).open(BundledModelFile.path(), (_, _) -> {});
    private static final String SENTENCE = "The capital of Germany is Berlin. The capital of France is";
    private static final Trace TRACE = new GenerationSession(MODEL).read(MODEL.encodePrompt(SENTENCE));
    private static final LiveFacts FACTS = new LiveFacts(new ReadText(MODEL, TRACE, TRACE.length()));
    private static final int LAST = TRACE.length() - 1;

    /** Short, without any word of the lesson's sentence: what is said after it must hold for it too. */
    private static final String OWN_TEXT = "Grandmother sang until she";

    /** The numbers that a lesson may write out, since neither the model nor the text decides them. */
    private static final Map<String, List<String>> WRITTEN_OUT = Map.of(
            "01-text-to-tokens",
            // UTF-8, base 16, bytes 0 to 255, T is 54, that is 84. The position to click: 2. 12345 as an example. The
            // sum
            // of the self-check: 9 bytes, 2 tokens, 7 merges. Lesson 4.
            List.of("8", "16", "0", "255", "54", "84", "2", "12345", "9", "7", "4"),
            "02-tokens-to-vectors",
            // Signs and cosines: 0, 1, 0.3. Positions that the reader is told to look at: 2, 4. Positions and sums that
            // only serve as examples: 12, 11, 112, 111; 20; ids 300 and 600. Lessons 1, 3, 5.
            List.of("0", "1", "0.3", "2", "4", "12", "11", "112", "111", "20", "300", "600", "3", "5"),
            "03-attention",
            // Percentages that hold by arithmetic or only serve as examples: 0, 100, 50, 90. A lead of 1 is a factor of
            // 2.7. The position to click: 6. Equal scores: 0 or 7. Lessons 2, 5, 7.
            List.of("0", "100", "50", "90", "1", "2.7", "6", "7", "2", "5"),
            "04-how-is-becomes-paris",
            // Level 0; cosines 1 and 0. The position to click: 5. An example of 12 tokens, of which 1 predicts. Lessons
            // 5, 6, 7, 9.
            List.of("0", "1", "5", "12", "6", "7", "9"),
            "05-logits-to-probabilities",
            // e is about 2.7. Examples: a lead of 1, a shift of 5, logits 0, 1, 5, 6 and −3; 4 equal ones. All
            // probabilities: 1 and 100 %. Guesses 5 or 10. Level 1. Lessons 2, 3, 6, 8.
            List.of("2.7", "1", "5", "0", "6", "3", "4", "100", "10", "2", "8"));

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");

    static Stream<LessonFile> files() {
        return LessonPack.bundled().files().stream()
                .filter(file -> WRITTEN_OUT.containsKey(file.name().replace(".json", "")));
    }

    static Stream<Lesson> lessons() {
        return files().flatMap(file -> file.lesson().stream());
    }

    private static FactValue fact(String expression) {
        return FACTS.value(Expressions.parse(expression));
    }

    /** A fact as a number; a share is a part of one. */
    private static double number(String expression) {
        return switch (fact(expression)) {
            case FactValue.Count count -> count.value();
            case FactValue.Share share -> share.value();
            case FactValue.Decimal decimal -> decimal.value();
            case FactValue.Id id -> id.value();
            case FactValue.OneToken _, FactValue.Words _ -> throw new AssertionError(expression + " is no number");
        };
    }

    private static String tokenAt(int position) {
        return TRACE.tokens().get(position - 1).text();
    }

    private static Token token(String text) {
        return MODEL.tokenizer().vocabulary().find(text).orElseThrow();
    }

    private static LensReading read(int level, int position, String followed) {
        return MODEL.lens()
                .read(
                        List.of(TRACE.residual(level, position - 1)),
                        10,
                        token(followed).id())
                .getFirst();
    }

    private static double cosine(Vector one, Vector other) {
        return one.dot(other) / Math.sqrt(one.dot(one) * other.dot(other));
    }

    @Test
    void allFiveAreThere() {
        assertThat(lessons()).extracting(Lesson::id).containsExactlyInAnyOrderElementsOf(WRITTEN_OUT.keySet());
    }

    @ParameterizedTest
    @MethodSource("files")
    void theyReadWithoutMistakes(LessonFile file) {
        assertThat(LessonChecker.check(file, MODEL)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void allThatIsSaidAndAskedHasAValue(Lesson lesson) {
        for (LessonWalk.Stop stop : LessonWalk.through(lesson, MODEL, OWN_TEXT)) {
            for (Prose prose : LessonWalk.prose(stop.step())) {
                assertThat(LessonWalk.filled(prose, stop.facts()))
                        .as("step %d", stop.number())
                        .doesNotContain("{{");
            }
            for (Expression expression : LessonWalk.expressions(stop.step())) {
                assertThat(stop.facts().value(expression)).isNotNull();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void noNumberIsWrittenOutThatTheModelOrTheTextDecides(Lesson lesson) {
        List<String> allowed = WRITTEN_OUT.get(lesson.id());
        List<String> written = lesson.steps().stream()
                .flatMap(step -> LessonWalk.prose(step).stream())
                // The 2 of a name is no number.
                .map(prose -> LessonWalk.literal(prose).replace("SmolLM2", "SmolLM"))
                .flatMap(text -> NUMBER.matcher(text).results().map(found -> found.group()))
                .distinct()
                .toList();
        assertThat(written).isSubsetOf(allowed);
        assertThat(allowed).isSubsetOf(written);
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void eachEndsWithASelfCheckAndFitsThePanel(Lesson lesson) {
        List<Step> steps = lesson.steps();
        assertThat(steps).hasSizeBetween(8, 21);
        assertThat(steps.subList(steps.size() - 3, steps.size())).allSatisfy(step -> {
            assertThat(step).isInstanceOf(Step.Ask.class);
            assertThat(((Step.Ask) step).reveal().isEmpty()).isFalse();
        });
        assertThat(steps)
                .filteredOn(Step.Do.class::isInstance)
                .allSatisfy(step ->
                        assertThat(((Step.Do) step).hint().text().isEmpty()).isFalse());
        for (LessonWalk.Stop stop : LessonWalk.through(lesson, MODEL, OWN_TEXT)) {
            String text = LessonWalk.filled(stop.step().frame().text(), stop.facts());
            assertThat(text.split("\\s+").length).as(text).isLessThanOrEqualTo(62);
            assertThat(text).doesNotContain("!");
        }
    }

    @Test
    void tokens() {
        assertThat(TRACE.length()).isEqualTo(SENTENCE.split(" ").length + 1);
        assertThat(tokenAt(2)).isEqualTo(" capital").isEqualTo(tokenAt(9));
        assertThat(tokenAt(7)).isEqualTo(".");
        assertThat(token("is").id()).isNotEqualTo(token(" is").id());
        assertThat(token(" ").byteCount()).isEqualTo(1);
        assertThat(Integer.parseInt("54", 16)).isEqualTo('T').isEqualTo((char) 84);
        assertThat(number("merges_in ' capital'")).isEqualTo(number("bytes_in ' capital'") - 1);
        for (String word : List.of(" capital", " Liechtenstein", " unbelievable")) {
            assertThat(MODEL.tokenizer().merges(word).steps())
                    .extracting((MergeStep step) -> step.merge().rank())
                    .isSorted();
        }
        assertThat(MODEL.tokenizer().encode(" Zugspitze")).hasSizeGreaterThanOrEqualTo(3);
        for (String word : List.of(" France", " photosynthesis", " strawberry", " capital", "é")) {
            assertThat(MODEL.tokenizer().encode(word)).as(word).hasSize(1);
        }
        assertThat(MODEL.tokenizer().encode(" Liechtenstein").size()).isBetween(2, " Zugspitze".length());
        assertThat(MODEL.tokenizer().encode("ő")).hasSize(2).allMatch(token -> token.byteCount() == 1);
        assertThat(MODEL.tokenizer().encode("12345")).hasSize(5);
        assertThat(MODEL.tokenizer().decode(TRACE.tokens())).isEqualTo(SENTENCE);
    }

    @Test
    void equalTokensStartEqual() {
        assertThat(tokenAt(5)).isEqualTo(" is").isEqualTo(tokenAt(12));
        assertThat(TRACE.residual(0, 1).toArray())
                .isEqualTo(TRACE.residual(0, 8).toArray());
        assertThat(TRACE.residual(0, 4).toArray())
                .isEqualTo(TRACE.residual(0, 11).toArray());
        assertThat(TRACE.residual(0, 1).toArray())
                .isEqualTo(MODEL.transformer()
                        .embedding()
                        .row(token(" capital").id())
                        .toArray());
        assertThat(cosine(TRACE.residual(0, 3), TRACE.residual(0, 10))).isBetween(0.6, 0.8);
    }

    @Test
    void attention() {
        int layer = (int) number("layer_looking_most last 11");
        int head = (int) number("head_looking_most (layer_looking_most last 11) last 11");
        Sentence catalogued = SentenceCatalogue.bundled().getFirst();
        assertThat(List.of(layer, head)).isEqualTo(List.of(catalogued.layer(), catalogued.head()));
        var steps = TRACE.attentionSteps(layer, head, LAST);
        assertThat(steps.products().indexOfLargest()).isEqualTo(10);
        assertThat(cosine(steps.mixed(), TRACE.value(layer, head, 10))).isGreaterThan(0.95);
        for (int every = 0; every < MODEL.shape().attention().heads(); every++) {
            assertThat(TRACE.attention(layer, every, 0).at(0)).isEqualTo(1);
            for (int later = 6; later <= LAST; later++) {
                assertThat(TRACE.attention(layer, every, 5).at(later)).isZero();
            }
        }
        int second = (int) number("layer_looking_most last 6");
        int looking = (int) number("head_looking_most (layer_looking_most last 6) last 6");
        assertThat(second).isNotEqualTo(layer);
        assertThat(TRACE.attention(second, looking, LAST).indexOfLargest()).isEqualTo(5);
        assertThat(number("average_first_token_share")).isGreaterThan(0.5);
    }

    @Test
    void parisIsBeyondAThousandUntil23SecondAt28AndFirstOnlyAtTheLastLevel() {
        assertThat(fact("best_token").words()).isEqualTo("␣Paris");
        List<Integer> ranks = IntStream.rangeClosed(0, 30)
                .mapToObj(level -> read(level, 12, " Paris").followed().rank())
                .toList();
        assertThat(ranks.subList(0, 24)).allMatch(rank -> rank > 1000);
        assertThat(ranks.get(24)).isLessThan(1000);
        assertThat(ranks.subList(24, 30)).noneMatch(rank -> rank == 1);
        assertThat(ranks.subList(28, 31)).containsExactly(2, 2, 1);
        assertThat(number("last_level_beyond 1000 best_token")).isEqualTo(23);
        assertThat(number("first_level_leading best_token")).isEqualTo(30);
        for (int level : List.of(28, 29)) {
            assertThat(read(level, 12, " capital").followed().rank()).isEqualTo(1);
        }
        assertThat(read(0, 12, " is").followed().rank()).isEqualTo(1);
        assertThat(fact("nth_best 2").words()).isEqualTo("␣capital");
    }

    @Test
    void halfwayTheListHoldsOnlySignsAndSmallWords() {
        assertThat(read(15, 12, " Paris").best())
                .extracting((Candidate candidate) ->
                        MODEL.token(candidate.id()).text().strip())
                .allMatch(text -> text.length() <= 3 && text.equals(text.toLowerCase(Locale.ROOT)));
    }

    @Test
    void theTwoCapitalsPartButStayRelatives() {
        assertThat(cosine(TRACE.residual(0, 1), TRACE.residual(0, 8))).isCloseTo(1, within(1e-6));
        assertThat(cosine(TRACE.residual(15, 1), TRACE.residual(15, 8))).isBetween(0.5, 0.9);
        assertThat(read(30, 2, " of").followed().rank()).isEqualTo(1);
        assertThat(read(30, 9, " of").followed().rank()).isEqualTo(1);
    }

    @Test
    void positionFivePredictsWhatReallyFollows() {
        Candidate berlin = read(30, 5, tokenAt(6)).followed();
        assertThat(berlin.rank()).isEqualTo(1);
        assertThat(number("probability_of_nth 6")).isCloseTo(berlin.probability(), within(1e-5));
    }

    @Test
    void logits() {
        Vector last = TRACE.finalVector(LAST);
        Vector row = MODEL.transformer().unembedding().row(token(" Paris").id());
        double[] terms = IntStream.range(0, last.size())
                .mapToDouble(i -> (double) last.at(i) * row.at(i))
                .toArray();
        double all = Arrays.stream(terms).sum();
        double large = Arrays.stream(terms)
                .boxed()
                .sorted((one, other) -> Double.compare(Math.abs(other), Math.abs(one)))
                .limit(10)
                .mapToDouble(term -> term)
                .sum();
        assertThat(all).isCloseTo(number("best_logit"), within(0.01));
        assertThat(large).isLessThan(all / 2);
        assertThat(MODEL.transformer().unembedding().isTied()).isTrue();
        double lead = number("best_logit") - number("nth_logit 2");
        assertThat(number("best_probability") / number("nth_probability 2")).isCloseTo(Math.exp(lead), within(0.01));
        assertThat(Math.E).isCloseTo(2.7, within(0.05));
        Vector logits = TRACE.logits();
        assertThat(IntStream.range(0, logits.size()).filter(id -> logits.at(id) > all / 2))
                .hasSizeLessThan(logits.size() / 100);
        assertThat(IntStream.range(0, logits.size()).mapToDouble(id -> Math.exp(logits.at(id) - all)))
                .allMatch(power -> power > 0);
    }

    @Test
    void inTheMiddleTheFinalNormMakesTheLeadingToken() {
        assertThat(number("row_cosine 15 (token_at_level 15)")).isNegative();
        assertThat(number("normed_row_cosine 15 (token_at_level 15)")).isGreaterThan(0.15);
        assertThat(number("row_cosine last_level best_token"))
                .isCloseTo(number("normed_row_cosine last_level best_token"), within(0.01));
        assertThat(List.of("nth_at_level 1 1", "nth_at_level 2 1", "token_at_level 15"))
                .extracting(expression -> fact(expression).words())
                .allMatch(not("␣Paris"::equals));
    }
}
