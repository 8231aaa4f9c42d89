package fr.preau.edition;

import fr.preau.checklist.SchoolType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;

/**
 * A random territory: one to six académies of one to four departments, some with two écoles, communes that share their
 * number from one department to the next, themes that nobody holds, or all.
 */
record RandomTerritory(List<Stratum> strata, List<String> named) {
    private static final List<String> THEMES = List.of("SAU", "RES");

    static RandomTerritory of(Random random) {
        List<Stratum> strata = new ArrayList<>();
        int academies = 1 + random.nextInt(6);
        int salt = random.nextInt();
        for (int academy = 0; academy < academies; academy++) {
            int departments = 1 + random.nextInt(4);
            for (int department = 0; department < departments; department++) {
                String code = academy + "" + department;
                boolean small = random.nextInt(3) == 0;
                for (SchoolType type : SchoolType.values()) {
                    Stratum.Key key = new Stratum.Key(Integer.toString(academy), code, type, null, 1);
                    add(strata, random, key, small, salt);
                }
            }
        }
        return new RandomTerritory(
                strata,
                strata.stream()
                        .map(stratum -> stratum.key().collectivity())
                        .filter(Objects::nonNull)
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static void add(List<Stratum> strata, Random random, Stratum.Key key, boolean small, int salt) {
        int most = small ? 4 : key.type() == SchoolType.ECOLE ? 40 : 12;
        Map<String, Integer> behind = behind(random, key, random.nextInt(most + 1));
        for (String code : new TreeSet<>(behind.keySet())) {
            if (!code.isEmpty() && Math.floorMod((code + salt).hashCode(), 6) == 0) {
                Stratum.Key own = new Stratum.Key(key.academy(), key.department(), key.type(), code, key.origin());
                strata.add(stratum(random, own, Map.of(code, behind.remove(code))));
            }
        }
        strata.add(stratum(random, key, behind));
    }

    /** Écoles are of communes, a few large; the others of the département or the région; a CIO of nobody. */
    private static Map<String, Integer> behind(Random random, Stratum.Key key, int schools) {
        Map<String, Integer> behind = new HashMap<>();
        int communes = 1 + random.nextInt(8);
        for (int i = 0; i < schools; i++) {
            String code = switch (key.type()) {
                case ECOLE -> key.department() + "0" + Math.min(random.nextInt(communes), random.nextInt(communes));
                case COLLEGE -> "D" + key.department();
                case LYCEE, LYCEE_PRO, EREA -> "R" + key.academy();
                case CIO -> "";
            };
            behind.merge(code, 1, Integer::sum);
        }
        return behind;
    }

    private static Stratum stratum(Random random, Stratum.Key key, Map<String, Integer> behind) {
        int schools = behind.values().stream().mapToInt(Integer::intValue).sum();
        Map<String, Weight> weights = new HashMap<>();
        for (String theme : THEMES) {
            long room = 20L * schools;
            double level = random.nextInt(8) == 0 ? random.nextInt(2) : random.nextDouble();
            weights.put(theme, new Weight(Math.round(room * level), room));
        }
        return new Stratum(key, behind, 20L * THEMES.size(), weights);
    }

    List<Stratum> of(Group group) {
        return strata.stream().filter(group::covers).toList();
    }

    /** Every row that there is. */
    List<Group> groups() {
        TreeSet<Group> groups = new TreeSet<>();
        for (Stratum stratum : strata) {
            Stratum.Key key = stratum.key();
            groups.add(new Group(Family.NATION_TYPE, "", key.type().name()));
            String degree = Family.degree(key.type());
            if (!degree.isEmpty()) {
                groups.add(new Group(Family.ACADEMY_DEGREE, key.academy(), degree));
                groups.add(new Group(Family.DEPARTMENT_DEGREE, key.department(), degree));
            }
        }
        named.forEach(code -> groups.add(new Group(Family.COLLECTIVITY, code, "")));
        return List.copyOf(groups);
    }
}
