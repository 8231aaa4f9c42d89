package fr.preau.audit;

import fr.preau.kernel.Message;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import fr.preau.kernel.Violation;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A later last day to give a unit; whether it is later, and whose to give, only the campaign says.
 *
 * @param reason up to {@value #LONGEST} characters: nothing is reopened without one
 */
public record NewExtension(UnitId unit, LocalDate closesOn, String reason) {
    static final int LONGEST = 2_000;
    private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);

    /** Reads a form. */
    static NewExtension of(UnitId unit, String day, String reason) {
        LocalDate closesOn = day(day);
        String why = reason.strip();
        List<Violation> violations = new ArrayList<>();
        if (closesOn == null || closesOn.isAfter(LATEST)) {
            violations.add(new Violation("jour", Message.of("campaign.closesOn.form")));
        }
        if (why.isEmpty() || why.length() > LONGEST) {
            violations.add(new Violation("raison", Message.of("campaign.roster.reason.form", LONGEST)));
        }
        if (closesOn == null || !violations.isEmpty()) {
            throw new Refusal(new Problem.Invalid(violations));
        }
        return new NewExtension(unit, closesOn, why);
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
