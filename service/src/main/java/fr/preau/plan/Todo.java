package fr.preau.plan;

import fr.preau.checklist.Theme;
import fr.preau.kernel.ChecklistId;
import fr.preau.kernel.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What waits for a person.
 *
 * @param toReview audits that wait for their review, 0 for who doesn't review
 * @param late actions past their day, and those due within {@value CorrectiveAction#SOON} days
 * @param entrusted themes entrusted to them
 * @param given themes that they have entrusted to others
 * @param themes of the checklists that these are of
 */
public record Todo(
        List<TodoCampaign> campaigns,
        int toReview,
        int late,
        int soon,
        Page<Assignment> entrusted,
        List<Assignment> given,
        Map<ChecklistId, List<Theme>> themes,
        LocalDate today) {

    public Todo {
        campaigns = List.copyOf(campaigns);
        given = List.copyOf(given);
        themes = Map.copyOf(themes);
    }

    /** Whether there is nothing to be told on top. */
    public boolean nothing() {
        return campaigns.isEmpty() && toReview + late + soon + entrustedTotal() == 0;
    }

    public int entrustedTotal() {
        return entrusted.items().isEmpty() ? 0 : entrusted.items().get(0).total();
    }

    /** How many controls are left in all the themes entrusted to them. */
    public int unanswered() {
        return entrusted.items().isEmpty() ? 0 : entrusted.items().get(0).totalUnanswered();
    }

    /** The title of an assignment's theme. */
    public String title(Assignment assignment) {
        return themes.getOrDefault(assignment.checklist(), List.of()).stream()
                .filter(theme -> theme.code().equals(assignment.theme()))
                .map(Theme::title)
                .findFirst()
                .orElse(assignment.theme());
    }
}
