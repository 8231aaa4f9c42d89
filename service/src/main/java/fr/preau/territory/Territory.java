package fr.preau.territory;

import fr.preau.kernel.Uai;
import fr.preau.kernel.UnitId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Answers what a unit is and what lies around it, inside the caller's transaction.
 *
 * <p>It knows no perimeter: the caller has already decided that its reader may know the unit, or decides it from the
 * answer. Schools are listed and searched for a person in {@code audit}, never here.
 */
public final class Territory {
    private Territory() {}

    /** The unit, empty when there is none by that id. */
    public static Optional<Unit> unit(Handle tx, UnitId id) {
        return tx.attach(TerritorySql.class).unit(id.kind().name(), id.code());
    }

    public static boolean exists(Handle tx, UnitId id) {
        return unit(tx, id).isPresent();
    }

    /** The unit and those above it in its tree, the unit first; empty when there is none. A school's is the State's. */
    public static List<Unit> chain(Handle tx, UnitId id) {
        return tx.attach(TerritorySql.class).chain(id.kind().name(), id.code());
    }

    /**
     * The units right below, by name; of a department or a collectivity its schools, closed ones included.
     *
     * <p>A large department has some 2,500 schools and the answer is not cut: a page reads them by key elsewhere.
     */
    public static List<Unit> children(Handle tx, UnitId id) {
        TerritorySql sql = tx.attach(TerritorySql.class);
        return id.kind() == UnitId.Kind.COLLECTIVITY ? sql.schoolsOf(id.code()) : sql.children(id);
    }

    /** Whether the schools are invented, all of them, and there is one: every page then says so. */
    public static boolean isInvented(Handle tx) {
        return tx.attach(TerritorySql.class).isInvented();
    }

    /** The school in its present place, empty when there is none by that UAI. */
    public static Optional<School> school(Handle tx, Uai uai) {
        return tx.attach(TerritorySql.class).school(uai);
    }
}
