package fr.preau.demo;

import fr.preau.kernel.Refusal;
import fr.preau.territory.StateDepartment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * How many schools and communes each department of the invented country has: some are large, most are not. The sums are
 * exactly what was asked.
 *
 * @param schools in all
 * @param seed the same seed and number, the same country
 */
record CountryPlan(int schools, long seed) {
    /** As many as UAI may be invented, less a margin for the step between them. */
    static final int MOST = 200_000;

    private static final Set<String> LARGE = Set.of(
            "06", "13", "31", "33", "34", "35", "38", "44", "57", "59", "62", "67", "69", "75", "76", "77", "78", "91",
            "92", "93", "94", "95");
    private static final double COMMUNES_A_SCHOOL = 35.0 / 65;

    /** A department's part. */
    record Part(StateDepartment department, int schools, int communes) {}

    CountryPlan {
        if (schools < 1 || schools > MOST) {
            throw Refusal.invalid("schools", "command.generate.schools", MOST);
        }
    }

    List<Part> parts() {
        List<StateDepartment> departments = StateDepartment.all();
        SplittableRandom random = new SplittableRandom(seed);
        double[] weights = new double[departments.size()];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double size = 0.4 + random.nextDouble();
            weights[i] = LARGE.contains(departments.get(i).code()) ? 2.2 * size : size;
            sum += weights[i];
        }
        List<Part> parts = new ArrayList<>();
        double reached = 0;
        int given = 0;
        for (int i = 0; i < weights.length; i++) {
            reached += weights[i];
            int until = (int) Math.round(reached / sum * schools);
            int communes = Math.max(1, (int) Math.round((until - given) * COMMUNES_A_SCHOOL));
            parts.add(new Part(departments.get(i), until - given, communes));
            given = until;
        }
        return parts;
    }
}
