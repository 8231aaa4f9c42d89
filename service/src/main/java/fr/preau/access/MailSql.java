package fr.preau.access;

import fr.preau.access.mail.Delivery;
import fr.preau.kernel.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Mail that is due. */
interface MailSql {

    /** The same statement for an address that is known and for one that is not. Asked twice, it leaves once. */
    @SqlUpdate("""
            INSERT INTO mail (email, purpose, asked_by, asked_at, next_at)
            VALUES (:email, :purpose, :by, :now, :now)
            ON CONFLICT (email, purpose) DO UPDATE SET
                asked_by = excluded.asked_by, asked_at = excluded.asked_at, next_at = excluded.next_at,
                attempts = 0, fault = NULL
            """)
    void post(String email, LinkPurpose purpose, AccountId by, Instant now);

    @SqlUpdate("""
            INSERT INTO mail (email, subject, body, asked_by, asked_at, next_at)
            SELECT a.email, :subject, :body, :by, :now, :now FROM account a WHERE a.id = :to AND a.disabled_at IS NULL
            """)
    void write(AccountId to, String subject, String body, AccountId by, Instant now);

    /** Puts the next attempt off before it is made: a service that dies in the middle tries again, and not at once. */
    @SqlQuery("""
            WITH due AS (
                SELECT id FROM mail WHERE next_at <= :now ORDER BY next_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
            UPDATE mail m SET
                attempts = m.attempts + 1,
                next_at = CAST(:now AS timestamptz) + least(60, 2 ^ m.attempts) * interval '1 minute'
            FROM due LEFT JOIN mail whose ON whose.id = due.id
                LEFT JOIN account a ON a.email = whose.email AND a.disabled_at IS NULL
            WHERE m.id = due.id
            RETURNING m.id, m.email, m.purpose, m.asked_by, m.attempts, a.id AS account, a.name, m.subject, m.body
            """)
    Optional<MailRow> take(Instant now);

    @SqlUpdate("DELETE FROM mail WHERE id = :id")
    void delete(long id);

    @SqlUpdate("UPDATE mail SET fault = :fault, next_at = CASE WHEN :givenUp THEN NULL ELSE next_at END WHERE id = :id")
    void failed(long id, Delivery fault, boolean givenUp);

    @SqlQuery("""
            SELECT purpose, asked_at, fault, next_at FROM mail WHERE email = :email ORDER BY asked_at DESC
            """)
    List<MailState> of(String email);
}
