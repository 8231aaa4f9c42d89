package fr.preau.access;

import fr.preau.kernel.AccountId;
import fr.preau.kernel.Message;
import fr.preau.kernel.UnitId;
import fr.preau.kernel.UnitName;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * A person whom an administrator sees.
 *
 * @param seenAt last request, to two minutes, kept when the session has ended; null for who has never come
 * @param held rights valid now; those of a closed account are the last that it had
 */
public record PersonRow(
        AccountId id,
        String email,
        String name,
        UnitId employer,
        @Nullable String employerName,
        @Nullable Instant seenAt,
        @Nullable Instant disabledAt,
        @Json List<HeldGrant> held) {

    /** The unit that the person works for, as pages name it. */
    public Message employerLabel() {
        return UnitName.of(employer, employerName == null ? employer.code() : employerName);
    }

    public PersonState state() {
        if (disabledAt != null) {
            return PersonState.CLOSED;
        }
        return seenAt == null ? PersonState.INVITED : PersonState.ACTIVE;
    }

    public boolean closed() {
        return disabledAt != null;
    }

    public List<Grant> grants() {
        return held.stream().map(HeldGrant::grant).toList();
    }
}
