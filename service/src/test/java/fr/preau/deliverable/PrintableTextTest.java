package fr.preau.deliverable;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PrintableTextTest {
    private final PrintableText printable = new PrintableText(Typeface.all());

    @Test
    void leaves_french_english_and_markup_as_they_are() {
        String text = "<p lang=\"fr\">L’œuvre d’été à 3\u00a0€\u202f: « ça » — ½ ≥ …</p>\n\tÉÀÇŒ ß ñ ș Ωб";
        assertThat(printable.of(text)).isEqualTo(text);
    }

    @Test
    void prints_a_square_for_what_the_type_cannot_draw() {
        assertThat(printable.of("feu 🔥 ici, 👩🏽‍🏫, 日本")).isEqualTo("feu □ ici, □□, □□");
    }

    @Test
    void drops_what_shows_nothing_or_breaks_xml() {
        assertThat(printable.of("a\u0000\u0008\u001f\u0085\ufffe\ud83d\u200f\u2028\u00adb"))
                .isEqualTo("ab");
    }

    @Test
    void composes_accents_that_come_apart() {
        assertThat(printable.of("e\u0301te\u0301")).isEqualTo("été");
    }

    @Property(tries = 300)
    void gives_only_what_xml_holds_and_the_type_draws(@ForAll String text) {
        assertThat(printable.of(text).codePoints())
                .allMatch(character -> character == '\n'
                        || character == '\t'
                        || character >= 0x20
                                && (character < 0x7F
                                        || Typeface.all().stream().allMatch(face -> face.draws(character))));
    }
}
