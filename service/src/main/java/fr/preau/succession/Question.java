package fr.preau.succession;

import fr.preau.kernel.Uai;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * What an import has found and left to people.
 *
 * @param collectivity former one of a school that moved, or the one that was merged
 * @param decides whether the person may close it
 * @param rosters open campaigns that the person runs and that expect the school: where one decides about its audit
 */
public record Question(
        long id,
        Kind kind,
        @Nullable Uai uai,
        @Nullable String schoolName,
        @Nullable String communeName,
        @Nullable String collectivity,
        @Nullable String collectivityName,
        @Nullable String successor,
        @Nullable String successorName,
        Instant at,
        boolean decides,
        @Json List<Roster> rosters) {

    /** As {@code pending_decision} names them; the order is the page's. */
    public enum Kind {
        /** All schools of a commune went to another. */
        MERGED,
        /** A school went to another collectivity. */
        MOVED,
        /** The file says that a school is closed. */
        CLOSED,
        /** A complete file no longer holds a school, which stays open until somebody closes it. */
        ABSENT
    }

    /** A campaign, by its number and name. */
    public record Roster(long id, String name) {}
}
