package fr.preau.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {
    private final Formats french = Formats.of(Messages.FRENCH);
    private final Formats english = Formats.of(Messages.ENGLISH);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.62 | 62",
                "0.625 | 63",
                "0.064 | 6,4",
                "0.08 | 8",
                "0.0996 | 10",
                "0 | 0",
                "1 | 100",
                "0.999 | 99",
                "0.0001 | 0,1"
            })
    void tells_a_share_whole_except_below_ten_and_never_rounds_to_all_or_nothing(double ratio, String text) {
        assertThat(french.percent(ratio)).isEqualTo(text + "\u00a0%");
    }

    @Test
    void tells_nothing_as_a_dash() {
        assertThat(french.percent(null)).isEqualTo("—");
        assertThat(french.number(null)).isEqualTo("—");
        assertThat(french.day(null)).isEqualTo("—");
        assertThat(french.shortDay((LocalDate) null)).isEqualTo("—");
        assertThat(french.instant(null)).isEqualTo("—");
    }

    @Test
    void tells_a_difference_with_its_sign() {
        assertThat(french.points(0.042)).isEqualTo("+4,2\u00a0points");
        assertThat(french.points(-0.013)).isEqualTo("−1,3\u00a0point");
        assertThat(english.points(-0.013)).isEqualTo("−1.3\u00a0points");
        assertThat(english.points(0.01)).isEqualTo("+1\u00a0point");
        assertThat(french.points(0.0)).isEqualTo("0\u00a0point");
    }

    @Test
    void groups_thousands_as_the_language_does() {
        assertThat(french.number(39605)).isEqualTo("39\u202f605");
        assertThat(english.number(39605)).isEqualTo("39,605");
    }

    @Test
    void tells_days_and_instants_in_paris() {
        Instant instant = Instant.parse("2026-11-18T15:04:00Z");
        assertThat(french.instant(instant)).isEqualTo("18\u00a0novembre 2026, 16\u00a0h\u00a004");
        assertThat(french.instant(Instant.parse("2026-07-31T22:00:00Z"))).isEqualTo("1er\u00a0août 2026, 0\u00a0h");
        assertThat(french.shortDay(instant)).isEqualTo("18\u00a0nov.");
        assertThat(french.shortDay(Instant.parse("2026-12-31T23:30:00Z"))).isEqualTo("1er\u00a0janv.");
        assertThat(english.instant(instant)).isEqualTo("18\u00a0November 2026, 16:04");
        assertThat(english.day(LocalDate.of(2027, 1, 1))).isEqualTo("1\u00a0January 2027");
    }
}
