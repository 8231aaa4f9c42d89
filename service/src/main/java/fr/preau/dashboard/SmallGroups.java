package fr.preau.dashboard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which of several groups are too small to be shown to who sees a unit from afar: fewer than {@value #LEAST} schools. One
 * alone would be the difference between the whole and the others, so it takes the next smallest along until what is
 * hidden holds as many schools too.
 */
final class SmallGroups {
    static final int LEAST = 5;

    private SmallGroups() {}

    static boolean small(long schools) {
        return schools > 0 && schools < LEAST;
    }

    /** The places of the groups to hide; a group of no school tells nothing of anybody. */
    static Set<Integer> hidden(List<Long> schools) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, schools.size())
                .filter(i -> schools.get(i) > 0)
                .boxed()
                .sorted(Comparator.comparing(schools::get))
                .toList());
        Set<Integer> hidden = new HashSet<>();
        long held = 0;
        for (int i : order) {
            boolean alone = held > 0 && held < LEAST;
            if (!small(schools.get(i)) && !alone) {
                break;
            }
            hidden.add(i);
            held += schools.get(i);
        }
        return hidden;
    }
}
