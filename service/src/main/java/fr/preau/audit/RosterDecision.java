package fr.preau.audit;

import fr.preau.kernel.Message;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.Uai;
import fr.preau.kernel.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody decides about lines of a roster.
 *
 * @param tickets {@link RosterChange#ticket} of each line, as the page has shown it
 * @param followed whether the audits follow their schools, or stay as they are
 * @param absorbedBy school that the closed ones have merged into, null when they have just closed
 * @param reason up to {@value #LONGEST} characters, kept and shown
 */
public record RosterDecision(
        RosterChange.Kind kind,
        Set<String> tickets,
        boolean followed,
        @Nullable Uai absorbedBy,
        String reason) {
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
        absorbedBy = kind == RosterChange.Kind.CLOSED && followed ? absorbedBy : null;
    }

    /** Without a merger. */
    public RosterDecision(RosterChange.Kind kind, Set<String> tickets, boolean followed, String reason) {
        this(kind, tickets, followed, null, reason);
    }

    /** The UAI of a form; nothing is no merger, a wrong one is told at its field. */
    static @Nullable Uai absorbing(String text) {
        String uai = text.strip().toUpperCase(Locale.ROOT);
        try {
            return uai.isEmpty() ? null : new Uai(uai);
        } catch (Refusal wrong) {
            throw Refusal.invalid("absorbed", "campaign.roster.absorbed.form", uai);
        }
    }
}
