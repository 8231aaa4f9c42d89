package fr.preau.territory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.kernel.Uai;
import fr.preau.territory.AttachmentRule.Attachment;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttachmentRuleTest {
    private final AttachmentRule rule = new AttachmentRule(ShippedTerritory.get());

    @ParameterizedTest
    @CsvSource({
        "ECOLE, 35, 35016, 35016",
        "ECOLE, 75, 75112, 75056",
        "ECOLE, 69, 69383, 69123",
        "ECOLE, 13, 13202, 13055",
        "ECOLE, 2A, 2A041, 2A041",
        "COLLEGE, 35, 35016, 223500018",
        "COLLEGE, 69, 69383, 200046977",
        "COLLEGE, 69, 69029, 200046977",
        "COLLEGE, 69, 69264, 226900017",
        "COLLEGE, 75, 75112, 75056",
        "COLLEGE, 67, 67482, 200094332",
        "COLLEGE, 68, 68224, 200094332",
        "COLLEGE, 2A, 2A004, 200076958",
        "COLLEGE, 2B, 2B033, 200076958",
        "COLLEGE, 972, 97209, 200055507",
        "COLLEGE, 973, 97302, 200052678",
        "COLLEGE, 974, 97411, 229740014",
        "COLLEGE, 976, 97611, 229850003",
        "LYCEE, 35, 35238, 233500016",
        "LYCEE_PRO, 69, 69383, 200053767",
        "EREA, 75, 75112, 237500079",
        "LYCEE, 2B, 2B033, 200076958",
        "LYCEE, 972, 97209, 200055507",
        "LYCEE, 973, 97302, 200052678",
        "LYCEE, 974, 97411, 239740012",
        "LYCEE, 976, 97611, 229850003"
    })
    void each_type_goes_to_its_collectivity(SchoolType type, String department, String commune, String expected) {
        assertThat(rule.of(line(type, Sector.PUBLIC, department, commune)).map(Attachment::collectivity))
                .contains(expected);
    }

    @Test
    void a_cio_a_private_school_and_an_overseas_college_have_none() {
        assertThat(rule.of(line(SchoolType.CIO, Sector.PUBLIC, "35", "35238"))).isEmpty();
        assertThat(rule.of(line(SchoolType.ECOLE, Sector.PRIVATE, "35", "35238")))
                .isEmpty();
        assertThat(rule.of(line(SchoolType.COLLEGE, Sector.PUBLIC, "975", "97502")))
                .isEmpty();
    }

    @Test
    void a_city_of_districts_is_not_named_by_a_district() {
        assertThat(rule.of(line(SchoolType.ECOLE, Sector.PUBLIC, "69", "69383")))
                .isEqualTo(Optional.of(new Attachment("69123", "Lyon")));
        assertThat(rule.of(line(SchoolType.ECOLE, Sector.PUBLIC, "35", "35016")))
                .isEqualTo(Optional.of(new Attachment("35016", "Nommée")));
    }

    @Test
    void every_department_has_one_collectivity_for_colleges_and_one_for_lycees_but_overseas() {
        List<String> overseas = List.of("975", "977", "978", "986", "987", "988");
        for (var department : ShippedTerritory.get().state().departments()) {
            String commune = (department.code() + "999").substring(0, 5);
            for (SchoolType type :
                    List.of(SchoolType.COLLEGE, SchoolType.LYCEE, SchoolType.LYCEE_PRO, SchoolType.EREA)) {
                assertThat(rule.of(line(type, Sector.PUBLIC, department.code(), commune))
                                .isPresent())
                        .as(type + " in " + department.code())
                        .isEqualTo(!overseas.contains(department.code()));
            }
        }
    }

    private static DirectoryLine line(SchoolType type, Sector sector, String department, String commune) {
        return new DirectoryLine(
                2,
                Uai.of(8_000_011),
                "École",
                type,
                sector,
                SchoolState.OPEN,
                commune,
                "Nommée",
                department,
                null,
                null,
                null,
                null,
                List.of());
    }
}
