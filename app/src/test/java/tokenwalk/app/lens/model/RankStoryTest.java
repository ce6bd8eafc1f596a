package tokenwalk.app.lens.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RankStoryTest {
    @Test
    void tellsWhereATokenBecomesNumberOne() {
        assertThat(RankStory.of(List.of(4000, 1001, 900, 12, 1)))
                .isEqualTo("Number 1 only at the last level; below level 2 not even among the first 1,000.");
        assertThat(RankStory.of(List.of(7, 1, 1))).isEqualTo("Number 1 from level 1 on.");
        assertThat(RankStory.of(List.of(1, 1))).isEqualTo("Number 1 at every level.");
    }

    @Test
    void tellsHowNearATokenComesThatNeverWins() {
        assertThat(RankStory.of(List.of(1, 5, 9))).isEqualTo("Number 1 at level 0, but not at the end.");
        assertThat(RankStory.of(List.of(2000, 3, 40)))
                .isEqualTo("Never number 1: comes nearest at level 1, as number 3; "
                        + "below level 1 not even among the first 1,000.");
        assertThat(RankStory.of(List.of(9000, 2000)))
                .isEqualTo("Never number 1: comes nearest at level 1, as number 2,000.");
    }
}
