package tokenwalk.lessons.prose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tokenwalk.lessons.fact.Expressions;
import tokenwalk.lessons.fact.FactException;
import tokenwalk.lessons.place.Target;
import tokenwalk.lessons.prose.Block.Paragraph;
import tokenwalk.lessons.prose.Inline.Asked;
import tokenwalk.lessons.prose.Inline.Emphasis;
import tokenwalk.lessons.prose.Inline.Pointer;
import tokenwalk.lessons.prose.Inline.Verbatim;
import tokenwalk.lessons.prose.Inline.Words;

class ProseReaderTest {
    private static List<Inline> inlines(String markdown) {
        Prose prose = ProseReader.read(markdown);
        assertThat(prose.blocks()).hasSize(1);
        return ((Paragraph) prose.blocks().getFirst()).inlines();
    }

    private static Inline plain(String text) {
        return new Words(text, Emphasis.NONE);
    }

    private static Asked asked(String expression, Emphasis emphasis) {
        return new Asked(Expressions.parse(expression), emphasis);
    }

    @Test
    void emphasisCodeAndLineBreaksAreKept() {
        assertThat(inlines("A **strong** and *soft* word, ` Paris`,\nthen  \nmore"))
                .containsExactly(
                        plain("A "),
                        new Words("strong", Emphasis.STRONG),
                        plain(" and "),
                        new Words("soft", Emphasis.ITALIC),
                        plain(" word, "),
                        new Verbatim(" Paris"),
                        plain(", then"),
                        new Inline.Break(),
                        plain("more"));
    }

    @Test
    void factsMayStandAnywhereInWords() {
        assertThat(inlines("{{layers}} and **all {{heads}}**, *{{width}}*"))
                .containsExactly(
                        asked("layers", Emphasis.NONE),
                        plain(" and "),
                        new Words("all ", Emphasis.STRONG),
                        asked("heads", Emphasis.STRONG),
                        plain(", "),
                        asked("width", Emphasis.ITALIC));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rank_of ' _a_'",
                "rank_of '**'",
                "rank_of '*' ",
                "rank_of '<b>'",
                "rank_of '[x](y)'",
                "rank_of '`'",
                "rank_of '\"'",
                "rank_of '}}'",
                "rank_of '{{'",
                "rank_of '''s'",
                "rank_of '\\'",
                "rank_of '\n'",
                "rank_of '&amp;'"
            })
    void whatFactsAreAskedAboutIsNotMarkdown(String expression) {
        assertThat(inlines("so *{{" + expression + "}}* it is"))
                .containsExactly(plain("so "), asked(expression, Emphasis.ITALIC), plain(" it is"));
    }

    @Test
    void bracesAreLiteralInCodeAndAfterABackslash() {
        assertThat(inlines("`{{layers}}` and \\{{layers}} and `a\\{{b`"))
                .containsExactly(new Verbatim("{{layers}}"), plain(" and {{layers}} and "), new Verbatim("a\\{{b"));
        assertThat(ProseReader.read("```\n{{nothing}}\n```").blocks()).containsExactly(new Block.Code("{{nothing}}"));
    }

    @Test
    void linksPointAtTheScreenAndMayHoldFacts() {
        assertThat(inlines("See [the slider](target:level), [**level {{last_level}}**](<target:level last_level>)"))
                .containsExactly(
                        plain("See "),
                        new Pointer(Target.parse("level"), List.of(plain("the slider"))),
                        plain(", "),
                        new Pointer(
                                Target.parse("level last_level"),
                                List.of(new Words("level ", Emphasis.STRONG), asked("last_level", Emphasis.STRONG))));
    }

    @Test
    void listsHoldBlocksAndMayBeNested() {
        Prose prose = ProseReader.read("1. one\n\n   more\n2. two\n   - inner {{heads}}");
        Block.Items items = (Block.Items) prose.blocks().getFirst();
        assertThat(items.numbered()).isTrue();
        assertThat(items.items()).hasSize(2);
        assertThat(items.items().getFirst()).hasSize(2);
        assertThat(items.items().getLast().getLast()).isInstanceOf(Block.Items.class);
        assertThat(prose.expressions()).containsExactly(Expressions.parse("heads"));
        assertThat(prose.plainText()).isEqualTo("• one\nmore\n• two\n• inner …");
    }

    @Test
    void picturesAreFilesOfTheLessonsFolder() {
        assertThat(ProseReader.read("![the *loop*](loop.png)").blocks())
                .containsExactly(new Block.Picture("loop.png", "the loop"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../loop.png",
                "/etc/loop.png",
                "a/loop.png",
                "C:\\\\loop.png",
                "http://x.org/a.png",
                "file:loop.png",
                ".hidden",
                "%2e%2e/x.png"
            })
    void noPictureComesFromElsewhere(String file) {
        assertThatThrownBy(() -> ProseReader.read("![x](<" + file + ">)"))
                .isInstanceOf(FactException.class)
                .hasMessageContaining("own folder");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "# Title|headings",
                "> said|quotations",
                "a <b>c</b>|HTML such as <b>",
                "\"<div>\nx\n</div>\"|HTML",
                "***|rules across the page",
                "a ***b***|both strong and italic",
                "[x](http://example.org)|«http://example.org» is none",
                "<http://example.org>|«http://example.org» is none",
                "[](target:level)|no words to click",
                "[x](target:levle)|Did you mean «level»?",
                "[x](<target:token {{last}}>)|no braces",
                "a ![x](y.png) b|paragraph of its own",
                "![x](y.png) b|paragraph of its own",
                "a {{layers|A fact is not closed: «{{layers»",
                "a {{}} b|Nothing is asked",
                "a {{lyers}} b|Did you mean «layers»?",
                "a {{rank_of 'x}} b|A quote is not closed",
                "a \uE001 b|U+E001"
            })
    void whatLessonsDoNotHaveIsRefusedWithAdvice(String markdown, String message) {
        assertThatThrownBy(() -> ProseReader.read(markdown))
                .isInstanceOf(FactException.class)
                .hasMessageContaining(message);
    }

    @Test
    void tablesStayWordsAndAloneStandingSignsToo() {
        assertThat(ProseReader.read("2 * 3 * 4 < 5 & snake_case_word").plainText())
                .isEqualTo("2 * 3 * 4 < 5 & snake_case_word");
    }

    @Test
    void nothingIsEmptyProse() {
        assertThat(ProseReader.read("  \n ").isEmpty()).isTrue();
    }

    @Test
    void outerSpacesOfCodeAreVisible() {
        assertThat(ProseReader.read("` Paris` at `T = 0.5`").plainText()).isEqualTo("␣Paris at T = 0.5");
    }
}
