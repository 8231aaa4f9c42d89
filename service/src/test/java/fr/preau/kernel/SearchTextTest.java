package fr.preau.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is searched is folded by hand, to the letter as two expressions would. */
class SearchTextTest {

    @Example
    void leaves_accents_case_ligatures_apostrophes_and_hyphens() {
        assertThat(SearchText.fold(" Collège L’Œuvre-d’Été (2)")).isEqualTo("college l oeuvre d ete 2");
        assertThat(SearchText.fold("…")).isEmpty();
    }

    @Property(tries = 500)
    void folds_any_text_as_the_expressions_say(@ForAll("texts") String text) {
        String lower = text.toLowerCase(Locale.ROOT).replace("œ", "oe").replace("æ", "ae");
        String bare = Normalizer.normalize(lower, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        assertThat(SearchText.fold(text))
                .isEqualTo(bare.replaceAll("[^a-z0-9]+", " ").strip());
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("aÉçœ’- \u00A0\u0301\u0903\u20DD9Z")
                .all()
                .ofMaxLength(30);
    }
}
