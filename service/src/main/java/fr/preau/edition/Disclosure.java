package fr.preau.edition;

import fr.preau.kernel.Refusal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides which rows are shown: first the thresholds, then whatever else must be hidden so that nothing hidden, here or
 * in an earlier edition, can be told from what is shown. It ends by the attack itself: what it returns has withstood it.
 */
final class Disclosure {
    /** What does not stand by itself may have any conformity within at least so much: ten points. */
    static final double PROTECTION = 0.10;

    /** What stands by itself, and is hidden for another's sake, is not to be computed: any width will do. */
    private static final double NOT_EXACT = 1e-9;

    private final List<Stratum> strata;
    private final List<String> agreed;
    private final Knowledge knowledge = new Knowledge();
    private final Map<Group, BitSet> sums = new TreeMap<>();
    private final Map<Group, Hidden> hidden = new TreeMap<>();
    private final Set<BitSet> known = new LinkedHashSet<>();
    private final Set<BitSet> secrets = new LinkedHashSet<>();
    private final Set<BitSet> complements = new LinkedHashSet<>();

    private Disclosure(List<Stratum> strata, List<Published> earlier, List<String> agreed) {
        this.strata = List.copyOf(strata);
        this.agreed = List.copyOf(agreed);
        knowledge.add(strata);
        earlier.forEach(edition -> knowledge.add(edition.strata()));
        for (Published edition : earlier) {
            for (Decision decision : edition.decisions()) {
                told(decision.hidden()).add(knowledge.sum(decision.group(), edition.strata()));
            }
        }
    }

    private Set<BitSet> told(@Nullable Hidden hidden) {
        if (hidden == null) {
            return known;
        }
        return hidden == Hidden.COMPLEMENT ? complements : secrets;
    }

    /**
     * The decisions on the rows of the families asked for, in their order. What would not stand in any family is a secret
     * beside each: a wide table must not tell what a narrow one will have to hide.
     *
     * @param groups every row that there is
     * @param families those that are to be shown
     * @param earlier every edition that was ever published of these figures
     * @param agreed codes of the collectivities that agree to appear
     * @throws Refusal conflict, when what was published before already tells what must be hidden now
     */
    static List<Decision> decide(
            List<Group> groups,
            Set<Family> families,
            List<Stratum> strata,
            List<Published> earlier,
            List<String> agreed) {
        Disclosure disclosure = new Disclosure(strata, earlier, agreed);
        groups.forEach(group -> disclosure.first(group, families));
        disclosure.complete();
        return disclosure.sums.keySet().stream()
                .map(group -> new Decision(group, disclosure.hidden.get(group)))
                .toList();
    }

    /** The thresholds alone. */
    private void first(Group group, Set<Family> families) {
        List<Stratum> own = strata.stream().filter(group::covers).toList();
        BitSet sum = knowledge.sum(own);
        Hidden why = Behind.of(own).refusal(group.family(), agreed);
        if (why != null) {
            secrets.add(sum);
        }
        if (families.contains(group.family())) {
            sums.put(group, sum);
            Hidden silent = group.family().agreed() && !agreed.contains(group.unit()) ? Hidden.NO_AGREEMENT : why;
            if (silent != null) {
                hidden.put(group, silent);
                secrets.add(sum);
            }
        }
        rest(own);
    }

    /** What is left of a row once those who appear by name are taken off. */
    private void rest(List<Stratum> own) {
        List<Stratum> rest = own.stream()
                .filter(stratum -> stratum.key().collectivity() == null)
                .toList();
        if (rest.size() < own.size() && Behind.of(rest).refusal(Family.DEPARTMENT_DEGREE, agreed) != null) {
            secrets.add(knowledge.sum(rest));
        }
    }

    private void complete() {
        Optional<BitSet> exposed = exposed();
        while (exposed.isPresent()) {
            Group complement = complement(exposed.get()).orElseThrow(() -> Refusal.conflict("edition.exposed"));
            hidden.put(complement, Hidden.COMPLEMENT);
            complements.add(sum(complement));
            exposed = exposed();
        }
    }

    /** Something hidden of which too much is known. */
    private Optional<BitSet> exposed() {
        Map<BitSet, BitSet> alike = knowledge.alike(published(null));
        return Stream.concat(secrets.stream(), complements.stream())
                .filter(secret -> !safe(secret, alike))
                .findFirst();
    }

    /** Nobody takes back what an edition has said. */
    private boolean safe(BitSet secret, Map<BitSet, BitSet> alike) {
        double needed = secrets.contains(secret) ? PROTECTION : NOT_EXACT;
        return known.contains(secret) || knowledge.width(secret, alike) >= needed;
    }

    /** The smallest row that protects the secret once it is hidden too; else the nearest, for others to follow. */
    private Optional<Group> complement(BitSet secret) {
        // What an edition has told under any name is known: to hide it again would protect nothing.
        List<Group> candidates = shown().filter(group -> !known.contains(sum(group)))
                .sorted(nearest(secret))
                .toList();
        Optional<Group> enough = candidates.stream()
                .filter(candidate -> safe(secret, knowledge.alike(published(candidate))))
                .findFirst();
        return enough.isPresent() ? enough : candidates.stream().findFirst();
    }

    /** Rows of the same kind first, then those that share a school with the secret, the smallest first. */
    private Comparator<Group> nearest(BitSet secret) {
        List<Group> same = hidden.keySet().stream()
                .filter(group -> secret.equals(sums.get(group)))
                .toList();
        return Comparator.comparing((Group group) -> same.stream().noneMatch(group::besides))
                .thenComparing(group -> !sum(group).intersects(secret))
                .thenComparing(this::schools)
                .thenComparing(Comparator.naturalOrder());
    }

    private int schools(Group group) {
        return strata.stream().filter(group::covers).mapToInt(Stratum::schools).sum();
    }

    /** All that is known once this edition is out, without one row that might be hidden too. */
    private List<BitSet> published(@Nullable Group without) {
        List<BitSet> published = new ArrayList<>(known);
        shown().filter(group -> !group.equals(without)).map(this::sum).forEach(published::add);
        return published.stream().filter(sum -> !sum.isEmpty()).distinct().toList();
    }

    private Stream<Group> shown() {
        return sums.keySet().stream().filter(group -> !hidden.containsKey(group));
    }

    private BitSet sum(Group group) {
        return Objects.requireNonNull(sums.get(group));
    }
}
