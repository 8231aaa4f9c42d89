package fr.preau.access.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes of RFC 6238, recovery codes, and the picture. */
class TotpSecretTest {
    private static final TotpSecret RFC = new TotpSecret("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    /** Appendix B of the RFC, SHA-1, the last six of its eight digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void makes_the_codes_of_the_standard(long second, String code) {
        assertThat(RFC.code(Instant.ofEpochSecond(second))).isEqualTo(code);
        assertThat(RFC.stepOf(code, Instant.ofEpochSecond(second))).hasValue(second / 30);
    }

    @Test
    void forgives_half_a_minute_and_no_more() {
        Instant then = Instant.ofEpochSecond(1_234_567_890);
        String code = RFC.code(then);
        assertThat(RFC.stepOf(code, then.plusSeconds(30))).hasValue(1_234_567_890 / 30);
        assertThat(RFC.stepOf(code, then.minusSeconds(30))).hasValue(1_234_567_890 / 30);
        assertThat(RFC.stepOf(code, then.plusSeconds(60))).isEmpty();
        assertThat(RFC.stepOf(code, then.minusSeconds(60))).isEmpty();
    }

    @Test
    void is_given_to_the_telephone_as_every_application_reads_it() {
        assertThat(RFC.address("a@b.fr"))
                .isEqualTo(
                        "otpauth://totp/Pr%C3%A9au:a%40b.fr?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Pr%C3%A9au");
        assertThat(RFC.typed()).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        assertThat(RFC).hasToString("secret");
    }

    @Test
    void draws_a_picture_with_its_three_eyes_and_a_quiet_margin() {
        Picture picture = Picture.of(RFC.address("a@b.fr"));
        assertThat(picture.side()).isGreaterThan(29);
        assertThat(picture.path()).startsWith("M4 4h7v1h-7z").doesNotContain("M3 ", "M0 ");
    }

    @Test
    void hands_out_ten_recovery_codes_that_can_be_typed_in_any_grouping() {
        assertThat(RecoveryCodes.fresh()).hasSize(10).doesNotHaveDuplicates().allMatch(RecoveryCodes::isOne);
        byte[] salt = RecoveryCodes.salt();
        assertThat(RecoveryCodes.digest("ABCD EFGH jkmn", salt))
                .isEqualTo(RecoveryCodes.digest("abcd-efgh-jkmn", salt))
                .hasSize(32);
        assertThat(RecoveryCodes.isOne("123456")).isFalse();
    }
}
