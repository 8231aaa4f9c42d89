package fr.preau.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class StackedBarTest {
    @Test
    void draws_the_answers_in_their_fixed_order_and_leaves_out_what_counts_nothing() {
        StackedBar bar = StackedBar.of(Map.of("SANS_REPONSE", 7, "CONFORME", 34, "PARTIEL", 18, "NE_SAIT_PAS", 0));
        assertThat(bar.marks()).containsExactly(Mark.CONFORME, Mark.PARTIEL, Mark.SANS_REPONSE);
        assertThat(bar.total()).isEqualTo(59);
        assertThat(bar.count(Mark.NE_SAIT_PAS)).isZero();
    }

    @Test
    void draws_nothing_where_nothing_counts() {
        assertThat(StackedBar.of(Map.of()).parts()).isEmpty();
    }

    @Property(tries = 200)
    void fills_its_width_and_shows_the_least_part(@ForAll @Size(6) List<@LongRange(min = 1, max = 60000) Long> counts) {
        StackedBar bar = StackedBar.of(Map.of(
                "CONFORME", counts.get(0),
                "PARTIEL", counts.get(1),
                "NON_CONFORME", counts.get(2),
                "NE_SAIT_PAS", counts.get(3),
                "NON_APPLICABLE", counts.get(4),
                "SANS_REPONSE", counts.get(5)));
        StackedBar.Part last = bar.parts().get(5);
        assertThat(last.x() + last.width()).isCloseTo(1000, within(0.001));
        assertThat(bar.parts()).allMatch(part -> part.width() >= 4);
    }
}
