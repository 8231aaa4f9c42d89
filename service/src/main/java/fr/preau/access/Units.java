package fr.preau.access;

import fr.preau.database.Database;
import fr.preau.kernel.Actor;
import fr.preau.kernel.Message;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import fr.preau.kernel.Violation;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds the unit that an administrator means by a code or a part of its name, among those below their own. */
public final class Units {
    private static final int MOST = 8;

    private final Database database;

    Units(Database database) {
        this.database = database;
    }

    /**
     * The one unit that the text means: its written form, its code (INSEE, SIREN, UAI) or a part of its name.
     *
     * @param field the form's field, for the message
     * @throws Refusal invalid, when none answers or when several do: the message names them
     */
    public UnitId only(Actor by, String field, String text) {
        List<Unit> found = text.isBlank() ? List.of() : search(by, text.strip());
        if (found.isEmpty()) {
            throw Refusal.invalid(field, "access.unit.unknown", text.strip());
        }
        if (found.size() > 1) {
            throw new Refusal(new Problem.Invalid(
                    List.of(new Violation(field, Message.of("access.unit.several", text.strip(), told(found))))));
        }
        return found.get(0).id();
    }

    /** At most eight units: those whose id or code it is when there are any, else those whose name holds it. */
    private List<Unit> search(Actor by, String text) {
        List<UnitId> units = Accounts.unitsOf(by);
        return database.call(by, tx -> {
            AccessSql sql = tx.attach(AccessSql.class);
            List<Unit> exact = sql.unitsByCode(text, units);
            return exact.isEmpty() ? sql.unitsByName(text, units, MOST) : exact;
        });
    }

    private static String told(List<Unit> found) {
        return found.stream().map(unit -> unit.name() + " (" + unit.id() + ")").collect(Collectors.joining(", "));
    }

    /** Names of units; one that exists no more has none. */
    public Map<UnitId, String> names(Actor by, Collection<UnitId> units) {
        return database.call(
                by,
                tx -> tx.attach(AccessSql.class).units(List.copyOf(units)).stream()
                        .collect(Collectors.toMap(Unit::id, Unit::name)));
    }
}
