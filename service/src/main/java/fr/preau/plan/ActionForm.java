package fr.preau.plan;

import fr.preau.checklist.Party;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.Refusal;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An action as it was typed: shown again as it is when something is to be corrected.
 *
 * @param due a day, as a browser's date field sends it
 * @param cost whole euros, spaces allowed
 * @param ticked audits of a list
 * @param version of the action that is changed, 0 for a new one
 */
public record ActionForm(
        String title,
        String party,
        String due,
        String cost,
        String note,
        String extent,
        List<String> ticked,
        String version) {

    public ActionForm {
        ticked = List.copyOf(ticked);
    }

    static ActionForm of(MultivaluedMap<String, String> sent) {
        return new ActionForm(
                text(sent, "title"),
                text(sent, "party"),
                text(sent, "due"),
                text(sent, "cost"),
                text(sent, "note"),
                text(sent, "extent"),
                sent.getOrDefault("audit", List.of()),
                text(sent, "version"));
    }

    /** A new action that is not written yet: the control's title, and who it falls to. */
    static ActionForm blank(Planning planning, Extent extent) {
        return new ActionForm(
                planning.control().title(),
                planning.view().cell().party().name(),
                "",
                "",
                "",
                extent.name(),
                List.of(),
                "0");
    }

    /** An action as it is written now. */
    static ActionForm of(CorrectiveAction action) {
        return new ActionForm(
                action.title(),
                action.party().name(),
                action.dueOn().toString(),
                action.cost() == null ? "" : action.cost().toString(),
                Objects.requireNonNullElse(action.note(), ""),
                "",
                List.of(),
                Integer.toString(action.version()));
    }

    /**
     * What the form says.
     *
     * @throws Refusal invalid, at the field that is to be corrected
     */
    NewAction action() {
        Party chosen = Arrays.stream(Party.values())
                .filter(one -> one.name().equals(party))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("party", "plan.party.none"));
        return new NewAction(title, chosen, day(), euros(), note);
    }

    Set<AuditId> audits() {
        return ticked.stream().map(AuditId::fromString).collect(Collectors.toSet());
    }

    int seen() {
        return version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : 0;
    }

    private LocalDate day() {
        try {
            return LocalDate.parse(due);
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("due", "plan.due.form");
        }
    }

    private @Nullable Integer euros() {
        String digits = cost.replaceAll("[\\s\u00a0\u202f€]", "");
        if (digits.isEmpty()) {
            return null;
        }
        if (!digits.matches("[0-9]{1,9}")) {
            throw Refusal.invalid("cost", "plan.cost.range", NewAction.MOST);
        }
        return Integer.valueOf(digits);
    }

    private static String text(MultivaluedMap<String, String> sent, String field) {
        return Objects.requireNonNullElse(sent.getFirst(field), "");
    }
}
