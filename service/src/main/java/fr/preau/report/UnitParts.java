package fr.preau.report;

import fr.preau.dashboard.Heat;
import fr.preau.dashboard.KindLine;
import java.util.List;

/**
 * The figures of an académie by what lies in it.
 *
 * @param departments by theme too
 * @param kinds by kind of collectivity
 */
public record UnitParts(Both<Heat> departments, List<KindLine> kinds) {
    public UnitParts {
        kinds = List.copyOf(kinds);
    }
}
