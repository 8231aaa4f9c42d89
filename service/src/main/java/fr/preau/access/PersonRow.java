package fr.preau.access;

import fr.preau.kernel.AccountId;
import fr.preau.kernel.UnitId;
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

    public List<Grant> grants() {
        return rights.stream().map(Grant::parse).toList();
    }
}
