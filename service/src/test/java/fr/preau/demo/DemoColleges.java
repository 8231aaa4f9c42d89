package fr.preau.demo;

import fr.preau.Scene;
import fr.preau.kernel.UnitId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The demonstration's collèges on a scene's stage, beside its own schools, with the département that runs them. */
public final class DemoColleges {
    private DemoColleges() {}

    /**
     * Puts them there; they take part in campaigns opened from now on.
     *
     * @return the collectivity that runs them
     */
    public static UnitId settle(Scene scene) {
        DemoTerritory territory = DemoTerritory.get();
        UnitId department = UnitId.collectivity(territory.department().siren());
        scene.collectivity(department, "DEPARTEMENT", territory.department().name());
        Set<UnitId> communes = new HashSet<>(List.of(Scene.TOWN, Scene.OTHER_TOWN));
        for (DemoSchool school : territory.schools()) {
            if (school.kind() == SchoolKind.COLLEGE) {
                UnitId commune = UnitId.collectivity(school.commune().code());
                if (communes.add(commune)) {
                    scene.collectivity(commune, "COMMUNE", school.commune().name());
                }
                scene.school(school.uai(), "COLLEGE", school.name(), commune, department);
            }
        }
        return department;
    }
}
