package fr.preau.demo;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.kernel.SearchText;
import fr.preau.kernel.Uai;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class DemoDirectoryTest {
    private static final String REAL = "shared/data/annuaire-ille-et-vilaine-2023.csv";

    private final DemoTerritory territory = DemoTerritory.get();
    private final List<DemoSchool> schools = territory.schools();

    @Test
    void writes_the_same_bytes_each_time_in_the_form_of_2023() {
        byte[] file = new DemoDirectory(territory).file();
        assertThat(file).isEqualTo(new DemoDirectory(territory).file());
        assertThat(new DemoDirectory(territory).overrides()).isEqualTo(new DemoDirectory(territory).overrides());
        String text = new String(file, StandardCharsets.UTF_8);
        assertThat(text)
                .startsWith("\uFEFFIdentifiant_de_l_etablissement;Nom_etablissement;")
                .endsWith("\r\n");
        assertThat(text.lines()).hasSize(121).allMatch(line -> line.split(";", -1).length == 69);
        assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r", "\"");
    }

    @Test
    void has_the_schools_that_were_promised_each_with_a_name_of_its_own() {
        Map<SchoolKind, Long> kinds =
                schools.stream().collect(Collectors.groupingBy(DemoSchool::kind, Collectors.counting()));
        assertThat(kinds.get(SchoolKind.COLLEGE)).isEqualTo(60);
        assertThat(kinds.get(SchoolKind.LYCEE) + kinds.get(SchoolKind.PROFESSIONAL) + kinds.get(SchoolKind.EREA))
                .isEqualTo(12);
        assertThat(kinds.get(SchoolKind.CIO)).isEqualTo(2);
        assertThat(schools).filteredOn(school -> school.kind().ofCommune()).hasSize(46);
        assertThat(territory.communes()).hasSize(12);
        assertThat(schools).extracting(DemoSchool::name).doesNotHaveDuplicates();
    }

    @Test
    void bears_identifiers_that_nobody_else_can_have() {
        assertThat(schools)
                .extracting(DemoSchool::uai)
                .doesNotHaveDuplicates()
                .allMatch(uai -> uai.value().startsWith("8"))
                .allMatch(uai -> uai.equals(Uai.of(Integer.parseInt(uai.value().substring(0, 7)))));
        assertThat(territory.communes())
                .extracting(DemoTerritory.Commune::code)
                .as("the highest code in use in the département is 35363")
                .allMatch(code -> code.compareTo("35900") > 0);
        for (DemoTerritory.Owner owner : List.of(territory.department(), territory.region())) {
            assertThat(owner.siren()).matches("2[23]99[0-9]{5}");
            assertThat(luhn(owner.siren())).isZero();
        }
    }

    @Test
    void meets_no_school_and_no_commune_of_the_real_directory() throws IOException {
        Path file = real();
        List<String[]> lines = Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split(";", -1))
                .toList();
        Set<String> uais = lines.stream().map(cells -> cells[0]).collect(Collectors.toSet());
        Set<String> communes =
                lines.stream().map(cells -> SearchText.fold(cells[9])).collect(Collectors.toSet());
        Set<String> codes = lines.stream().map(cells -> cells[8]).collect(Collectors.toSet());
        Set<String> named = lines.stream()
                .map(cells -> SearchText.fold(cells[1] + " " + cells[9]))
                .collect(Collectors.toSet());
        assertThat(uais).hasSizeGreaterThan(900);
        assertThat(schools).noneMatch(school -> uais.contains(school.uai().value()));
        assertThat(schools)
                .noneMatch(school -> named.contains(
                        SearchText.fold(school.name() + " " + school.commune().name())));
        assertThat(territory.communes())
                .noneMatch(commune -> communes.contains(SearchText.fold(commune.name())))
                .noneMatch(commune -> codes.contains(commune.code()));
    }

    private static Path real() {
        Optional<Path> found = Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .map(folder -> folder.resolve(REAL))
                .filter(Files::isReadable)
                .findFirst();
        Assumptions.assumeTrue(found.isPresent(), "skipped: the real directory is not in ../" + REAL);
        return found.orElseThrow();
    }

    private static int luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : 2 * digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10;
    }
}
