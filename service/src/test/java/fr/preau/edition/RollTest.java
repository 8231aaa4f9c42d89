package fr.preau.edition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.audit.AuditState;
import fr.preau.checklist.SchoolType;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.Uai;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is signed of schools that a livrable names. */
class RollTest {
    private static final FrozenSchool SCHOOL = new FrozenSchool(
            new AuditId(7),
            new Uai("8000001D"),
            "École des Tilleuls",
            SchoolType.ECOLE,
            "Saint-Aubin",
            AuditState.SUBMITTED,
            0.9,
            null,
            0.1 + 0.2,
            "GOU RES");

    @Test
    void digests_a_school_by_what_no_version_of_java_words_anew() {
        assertThat(SCHOOL.line())
                .isEqualTo("7\t8000001D\tÉcole des Tilleuls\tECOLE\tSaint-Aubin\tSUBMITTED"
                        + "\t3feccccccccccccd\t\t3fd3333333333334\tGOU RES");
        assertThat(Roll.of(List.of(SCHOOL))).isEqualTo(new Roll(1, Digest.hex(SCHOOL.line())));
        assertThat(Roll.of(List.of())).isNull();
    }

    @ParameterizedTest
    @CsvSource({"5500, true", "10000, true", "10001, false"})
    void names_the_schools_of_an_academie_and_not_of_the_country(long schools, boolean named) {
        assertThat(Roll.holds(schools)).isEqualTo(named);
    }
}
