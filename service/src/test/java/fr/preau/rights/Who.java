package fr.preau.rights;

import fr.preau.Visitor;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One column of the matrix: a person with one role on one unit, and what lies where for them.
 *
 * @param page opens a session, so that a request may end it and the next person still has theirs
 * @param program the same person with a token of the widest scope
 */
record Who(String column, Supplier<Visitor> page, Visitor program, Map<Place, Target> targets) {
    boolean nobody() {
        return column.equals("nobody");
    }
}
