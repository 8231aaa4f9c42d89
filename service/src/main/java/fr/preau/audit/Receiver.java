package fr.preau.audit;

import fr.preau.kernel.AccountId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A person whom a reminder concerns: one mail, whatever they answer for.
 *
 * @param lines their units, one at least
 */
public record Receiver(List<ReminderLine> lines) {
    /** Days that must lie between two reminders of one campaign to one person. */
    public static final int WEEK = 7;

    public Receiver {
        lines = List.copyOf(lines);
    }

    /** People out of their lines, in the same order. */
    static List<Receiver> of(List<ReminderLine> lines) {
        Map<AccountId, List<ReminderLine>> people = new LinkedHashMap<>();
        lines.forEach(line -> people.computeIfAbsent(line.account(), account -> new ArrayList<>())
                .add(line));
        return people.values().stream().map(Receiver::new).toList();
    }

    public AccountId account() {
        return lines.get(0).account();
    }

    public String name() {
        return lines.get(0).name();
    }

    public @Nullable String email() {
        return lines.get(0).email();
    }

    public @Nullable LocalDate remindedOn() {
        return lines.get(0).remindedOn();
    }

    public @Nullable String remindedBy() {
        return lines.get(0).remindedBy();
    }
}
