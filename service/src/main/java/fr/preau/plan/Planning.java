package fr.preau.plan;

import fr.preau.audit.ControlView;
import fr.preau.checklist.Control;
import fr.preau.checklist.Theme;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What one sees before planning an action: the weak answer, and the schools of the same unit that share the weakness.
 *
 * @param owner the unit in whose name it would be planned
 * @param same the schools with a weak answer to the control that may be answered in its name, the first one among them
 */
public record Planning(ControlView view, UnitId owner, List<SchoolAnswer> same, LocalDate today) {
    public Planning {
        same = List.copyOf(same);
    }

    public Control control() {
        return view.control();
    }

    public Theme theme() {
        return view.theme();
    }

    /**
     * The schools that an action of this extent is for.
     *
     * @throws Refusal not found for a school that doesn't share the weakness; invalid when none is chosen
     */
    List<AuditId> chosen(Extent extent, Set<AuditId> ticked) {
        List<AuditId> all = same.stream().map(SchoolAnswer::id).toList();
        return switch (extent) {
            case ONE -> List.of(view.audit().id());
            case ALL -> all;
            case LIST -> listed(all, ticked);
        };
    }

    private static List<AuditId> listed(List<AuditId> all, Set<AuditId> ticked) {
        if (!all.containsAll(ticked)) {
            throw Refusal.notFound();
        }
        if (ticked.isEmpty()) {
            throw Refusal.invalid("extent", "plan.extent.none");
        }
        return all.stream().filter(ticked::contains).toList();
    }
}
