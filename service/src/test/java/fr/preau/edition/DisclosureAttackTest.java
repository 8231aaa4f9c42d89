package fr.preau.edition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.kernel.Refusal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Everything that editions publish against everything that they hide, on random territories, by linear programming. */
class DisclosureAttackTest {
    private static final int TERRITORIES = Boolean.getBoolean("preau.long") ? 400 : 15;
    /** What the solver's own rounding may take off. */
    private static final double SLACK = 1e-6;

    private int hidden;
    private int recovered;
    private int narrow;
    private int complements;

    @Test
    void one_edition_tells_nothing_that_it_hides() {
        int shown = 0;
        for (int seed = 0; seed < TERRITORIES; seed++) {
            Random random = new Random(seed);
            RandomTerritory territory = RandomTerritory.of(random);
            Label label = random.nextBoolean() ? Label.CLEAR : Label.GREEN;
            Published edition = edition(territory, label, List.of(), territory.named());
            shown += (int) edition.decisions().stream().filter(Decision::shown).count();
            attack(List.of(edition), territory);
        }
        tell("one edition", shown);
        assertThat(hidden).isGreaterThan(TERRITORIES);
        assertThat(shown).as("it still shows something").isGreaterThan(TERRITORIES);
        assertThat(recovered).isZero();
        assertThat(narrow).isZero();
    }

    /** CLEAR, then GREEN where some collectivities have agreed; and the other way round. */
    @Test
    void two_editions_together_tell_nothing_that_either_hides() {
        int shown = 0;
        int refused = 0;
        for (int seed = 1_000; seed < 1_000 + TERRITORIES; seed++) {
            Random random = new Random(seed);
            RandomTerritory territory = RandomTerritory.of(random);
            boolean widening = random.nextBoolean();
            List<String> some = territory.named().stream()
                    .filter(code -> random.nextBoolean())
                    .toList();
            Published first = edition(territory, widening ? Label.CLEAR : Label.GREEN, List.of(), some);
            try {
                Published second =
                        edition(territory, widening ? Label.GREEN : Label.CLEAR, List.of(first), territory.named());
                shown += (int)
                        second.decisions().stream().filter(Decision::shown).count();
                attack(List.of(first, second), territory);
            } catch (Refusal exposed) {
                refused++;
            }
        }
        tell("two editions", shown);
        System.out.println("  refused: " + refused);
        assertThat(refused).isLessThan(TERRITORIES / 4);
        assertThat(recovered).isZero();
        assertThat(narrow).isZero();
    }

    /** The attack is worth its name: with the thresholds alone, it finds what they hide. */
    @Test
    void thresholds_alone_are_not_enough() {
        for (int seed = 0; seed < TERRITORIES; seed++) {
            RandomTerritory territory = RandomTerritory.of(new Random(seed));
            List<Decision> thresholds = territory.groups().stream()
                    .map(group -> new Decision(
                            group,
                            Behind.of(territory.strata().stream()
                                            .filter(group::covers)
                                            .toList())
                                    .refusal(group.family(), territory.named())))
                    .toList();
            attack(List.of(new Published(territory.strata(), thresholds)), territory);
        }
        tell("thresholds alone", 0);
        assertThat(recovered).isGreaterThan(TERRITORIES);
    }

    private static Published edition(
            RandomTerritory territory, Label label, List<Published> earlier, List<String> agreed) {
        return new Published(
                territory.strata(),
                Disclosure.decide(territory.groups(), Family.under(label), territory.strata(), earlier, agreed));
    }

    private void attack(List<Published> editions, RandomTerritory territory) {
        Set<Stratum> strata = new LinkedHashSet<>();
        editions.forEach(edition -> strata.addAll(edition.strata()));
        List<Decision> decisions = editions.stream()
                .flatMap(edition -> edition.decisions().stream())
                .distinct()
                .toList();
        Set<Group> told = new LinkedHashSet<>();
        decisions.stream().filter(Decision::shown).forEach(decision -> told.add(decision.group()));
        for (String theme : List.of("SAU", "RES")) {
            Attack attack = new Attack(strata, theme);
            told.forEach(group -> attack.reads(group::covers));
            secrets(decisions, told, territory).forEach(group -> {
                double width = attack.width(group::covers);
                boolean complement = refusal(group, territory) == null;
                hidden++;
                complements += complement ? 1 : 0;
                recovered += width < SLACK ? 1 : 0;
                narrow += !complement && width < Disclosure.PROTECTION - SLACK ? 1 : 0;
            });
        }
    }

    /** What one edition hides, and what none may ever show; a row that an earlier edition has told is none. */
    private static Stream<Group> secrets(List<Decision> decisions, Set<Group> told, RandomTerritory territory) {
        Stream<Group> small = territory.groups().stream().filter(group -> refusal(group, territory) != null);
        Stream<Group> hidden =
                decisions.stream().filter(decision -> !decision.shown()).map(Decision::group);
        return Stream.concat(small, hidden)
                .filter(group -> !told.contains(group))
                .distinct();
    }

    private static @Nullable Hidden refusal(Group group, RandomTerritory territory) {
        return Behind.of(territory.of(group)).refusal(group.family(), territory.named());
    }

    private void tell(String what, int shown) {
        System.out.printf(
                "attack, %s: %d territories, %d rows shown, %d hidden cells attacked (%d complements), %d recovered, %d within the interval%n",
                what, TERRITORIES, shown, hidden, complements, recovered, narrow);
    }
}
