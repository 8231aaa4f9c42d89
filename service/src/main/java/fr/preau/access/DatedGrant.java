package fr.preau.access;

import fr.preau.kernel.Paris;
import fr.preau.kernel.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A right to give, with its end.
 *
 * @param lastDay last day on which it holds, in Paris; null when it has no end
 */
public record DatedGrant(Grant grant, @Nullable LocalDate lastDay) {
    private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);
    private static final List<DateTimeFormatter> FORMS =
            List.of(DateTimeFormatter.ISO_LOCAL_DATE, DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ROOT));

    public static DatedGrant endless(Grant grant) {
        return new DatedGrant(grant, null);
    }

    /**
     * Reads a day as a form sends it or as a French spreadsheet writes it; nothing is no end.
     *
     * @throws Refusal invalid, when it is no day
     */
    static @Nullable LocalDate day(String text) {
        String day = text.strip();
        if (day.isEmpty()) {
            return null;
        }
        return FORMS.stream()
                .map(form -> read(day, form))
                .flatMap(Optional::stream)
                .filter(read -> !read.isAfter(LATEST))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("fin", "people.end.form", day));
    }

    private static Optional<LocalDate> read(String day, DateTimeFormatter form) {
        try {
            return Optional.of(LocalDate.parse(day, form.withResolverStyle(ResolverStyle.STRICT)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The last day of a right that ends at this instant. */
    static @Nullable LocalDate lastDay(@Nullable Instant until) {
        return until == null ? null : until.minusNanos(1).atZone(Paris.ZONE).toLocalDate();
    }

    /** The first instant at which it gives nothing any more, null for none. */
    @Nullable
    Instant until() {
        return lastDay == null
                ? null
                : lastDay.plusDays(1).atStartOfDay(Paris.ZONE).toInstant();
    }

    /** What the journal keeps of it. */
    Map<String, String> values() {
        Map<String, String> values = new HashMap<>();
        values.put("role", grant.role().name());
        values.put("unit", grant.unit().toString());
        if (lastDay != null) {
            values.put("lastDay", lastDay.toString());
        }
        return values;
    }
}
