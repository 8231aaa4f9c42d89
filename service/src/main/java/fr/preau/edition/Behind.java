package fr.preau.edition;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who stands behind a row: what the thresholds look at.
 *
 * @param byCollectivity schools of each, those without left out
 * @param heaviest most that one school may weigh in it
 * @param room what all of them weigh
 */
record Behind(int schools, Map<String, Integer> byCollectivity, long heaviest, long room) {
    Behind {
        byCollectivity = Map.copyOf(byCollectivity);
    }

    static Behind of(List<Stratum> strata) {
        Map<String, Integer> byCollectivity = new HashMap<>();
        for (Stratum stratum : strata) {
            stratum.behind().forEach((code, schools) -> byCollectivity.merge(code, schools, Integer::sum));
        }
        byCollectivity.remove("");
        byCollectivity.values().removeIf(schools -> schools == 0);
        return new Behind(
                strata.stream().mapToInt(Stratum::schools).sum(),
                byCollectivity,
                strata.stream()
                        .filter(stratum -> stratum.schools() > 0)
                        .mapToLong(Stratum::heaviest)
                        .max()
                        .orElse(0),
                strata.stream()
                        .map(Stratum::weights)
                        .map(Map::values)
                        .flatMap(Collection::stream)
                        .mapToLong(Weight::room)
                        .sum());
    }

    /**
     * Why a row of the family may not stand by itself; null when it may.
     *
     * @param agreed collectivities that agree to appear: where rows may be small, a row that is nearly all theirs stands
     */
    @Nullable
    Hidden refusal(Family family, List<String> agreed) {
        if (schools < Family.SCHOOLS) {
            return Hidden.FEW_SCHOOLS;
        }
        if (family.amongCollectivities() && byCollectivity.size() < Family.COLLECTIVITIES) {
            return Hidden.FEW_COLLECTIVITIES;
        }
        List<String> silent = family.amongCollectivities() ? List.of() : agreed;
        boolean collectivity = byCollectivity.entrySet().stream()
                .anyMatch(one -> one.getValue() > Family.SHARE * schools && !silent.contains(one.getKey()));
        boolean school = !family.amongCollectivities() && heaviest > Family.SHARE * room;
        return collectivity || school ? Hidden.ONE_DOMINATES : null;
    }
}
