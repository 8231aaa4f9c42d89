package fr.preau.demo;

import fr.preau.demo.DemoTerritory.Commune;
import fr.preau.demo.DemoTerritory.Owner;
import fr.preau.kernel.Uai;
import org.jspecify.annotations.Nullable;

/**
 * An invented school.
 *
 * @param owner the second-degree collectivity that runs it, null where the commune or the State does
 */
record DemoSchool(
        Uai uai,
        String name,
        SchoolKind kind,
        Commune commune,
        @Nullable Owner owner) {}
