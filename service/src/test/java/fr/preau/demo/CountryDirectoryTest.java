package fr.preau.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.kernel.Refusal;
import fr.preau.kernel.Uai;
import fr.preau.territory.StateDepartment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The invented country as a file: what it promises to resemble, and what it must never be. */
class CountryDirectoryTest {
    private static final int SCHOOLS = 20_000;
    private static final int UAI = 0;
    private static final int NAME = 1;
    private static final int TYPE = 2;
    private static final int COMMUNE = 8;
    private static final int DEPARTMENT = 10;

    @TempDir
    static Path folder;

    private static Path file;
    private static CountryDirectory.Written written;
    private static List<String[]> rows;

    @BeforeAll
    static void write() throws IOException {
        file = folder.resolve("country.csv");
        written = CountryDirectory.write(SCHOOLS, 7, file);
        rows = Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split(";", -1))
                .toList();
    }

    @Test
    void has_as_many_schools_as_were_asked_for_in_every_department() {
        assertThat(rows).hasSize(SCHOOLS).allMatch(row -> row.length == 69);
        Set<String> departments =
                rows.stream().map(row -> row[DEPARTMENT].replaceFirst("^0", "")).collect(Collectors.toSet());
        assertThat(departments)
                .containsExactlyInAnyOrderElementsOf(StateDepartment.all().stream()
                        .map(StateDepartment::code)
                        .toList());
    }

    @Test
    void is_of_ecoles_for_four_fifths_in_communes_of_one_or_two() {
        long ecoles = rows.stream().filter(row -> row[TYPE].equals("Ecole")).count();
        assertThat((double) ecoles / SCHOOLS).isBetween(0.78, 0.82);
        long communes = rows.stream().map(row -> row[COMMUNE]).distinct().count();
        assertThat(communes).isEqualTo(written.communes()).isBetween(SCHOOLS / 2L, SCHOOLS * 6L / 10);
    }

    @Test
    void has_names_that_hundreds_bear() {
        Map<String, Long> names = rows.stream().collect(Collectors.groupingBy(row -> row[NAME], Collectors.counting()));
        assertThat(names.values()).anyMatch(count -> count > 200);
        assertThat(names).hasSizeGreaterThan(1000);
    }

    @Test
    void bears_identifiers_that_nobody_else_can_have() {
        assertThat(rows)
                .extracting(row -> row[UAI])
                .doesNotHaveDuplicates()
                .allMatch(uai -> uai.startsWith("8") && new Uai(uai).value().equals(uai));
        assertThat(rows.stream().map(row -> row[COMMUNE])).allMatch(CountryDirectoryTest::unknownToInsee);
    }

    @Test
    void gives_its_second_degree_to_invented_collectivities() throws IOException {
        List<String[]> overrides = Files.readAllLines(CountryDirectory.overrides(file)).stream()
                .skip(1)
                .map(line -> line.split(";", -1))
                .toList();
        Set<String> owned = overrides.stream().map(row -> row[0]).collect(Collectors.toSet());
        assertThat(rows)
                .allMatch(row -> owned.contains(row[UAI])
                        == Set.of("Collège", "Lycée", "EREA").contains(row[TYPE]));
        assertThat(overrides).allMatch(row -> row[1].matches("2[23]99[0-9]{5}") && row[2].contains(" inventé"));
    }

    @Test
    void is_the_same_for_the_same_seed_and_another_for_another() throws IOException {
        Path again = folder.resolve("again.csv");
        CountryDirectory.write(SCHOOLS, 7, again);
        assertThat(Files.mismatch(file, again)).isEqualTo(-1);
        CountryDirectory.write(SCHOOLS, 8, again);
        assertThat(Files.mismatch(file, again)).isNotEqualTo(-1);
    }

    @Test
    void refuses_a_number_that_makes_no_country() {
        for (int schools : new int[] {0, CountryPlan.MOST + 1}) {
            assertThatThrownBy(() -> CountryDirectory.write(schools, 1, folder.resolve("no.csv")))
                    .isInstanceOf(Refusal.class);
        }
    }

    /** Above the highest number of its department, or behind characters that are no department's. */
    private static boolean unknownToInsee(String code) {
        boolean none = code.matches("([013-9][AB]|00|20|96)[0-9]{3}");
        boolean overseas = code.matches("9[78][0-9][5-9][0-9]");
        boolean high = code.matches("([0-9]{2}|2[AB])[89][0-9]{2}")
                && (!Set.of("02", "62", "80").contains(code.substring(0, 2))
                        || code.substring(2).compareTo("920") >= 0);
        return none || overseas || high;
    }
}
