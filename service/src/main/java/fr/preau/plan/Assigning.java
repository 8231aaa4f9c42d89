package fr.preau.plan;

import fr.preau.audit.Audit;
import fr.preau.checklist.Theme;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one sees before entrusting a theme.
 *
 * @param works the audits of the campaign in which the person may entrust it, this one among them when they may
 * @param people colleagues, and who works at the school
 */
public record Assigning(Audit audit, Theme theme, List<ThemeWork> works, List<Person> people) {
    public Assigning {
        works = List.copyOf(works);
        people = List.copyOf(people);
    }

    /** The theme in the audit where one stands; empty when the person doesn't answer there, or nobody can now. */
    public Optional<ThemeWork> here() {
        return works.stream().filter(work -> work.id().equals(audit.id())).findFirst();
    }

    /** The audits in which something is left of the theme. */
    public List<ThemeWork> unfinished() {
        return works.stream().filter(work -> work.unanswered() > 0).toList();
    }

    /**
     * The audits of the extent.
     *
     * @throws Refusal not found for an audit where the person may not entrust it; invalid when none is chosen
     */
    List<ThemeWork> chosen(Extent extent, Set<AuditId> ticked) {
        return switch (extent) {
            case ONE -> List.of(here().orElseThrow(Refusal::notFound));
            case ALL -> unfinished();
            case LIST -> listed(ticked);
        };
    }

    private List<ThemeWork> listed(Set<AuditId> ticked) {
        List<ThemeWork> found =
                works.stream().filter(work -> ticked.contains(work.id())).toList();
        if (found.size() < ticked.size()) {
            throw Refusal.notFound();
        }
        if (found.isEmpty()) {
            throw Refusal.invalid("extent", "plan.extent.none");
        }
        return found;
    }
}
