package tokenwalk.lessons.bundled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tokenwalk.lessons.fact.Expressions;
import tokenwalk.lessons.fact.FactValue;
import tokenwalk.lessons.fact.LiveFacts;
import tokenwalk.lessons.fact.ReadText;
import tokenwalk.lessons.file.LessonChecker;
import tokenwalk.lessons.file.LessonFile;
import tokenwalk.lessons.file.LessonPack;
import tokenwalk.lessons.lesson.Answer;
import tokenwalk.lessons.lesson.Lesson;
import tokenwalk.lessons.lesson.Step;
import tokenwalk.lessons.prose.Prose;
import tokenwalk.runtime.generation.Generation;
import tokenwalk.runtime.generation.GenerationSession;
import tokenwalk.runtime.generation.Generator;
import tokenwalk.runtime.generation.StopReason;
import tokenwalk.runtime.generation.StopRules;
import tokenwalk.runtime.lens.CrossEntropy;
import tokenwalk.runtime.model.BundledModelFile;
import tokenwalk.runtime.model.LanguageModel;
import tokenwalk.runtime.model.ModelLoader;
import tokenwalk.runtime.sampling.Distribution;
import tokenwalk.runtime.sampling.DrawTally;
import tokenwalk.runtime.sampling.RankedLogits;
import tokenwalk.runtime.sampling.Sampler;
import tokenwalk.runtime.sampling.SamplingPolicy;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.token.Token;
import tokenwalk.runtime.trace.Trace;
import tokenwalk.runtime.transformer.AttentionShape;

/** What lessons 6 to 10 say happens does happen, on the model that ships. */
class LaterLessonsAreTrueTest {
    private static final LanguageModel MODEL = new ModelLoader(2).open(BundledModelFile.path(), (_, _) -> {});
    private static final String CAT = "The cat sat on the";
    private static final String CAPITALS = "The capital of Germany is Berlin. The capital of France is";
    private static final String TRUTHS = "We hold these truths to be self-evident, that all men are created equal";
    private static final String SOCKS = TRUTHS.replace("truths", "socks");
    private static final String END_OF_TURN = "<|im_end|>";

    static List<LessonFile> files() {
        return LessonPack.bundled().files().stream()
                .filter(file -> file.name().compareTo("06") >= 0)
                .toList();
    }

    static List<Lesson> lessons() {
        return files().stream()
                .map(file -> file.lesson().orElseThrow(() -> new AssertionError(file.mistakes())))
                .toList();
    }

    @Test
    void thereAreFive() {
        assertThat(files()).extracting(LessonFile::name).hasSize(5);
    }

    @ParameterizedTest
    @MethodSource("files")
    void theCheckerFindsNoMistake(LessonFile file) {
        assertThat(LessonChecker.check(file, MODEL)).isEmpty();
    }

    private static Lesson lesson(String id) {
        return lessons().stream()
                .filter(lesson -> lesson.id().startsWith(id))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void everyFactAndEveryAnswerHasAValueWhereItIsRead(Lesson lesson) {
        List<String> without = new ArrayList<>();
        PlayedLesson.play(lesson, MODEL, moment -> {
            for (Prose prose : proses(moment.step())) {
                prose.expressions()
                        .forEach(asked -> moment.facts()
                                .find(asked)
                                .ifPresentOrElse(_ -> {}, () -> without.add(moment.number() + ": " + asked)));
            }
            switch (answer(moment.step())) {
                case Answer.Numeric number -> moment.facts().value(number.value());
                case Answer.OneToken token -> moment.facts().value(token.token());
                case Answer.Open _, Answer.Choice _ -> {}
            }
        });
        assertThat(without).isEmpty();
    }

    private static Answer answer(Step step) {
        return switch (step) {
            case Step.Predict predict -> predict.answer();
            case Step.Ask ask -> ask.answer();
            case Step.Explain _, Step.Set _, Step.Do _ -> new Answer.Open();
        };
    }

    private static List<Prose> proses(Step step) {
        List<Prose> proses =
                new ArrayList<>(List.of(step.frame().text(), step.frame().notes()));
        switch (step) {
            case Step.Do task -> proses.add(task.hint().text());
            case Step.Predict predict -> proses.add(predict.reveal());
            case Step.Ask ask -> proses.addAll(List.of(ask.hint(), ask.reveal()));
            case Step.Explain _, Step.Set _ -> {}
        }
        if (answer(step) instanceof Answer.Choice choice) {
            proses.addAll(choice.choices());
        }
        return proses;
    }

    // ---- 6: choosing the token

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 1000})
    void aThousandDrawsMatchTheBarsWithinThreeStandardErrors(int pressedBefore) {
        Distribution distribution = distribution(CAT, SamplingPolicy.DEFAULT);
        Sampler sampler = new Sampler(42);
        sampler.draw(distribution, pressedBefore);
        DrawTally tally = DrawTally.EMPTY.with(sampler.draw(distribution, 1000));
        for (int rank = 0; rank < 10; rank++) {
            double expected = distribution.probability(rank);
            double standardError = Math.sqrt(expected * (1 - expected) / 1000);
            assertThat(tally.share(distribution.logits().tokenId(rank))).isCloseTo(expected, within(3 * standardError));
        }
    }

    @Test
    void theGiveOrTakeOfAHundredIsAboutTen() {
        assertThat(Math.sqrt(1000 * 0.1 * 0.9)).isEqualTo(9.5, within(0.05));
    }

    @Test
    void greedyTurnsInACircle() {
        assertThat(best(CAT, List.of(), 12).text()).contains(" the cat sat on the");
    }

    @Test
    void theTokenThatPeopleExpectIsNotTheFirst() {
        assertThat(facts(CAT, "rank_of ' mat'")).isGreaterThan(1);
    }

    @Test
    void temperatureMovesTheBestTokenAndKeepsTheOrder() {
        double cold =
                distribution(CAT, SamplingPolicy.DEFAULT.withTemperature(0.5)).probability(0);
        double warm = distribution(CAT, SamplingPolicy.DEFAULT).probability(0);
        Distribution hot = distribution(CAT, SamplingPolicy.DEFAULT.withTemperature(2));
        assertThat(cold).isGreaterThan(warm);
        assertThat(warm).isGreaterThan(hot.probability(0));
        assertThat(IntStream.range(1, hot.size()).allMatch(rank -> hot.softmax(rank) <= hot.softmax(rank - 1)))
                .isTrue();
        assertThat(distribution(CAT, SamplingPolicy.BEST).probability(0)).isEqualTo(1);
    }

    @Test
    void topPAdaptsAndTopKDoesNot() {
        SamplingPolicy topP = SamplingPolicy.DEFAULT.withTopP(0.9);
        SamplingPolicy topK = SamplingPolicy.DEFAULT.withTopK(5);
        assertThat(distribution(CAPITALS, topP).kept()).isEqualTo(1);
        assertThat(distribution(CAT, topP).kept()).isGreaterThan(100);
        assertThat(distribution(CAT, topP.withTemperature(2)).kept())
                .isGreaterThan(distribution(CAT, topP).kept());
        assertThat(distribution(CAPITALS, topK).kept()).isEqualTo(5);
        assertThat(distribution(CAT, topK).kept()).isEqualTo(5);
    }

    // ---- 7: the loop

    @Test
    void playStopsAtTheMaximumThenAtTheEndOfTextThenAtTheStopString() {
        List<StopReason> reasons = new ArrayList<>();
        PlayedLesson.play(lesson("07"), MODEL, moment -> reasons.addAll(moment.stopped()));
        assertThat(reasons.stream().distinct())
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo(new StopReason.Maximum(10)),
                        second -> assertThat(second).isInstanceOf(StopReason.EndOfText.class),
                        third -> assertThat(third).isEqualTo(new StopReason.StopString(".")));
    }

    @Test
    void theStopStringEndsTheTextBeforeItself() {
        Generation stopped = best(CAPITALS, List.of("."), 40);
        assertThat(stopped.text()).isEqualTo(" Paris");
        assertThat(stopped.stop()).isEqualTo(new StopReason.StopString("."));
        assertThat(stopped.tokens().getLast().text()).contains(".");
        assertThat(facts(CAPITALS, "steps_until '.' 40"))
                .isEqualTo(stopped.tokens().size());
    }

    @Test
    void whatFiresFirstEndsTheLoopAndTiesGoInTheOrderSaid() {
        assertThat(best(CAPITALS, List.of("."), 1).stop()).isEqualTo(new StopReason.Maximum(1));
        assertThat(best(CAPITALS, List.of("."), 2).stop()).isEqualTo(new StopReason.StopString("."));
        int whole = best(CAPITALS, List.of(), 40).tokens().size();
        assertThat(best(CAPITALS, List.of(), whole).stop()).isInstanceOf(StopReason.EndOfText.class);
    }

    @Test
    void whatStandsInTheCacheWouldComeOutTheSameAgain() {
        Trace before = trace(CAPITALS);
        Trace after = trace(CAPITALS + " Paris.");
        int last = before.length() - 1;
        for (int level : List.of(0, 15, MODEL.shape().layers())) {
            Vector one = before.residual(level, last);
            Vector other = after.residual(level, last);
            double norm = Math.sqrt(squares(one, null));
            assertThat(Math.sqrt(squares(one, other)) / norm).isLessThan(1e-3);
        }
    }

    private static double squares(Vector one, @Nullable Vector minus) {
        return IntStream.range(0, one.size())
                .mapToDouble(i -> one.at(i) - (minus == null ? 0 : minus.at(i)))
                .map(difference -> difference * difference)
                .sum();
    }

    @Test
    void theCacheTakesTheBytesThatTheNoteMultiplies() {
        AttentionShape attention = MODEL.shape().attention();
        assertThat(facts(CAPITALS, "cache_bytes_per_token"))
                .isEqualTo(MODEL.shape().layers() * attention.keyValueHeads() * attention.headWidth() * 2 * 4);
    }

    // ---- 8: where the model ends

    @Test
    void noKnobTouchesTheScores() {
        float best = distribution(CAT, SamplingPolicy.DEFAULT).logits().logit(0);
        Distribution turned = distribution(CAT, new SamplingPolicy(2, 5, 0.9));
        assertThat(turned.logits().logit(0)).isEqualTo(best);
        assertThat(turned.scaled(0)).isEqualTo(best / 2.0);
    }

    @Test
    void twoSeedsDrawFromTheSameScoresAndTheTextGoesElsewhere() {
        List<String> written = new ArrayList<>();
        PlayedLesson.play(lesson("08"), MODEL, moment -> {
            if (moment.step() instanceof Step.Explain
                    && !words(moment.facts(), "generated_text").isEmpty()) {
                written.add(words(moment.facts(), "generated_text"));
            }
        });
        assertThat(written).hasSize(2).doesNotHaveDuplicates();
        assertThat(drawn(1).id()).isNotEqualTo(drawn(7).id());
        assertThat(written.getFirst()).startsWith(drawn(1).text());
        assertThat(written.getLast()).startsWith(drawn(7).text());
    }

    private static Token drawn(long seed) {
        return MODEL.token(new Sampler(seed)
                .draw(distribution(CAT, SamplingPolicy.DEFAULT))
                .tokenId());
    }

    @Test
    void noTokenSaysWhoWroteIt() {
        List<Token> appended = new ArrayList<>(MODEL.encodePrompt(CAT));
        appended.add(drawn(1));
        GenerationSession session = new GenerationSession(MODEL);
        session.read(MODEL.encodePrompt(CAT));
        Vector written = session.read(appended).logits();
        Vector typed = trace(CAT + drawn(1).text()).logits();
        assertThat(written.size()).isEqualTo(typed.size());
        assertThat(Math.sqrt(squares(written, typed) / written.size())).isLessThan(1e-3);
    }

    // ---- 9: training

    @Test
    void lossesAreWhatTheLessonSays() {
        assertThat(-Math.log(0.5)).isEqualTo(0.693, within(0.0005));
        assertThat(-Math.log(0.25)).isEqualTo(1.39, within(0.005));
        assertThat(-Math.log(0.125)).isEqualTo(2.08, within(0.005));
        double even = facts(TRUTHS, "even_loss");
        assertThat(even).isEqualTo(-Math.log(1.0 / MODEL.shape().vocabulary()), within(0.001));
        assertThat(Arrays.stream(losses(TRUTHS)).filter(loss -> loss < even).count())
                .as("guesses in which something was learned")
                .isGreaterThan(10);
    }

    @Test
    void oneSurprisingWordIsDearAndMakesTheNextOnesDear() {
        double[] known = losses(TRUTHS);
        double[] odd = losses(SOCKS);
        assertThat(odd).hasSameSizeAs(known);
        assertThat(Arrays.stream(odd).average().orElseThrow())
                .isGreaterThan(Arrays.stream(known).average().orElseThrow() + 1);
        for (int row = 0; row < 2; row++) {
            assertThat(odd[row]).as("a row above the new word").isEqualTo(known[row], within(1e-3));
        }
        for (int row = 2; row < 6; row++) {
            assertThat(odd[row]).as("the new word and those after it").isGreaterThan(known[row]);
        }
    }

    @Test
    void theGradientPullsTheTargetUpAndAllOthersDown() {
        Trace trace = trace(SOCKS);
        int target = trace.tokens().get(3).id();
        double[] gradient = CrossEntropy.gradient(logits(trace, 2), target);
        assertThat(gradient[target]).isEqualTo(-1, within(0.001));
        assertThat(Arrays.stream(gradient).sum()).isEqualTo(0, within(1e-9));
        assertThat(Arrays.stream(gradient).filter(entry -> entry < 0).count()).isEqualTo(1);
    }

    @Test
    void theCapitalIsCheapToGuess() {
        assertThat(losses(CAPITALS)[4]).isLessThan(1);
    }

    // ---- 10: chats

    @Test
    void aQuestionAloneIsTakenForFinished() {
        assertThat(best("What is the capital of France?", List.of(), 1)
                        .tokens()
                        .getFirst()
                        .text())
                .isEqualTo(END_OF_TURN);
    }

    @Test
    void everyAnswerOfTheLessonSaysWhatItSays() {
        Map<Integer, String> written = new HashMap<>();
        PlayedLesson.play(
                lesson("10"), MODEL, moment -> written.put(moment.number(), words(moment.facts(), "generated_text")));
        assertThat(written.get(7)).as("the assistant answers").contains("Paris").endsWith(END_OF_TURN);
        assertThat(written.get(10))
                .as("the model plays the user")
                .startsWith("What")
                .endsWith("?" + END_OF_TURN);
        assertThat(written.get(13)).as("the system prompt shows").contains("pirate");
        assertThat(written.get(16)).as("more than one word").contains(" ").endsWith(END_OF_TURN);
    }

    @Test
    void theTemplateIsMoreTextAroundTheSameWords() {
        String question = "'What is the capital of France?'";
        String chat = words(liveFacts(CAT), "chat_prompt " + question);
        assertThat(chat).contains("What is the capital of France?").endsWith("assistant\n");
        assertThat(facts(chat, "token_count")).isGreaterThan(facts(chat, "tokens_in " + question));
        assertThat(facts(chat, "special_tokens_in_chat " + question)).isGreaterThanOrEqualTo(3);
    }

    @Test
    void aPromptOfTheSystemChangesTheScores() {
        String user = "<|im_start|>user\nWhat should I eat today?<|im_end|>\n<|im_start|>assistant\n";
        String pirate = "<|im_start|>system\nYou are a pirate.<|im_end|>\n" + user;
        assertThat(best(pirate, List.of(), 20).text())
                .isNotEqualTo(best(user, List.of(), 20).text());
    }

    @Test
    void anEndOfTurnIsChosenLikeAnyToken() {
        Generation answer = best(words(liveFacts(CAT), "chat_prompt 'What is the capital of France?'"), List.of(), 60);
        assertThat(answer.stop()).isInstanceOf(StopReason.EndOfText.class);
        assertThat(answer.tokens().getLast().text()).isEqualTo(END_OF_TURN);
    }

    // ---- the model

    private static Trace trace(String text) {
        return new GenerationSession(MODEL).read(MODEL.encodePrompt(text));
    }

    private static Distribution distribution(String text, SamplingPolicy policy) {
        return Distribution.of(RankedLogits.of(trace(text).logits()), policy);
    }

    private static Generation best(String text, List<String> stopStrings, int maximum) {
        StopRules rules = new StopRules(
                MODEL.endOfText(), stopStrings, maximum, MODEL.shape().contextLength());
        return Generator.best(MODEL).generate(MODEL.encodePrompt(text), rules, _ -> {});
    }

    private static Vector logits(Trace trace, int position) {
        return MODEL.transformer()
                .unembedding()
                .logits(trace.residual(MODEL.shape().layers(), position));
    }

    /** @return what each token but the first costs; row n of the screen is at n − 1 */
    private static double[] losses(String text) {
        Trace trace = trace(text);
        return IntStream.range(0, trace.length() - 1)
                .mapToDouble(position -> CrossEntropy.loss(
                        logits(trace, position),
                        trace.tokens().get(position + 1).id()))
                .toArray();
    }

    private static LiveFacts liveFacts(String text) {
        Trace trace = trace(text);
        return new LiveFacts(new ReadText(MODEL, trace, trace.length()));
    }

    private static String words(LiveFacts facts, String expression) {
        return ((FactValue.Words) facts.value(Expressions.parse(expression))).text();
    }

    private static double facts(String text, String expression) {
        return switch (liveFacts(text).value(Expressions.parse(expression))) {
            case FactValue.Count count -> count.value();
            case FactValue.Decimal decimal -> decimal.value();
            case FactValue.Share share -> share.value();
            case FactValue.Id id -> id.value();
            case FactValue.OneToken _, FactValue.Words _ -> throw new AssertionError(expression + " is no number");
        };
    }
}
