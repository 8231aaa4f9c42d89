package fr.preau.audit;

import fr.preau.kernel.Message;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What somebody decides about lines of a roster.
 *
 * @param tickets {@link RosterChange#ticket} of each line, as the page has shown it
 * @param followed whether the audits follow their schools, or stay as they are
 * @param reason up to {@value #LONGEST} characters, kept and shown
 */
public record RosterDecision(RosterChange.Kind kind, Set<String> tickets, boolean followed, String reason) {
    /** Most lines that a page shows, and so that one decision takes. */
    public static final int MOST = 500;

    static final int LONGEST = 2_000;

    public RosterDecision {
        tickets = Set.copyOf(tickets);
        reason = reason.strip();
        List<Violation> violations = new ArrayList<>();
        if (tickets.isEmpty() || tickets.size() > MOST) {
            violations.add(new Violation("audit-" + kind, Message.of("campaign.roster.none", MOST)));
        }
        if (reason.isEmpty() || reason.length() > LONGEST) {
            violations.add(new Violation("reason-" + kind, Message.of("campaign.roster.reason.form", LONGEST)));
        }
        if (!violations.isEmpty()) {
            throw new Refusal(new Problem.Invalid(violations));
        }
    }
}
