package fr.preau.access;

import fr.preau.kernel.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The minutes between a password and a session, and what is told as soon as there is one. */
interface StepSql {

    @SqlUpdate("INSERT INTO sign_in_step (digest, account, opened_at) VALUES (:digest, :account, :now)")
    void insert(byte[] digest, AccountId account, Instant now);

    @SqlQuery("""
            SELECT a.id AS account, a.email, EXISTS (SELECT FROM second_factor f WHERE f.account = a.id) AS has_factor
            FROM sign_in_step s JOIN account a ON a.id = s.account
            WHERE s.digest = :digest AND s.opened_at > :openedAfter AND a.disabled_at IS NULL
            """)
    Optional<Waiting> find(byte[] digest, Instant openedAfter);

    @SqlUpdate("DELETE FROM sign_in_step WHERE digest = :digest")
    int end(byte[] digest);

    @SqlUpdate("DELETE FROM sign_in_step WHERE account = :account")
    void endAll(AccountId account);

    @SqlUpdate("DELETE FROM sign_in_step WHERE opened_at <= :openedAfter")
    void sweep(Instant openedAfter);

    @SqlUpdate("INSERT INTO sign_in_notice (account, kind, author, at) VALUES (:account, :kind, :by, :now)")
    void insertNotice(AccountId account, NoticeKind kind, AccountId by, Instant now);

    @SqlQuery("""
            SELECT n.kind, n.at, a.name AS author
            FROM sign_in_notice n LEFT JOIN account a ON a.id = n.author
            WHERE n.account = :account AND n.read_at IS NULL
            ORDER BY n.id
            """)
    List<Notice> notices(AccountId account);

    @SqlUpdate("UPDATE sign_in_notice SET read_at = :now WHERE account = :account AND read_at IS NULL")
    int readNotices(AccountId account, Instant now);

    @SqlQuery("SELECT opened_at FROM session WHERE digest = :digest AND account = :account")
    Optional<Instant> openedAt(byte[] digest, AccountId account);
}
