package fr.preau.succession;

import fr.preau.kernel.Message;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import fr.preau.kernel.Violation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * One collectivity in the place of another.
 *
 * @param day first day of the successor, today or past: a decision takes effect at once
 */
public record NewSuccession(UnitId former, UnitId successor, LocalDate day) {
    static final int LONGEST = 2_000;
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    /**
     * Refuses what can't be meant.
     *
     * @throws Refusal invalid, when a collectivity would replace itself, when the successor is none, or by the day
     */
    void check(LocalDate today) {
        List<Violation> violations = new ArrayList<>();
        if (successor.kind() != UnitId.Kind.COLLECTIVITY || successor.equals(former)) {
            violations.add(new Violation("par", Message.of("succession.by.other")));
        }
        if (day.isAfter(today) || day.isBefore(EARLIEST)) {
            violations.add(new Violation("jour", Message.of("succession.day.form", EARLIEST, today)));
        }
        if (!violations.isEmpty()) {
            throw new Refusal(new Problem.Invalid(violations));
        }
    }

    /** The reason as it is kept. */
    static String reason(String field, String text) {
        String reason = text.strip();
        if (reason.isEmpty() || reason.length() > LONGEST) {
            throw Refusal.invalid(field, "campaign.roster.reason.form", LONGEST);
        }
        return reason;
    }
}
