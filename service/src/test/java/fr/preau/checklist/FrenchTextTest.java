package fr.preau.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrenchTextTest {

    @Test
    void curls_apostrophes_and_keeps_high_punctuation_on_its_line() {
        assertThat(FrenchText.typeset("L'école a-t-elle « un référent » : qui ? Oui ; non !"))
                .isEqualTo("L’école a-t-elle «\u00a0un référent\u00a0»\u00a0: qui\u202f? Oui\u202f; non\u202f!");
    }

    @Test
    void leaves_alone_what_is_set_already() {
        String shown = FrenchText.typeset("« C'est fait » : le 3 ; ou le 4 ?");

        assertThat(FrenchText.typeset(shown)).isEqualTo(shown);
    }
}
