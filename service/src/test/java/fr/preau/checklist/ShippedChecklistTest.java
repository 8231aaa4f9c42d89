package fr.preau.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.kernel.ChecklistId;
import fr.preau.kernel.ControlCode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShippedChecklistTest {
    private final Checklist checklist = ChecklistFile.read(Shipped.checklist()).as(new ChecklistId(1));

    @Test
    void holds_84_controls_in_12_themes() {
        assertThat(checklist.controls()).hasSize(84);
        assertThat(checklist.themes().stream()
                        .map(theme ->
                                theme.code() + " " + checklist.controls(theme).size()))
                .containsExactly(
                        "GOV 7", "SEN 5", "PAT 7", "DCP 9", "ACC 9", "EQP 8", "RES 10", "NAV 6", "EXP 7", "SAU 5",
                        "INC 7", "TIE 4");
    }

    @Test
    void spreads_its_controls_over_levels_and_weights() {
        assertThat(count(Control::defaultLevel))
                .isEqualTo(Map.of(Level.SOCLE, 38L, Level.STANDARD, 37L, Level.RENFORCE, 9L));
        assertThat(count(Control::weight)).isEqualTo(Map.of(3, 31L, 2, 49L, 1, 4L));
    }

    @ParameterizedTest
    @CsvSource({"ECOLE,71,32", "COLLEGE,81,38", "LYCEE,82,38", "LYCEE_PRO,82,38", "EREA,82,38", "CIO,67,32"})
    void applies_to_each_type_of_school(SchoolType type, int applicable, int base) {
        assertThat(checklist.controls(type)).hasSize(applicable);
        assertThat(checklist.asked(Map.of(type, Set.of(Level.SOCLE)))).hasSize(base);
        assertThat(checklist.asked(Map.of(type, Set.of(Level.values())))).hasSize(applicable);
    }

    @Test
    void asks_only_the_levels_named_for_a_type() {
        List<Asked> asked = checklist.asked(
                Map.of(SchoolType.ECOLE, Set.of(Level.SOCLE), SchoolType.COLLEGE, Set.of(Level.SOCLE, Level.STANDARD)));

        assertThat(asked).extracting(Asked::type).containsOnly(SchoolType.ECOLE, SchoolType.COLLEGE);
        assertThat(asked).noneMatch(one -> one.level() == Level.RENFORCE);
        assertThat(asked).noneMatch(one -> one.type() == SchoolType.ECOLE && one.level() != Level.SOCLE);
    }

    @Test
    void lowers_what_it_expects_of_a_small_school() {
        Control responsibilities = checklist.control(new ControlCode("GOV-02"));

        assertThat(responsibilities.level(SchoolType.COLLEGE)).isEqualTo(Level.SOCLE);
        assertThat(responsibilities.level(SchoolType.ECOLE)).isEqualTo(Level.STANDARD);
    }

    @Test
    void names_another_party_where_a_type_has_one() {
        Control officer = checklist.control(new ControlCode("GOV-01"));

        assertThat(officer.party(SchoolType.COLLEGE)).isEqualTo(Party.ETABLISSEMENT);
        assertThat(officer.party(SchoolType.ECOLE)).isEqualTo(Party.PARTAGE);
    }

    @Test
    void cites_every_measure_of_the_hygiene_guide_and_every_objective_of_recyf() {
        assertThat(checklist.controls().stream().flatMap(control -> control.references().anssiHygiene().stream()))
                .containsAll(IntStream.rangeClosed(1, 42).boxed().toList());
        assertThat(checklist.controls().stream().flatMap(control -> control.references().recyf().stream()))
                .containsAll(
                        IntStream.rangeClosed(1, 20).mapToObj(String::valueOf).toList());
    }

    @Test
    void tells_for_every_control_what_shows_it_and_when_it_is_partial() {
        assertThat(checklist.controls()).allSatisfy(control -> {
            assertThat(control.partialWhen()).startsWith("Partiel s");
            assertThat(control.shownBy()).isNotBlank().doesNotContain("Partiel s");
            assertThat(control.shownBy() + " " + control.partialWhen()).isEqualTo(control.help());
        });
    }

    @Test
    void forbids_to_store_the_two_documents_that_would_help_an_attacker() {
        assertThat(checklist.controls().stream()
                        .filter(control -> control.attachment() == Attachment.INTERDITE)
                        .map(control -> control.code().value()))
                .containsExactly("PAT-03", "EXP-05");
    }

    @Test
    void has_a_label_for_every_code_it_uses() {
        assertThat(Arrays.stream(Party.values()).map(checklist::label)).allMatch(label -> label.length() > 10);
        assertThat(Arrays.stream(SchoolType.values()).map(checklist::label)).contains("Collège");
        assertThat(checklist.label(Level.RENFORCE)).startsWith("Renforcé");
        assertThat(checklist.answer(Verdict.PARTIEL).bringsAdvice()).isTrue();
        assertThat(checklist.answer(Verdict.NON_APPLICABLE).value()).isNull();
        assertThat(checklist.evidenceLabel("TEST")).isEqualTo("Essai ou test");
        assertThat(checklist.weightLabel(3)).isEqualTo("Essentiel");
        assertThat(checklist.gainLabel(1)).startsWith("Limité");
        assertThat(checklist.effortLabel(3)).startsWith("Élevé");
    }

    private <K> Map<K, Long> count(Function<Control, K> key) {
        return checklist.controls().stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.counting()));
    }
}
