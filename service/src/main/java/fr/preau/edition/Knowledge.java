package fr.preau.edition;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What can be known of a sum that is not published, by whoever knows every published one exactly, and how much each
 * stratum weighs: the worst of readers.
 *
 * <p>Strata that stand in the very same published sums can give and take among each other, and no published figure
 * moves. As far as they can, a sum that holds some of them and not the others is unknown: {@link #width} adds that up.
 * It proves that at least so much is unknown, in the open and without an equation to solve (docs/adr/0033).
 */
final class Knowledge {
    private final List<Stratum> strata = new ArrayList<>();
    private final Map<Stratum.Key, Integer> places = new HashMap<>();
    private final Set<String> themes = new TreeSet<>();

    /** Learns which strata there are; the same one in two editions is one. */
    void add(List<Stratum> some) {
        for (Stratum stratum : some) {
            if (places.putIfAbsent(stratum.key(), strata.size()) == null) {
                strata.add(stratum);
                themes.addAll(stratum.weights().keySet());
            }
        }
    }

    /** The strata of a row in an edition; those without a school are in none. */
    BitSet sum(Group group, List<Stratum> of) {
        BitSet sum = new BitSet();
        for (Stratum stratum : of) {
            if (group.covers(stratum) && stratum.schools() > 0) {
                sum.set(place(stratum));
            }
        }
        return sum;
    }

    /** The strata themselves. */
    BitSet sum(List<Stratum> of) {
        BitSet sum = new BitSet();
        of.stream().filter(stratum -> stratum.schools() > 0).forEach(stratum -> sum.set(place(stratum)));
        return sum;
    }

    private int place(Stratum stratum) {
        return Objects.requireNonNull(places.get(stratum.key()), "a stratum that nobody has added");
    }

    /**
     * How far apart the lowest and the highest conformity lie that the sum may have, for the theme of which most is
     * known; 0 to 1. A sum of nothing is 1: there is nothing to know.
     *
     * @param alike from {@link #alike}
     */
    double width(BitSet sum, Map<BitSet, BitSet> alike) {
        double least = 1;
        for (String theme : themes) {
            Weight own = weight(sum, theme);
            if (own.room() > 0) {
                long free = 0;
                for (Map.Entry<BitSet, BitSet> some : alike.entrySet()) {
                    free += free(sum, some.getKey().isEmpty(), some.getValue(), theme);
                }
                least = Math.min(least, (double) free / own.room());
            }
        }
        return least;
    }

    /** The strata by the published sums that they stand in. */
    Map<BitSet, BitSet> alike(List<BitSet> published) {
        Map<BitSet, BitSet> alike = new LinkedHashMap<>();
        for (int stratum = 0; stratum < strata.size(); stratum++) {
            BitSet in = new BitSet();
            for (int i = 0; i < published.size(); i++) {
                in.set(i, published.get(i).get(stratum));
            }
            alike.computeIfAbsent(in, unused -> new BitSet()).set(stratum);
        }
        return alike;
    }

    /** By how much the part of the sum among strata that are alike may move, downwards and upwards. */
    private long free(BitSet sum, boolean unpublished, BitSet alike, String theme) {
        BitSet inside = (BitSet) alike.clone();
        inside.and(sum);
        Weight in = weight(inside, theme);
        if (unpublished) {
            return in.room();
        }
        BitSet outside = (BitSet) alike.clone();
        outside.andNot(sum);
        Weight out = weight(outside, theme);
        return Math.min(in.held(), out.missing()) + Math.min(in.missing(), out.held());
    }

    private Weight weight(BitSet sum, String theme) {
        return sum.stream()
                .mapToObj(strata::get)
                .map(stratum -> stratum.weight(theme))
                .reduce(Weight.NONE, Weight::plus);
    }
}
