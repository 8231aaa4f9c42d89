package fr.preau.deliverable;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import org.junit.jupiter.api.Test;

class FrenchLinesTest {
    @Test
    void holds_an_elision_and_high_punctuation_together() {
        assertThat(cut("l’école n’est pas « là » ; ah !")).isEqualTo("l’école |n’est |pas |« là » ; |ah !");
    }

    @Test
    void cuts_long_compounds_and_addresses_only() {
        assertThat(cut("Saint-Aubin Wi-Fi SAU-02 https://exemple.fr/aide/x"))
                .isEqualTo("Saint-|Aubin |Wi-Fi |SAU-02 |https://|exemple.fr/|aide/|x");
    }

    @Test
    void ends_where_the_text_ends() {
        assertThat(cut("")).isEmpty();
        assertThat(cut("mot")).isEqualTo("mot");
        assertThat(cut("deux  mots ")).isEqualTo("deux  |mots ");
    }

    private static String cut(String text) {
        FrenchLines lines = new FrenchLines();
        lines.setText(text);
        StringBuilder cut = new StringBuilder();
        int from = 0;
        for (int to = lines.next(); to != BreakIterator.DONE; to = lines.next()) {
            cut.append(from == 0 ? "" : "|").append(text, from, to);
            from = to;
        }
        return cut.toString();
    }
}
