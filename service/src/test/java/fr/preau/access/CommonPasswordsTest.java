package fr.preau.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which passwords a guesser tries first, and which are nobody's business but their owner's. */
class CommonPasswordsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "motdepasse2026",
                "M0td3p4ss3!2025",
                "Mot de passe 1",
                "motdepassemotdepasse",
                "azertyuiop123",
                "Soleil!Marseille13",
                "123456789012",
                "aaaaaaaaaaaaaaaa",
                "Bonjour-123456",
                "P@ssw0rdP@ssw0rd",
                "jetaimeplusquetout",
                "Éléonore&Émilie2024",
                "preau-preau-2026",
                "Kerguennec-2026!",
                "a.kerguennec35000",
                "éducation nationale"
            })
    void refuses_what_is_tried_first(String password) {
        assertThat(CommonPasswords.isCommon(password, "Anaëlle Kerguennec", "a.kerguennec@mairie-de-loin.invalid"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trois mots et un quatrième",
                "cornet-lampadaire-vingt",
                "xq9Tz4mWv7Lp",
                "le vélo grince quand il pleut",
                "soleil girafe trombone buvard",
                "vx7 soleil bqrtz"
            })
    void takes_unrelated_words_and_chance(String password) {
        assertThat(CommonPasswords.isCommon(password, "Anaëlle Kerguennec", null))
                .isFalse();
    }
}
