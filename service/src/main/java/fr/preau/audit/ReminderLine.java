package fr.preau.audit;

import fr.preau.kernel.AccountId;
import fr.preau.kernel.UnitId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One unit for which a person answers and has not begun.
 *
 * @param email null for who may not see it
 * @param silent audits that nobody has begun
 * @param lastDay the nearest of theirs
 * @param remindedOn day of a reminder of less than a week ago, null without one
 */
public record ReminderLine(
        AccountId account,
        String name,
        @Nullable String email,
        UnitId unit,
        String unitName,
        int silent,
        LocalDate lastDay,
        @Nullable LocalDate remindedOn,
        @Nullable String remindedBy) {}
