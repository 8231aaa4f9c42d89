package fr.preau.access;

import fr.preau.kernel.AccountId;
import fr.preau.kernel.Message;
import fr.preau.kernel.UnitId;
import fr.preau.kernel.UnitName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person in an administrator's list.
 *
 * @param rights grants valid now, as {@link Grant} parses them
 * @param seenAt last request of a session that is still open, null when there is none
 */
public record PersonRow(
        AccountId id,
        String email,
        String name,
        UnitId employer,
        @Nullable String employerName,
        List<String> rights,
        @Nullable Instant seenAt,
        @Nullable Instant disabledAt) {

    /** The unit that the person works for, as pages name it. */
    public Message employerLabel() {
        return UnitName.of(employer, employerName == null ? employer.code() : employerName);
    }

    public List<Grant> grants() {
        return rights.stream().map(Grant::parse).toList();
    }
}
