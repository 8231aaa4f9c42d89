package fr.preau.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How often what was seen agrees with what was declared.
 *
 * <p>The interval is Wilson's at 95 % (E. B. Wilson, « Probable inference, the law of succession, and statistical
 * inference », Journal of the American Statistical Association 22, 1927, pages 209 to 212): it stays within 0 and 1 and
 * holds for few observations, where the usual one doesn't. It takes controls as independent; those of one school are not
 * quite, so it is a lower bound of the doubt (docs/adr/0030).
 *
 * @param agreed controls seen as they were declared
 * @param seen controls seen that had been declared
 */
public record Agreement(String stratum, int visited, int drawn, int schools, long agreed, long seen) {
    private static final double Z = 1.959964;
    /** Below, the interval is so wide, some 35 points, that a rate says next to nothing. */
    private static final int FEW = 30;
    /** The stratum of the whole. */
    public static final String ALL = "";

    /** The whole first, then each stratum. */
    static List<Agreement> of(List<SampleSchool> schools) {
        List<Agreement> all = new ArrayList<>();
        Map<String, List<SampleSchool>> strata = schools.stream()
                .collect(Collectors.groupingBy(SampleSchool::stratum, TreeMap::new, Collectors.toList()));
        int frame = strata.values().stream().mapToInt(of -> of.get(0).schools()).sum();
        all.add(of(ALL, schools, frame));
        strata.forEach((stratum, of) -> all.add(of(stratum, of, of.get(0).schools())));
        return all;
    }

    private static Agreement of(String stratum, List<SampleSchool> schools, int frame) {
        return new Agreement(
                stratum,
                (int) schools.stream().filter(one -> one.version() > 0).count(),
                schools.size(),
                frame,
                schools.stream().mapToLong(SampleSchool::agreed).sum(),
                schools.stream().mapToLong(SampleSchool::seen).sum());
    }

    /** The rate, null while nothing was seen. */
    public @Nullable Double rate() {
        return seen == 0 ? null : (double) agreed / seen;
    }

    public @Nullable Double low() {
        return seen == 0 ? null : Math.max(0, centre() - half());
    }

    public @Nullable Double high() {
        return seen == 0 ? null : Math.min(1, centre() + half());
    }

    /** Whether something was seen, but of too few controls or in one school alone: then the page warns beside the rate. */
    public boolean few() {
        return seen > 0 && (seen < FEW || visited < 2);
    }

    private double centre() {
        double p = (double) agreed / seen;
        return (p + Z * Z / (2 * seen)) / (1 + Z * Z / seen);
    }

    private double half() {
        double p = (double) agreed / seen;
        return Z / (1 + Z * Z / seen) * Math.sqrt(p * (1 - p) / seen + Z * Z / (4.0 * seen * seen));
    }
}
