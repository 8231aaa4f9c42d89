package fr.preau.access;

import java.time.Instant;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** What is over and is kept no longer. */
interface SweepSql {

    @SqlUpdate("DELETE FROM session WHERE opened_at <= :openedAfter OR seen_at <= :seenAfter")
    int sessions(Instant openedAfter, Instant seenAfter);

    @SqlUpdate("DELETE FROM sign_in_step WHERE opened_at <= :before")
    int steps(Instant before);

    /** Forgotten by {@link Throttle} already: past its memory and past the delay. */
    @SqlUpdate("DELETE FROM sign_in_failure WHERE last_at < :before AND free_at < :now")
    int failures(Instant before, Instant now);

    @SqlUpdate("""
            DELETE FROM one_time_link l
            WHERE COALESCE(used_at, expires_at) < :before AND NOT EXISTS (SELECT FROM sign_on s WHERE s.link = l.digest)
            """)
    int links(Instant before);

    @SqlUpdate("DELETE FROM api_token WHERE expires_at < :before")
    int tokens(Instant before);

    @SqlUpdate("DELETE FROM sign_in_notice WHERE read_at < :before")
    int notices(Instant before);

    @SqlUpdate("DELETE FROM factor_removal WHERE asked_at <= :before")
    int removals(Instant before);

    @SqlUpdate("DELETE FROM sign_on WHERE opened_at <= :before")
    int signOns(Instant before);

    /** Those of sessions that are over. */
    @SqlUpdate("DELETE FROM provider_token WHERE opened_at <= :openedAfter")
    int providerTokens(Instant openedAfter);

    /** Given up: the administrator has had the time to see it. */
    @SqlUpdate("DELETE FROM mail WHERE next_at IS NULL AND asked_at < :before")
    int mails(Instant before);
}
