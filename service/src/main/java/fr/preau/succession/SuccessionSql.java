package fr.preau.succession;

import fr.preau.kernel.AccountId;
import fr.preau.kernel.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The decision itself; the territory, the audits and the rights are written by their own packages. */
interface SuccessionSql {

    @SqlQuery("SELECT count(*) FROM campaign WHERE unit = :unit AND closes_on >= :today")
    int campaigns(UnitId unit, LocalDate today);

    @SqlUpdate("""
            INSERT INTO succession (
                former, successor, from_day, reason, schools, audits, staying, rights, people, at, account)
            VALUES (:former, :successor, :day, :r.reason, :r.schools, :r.audits, :r.staying, :r.rights, :r.people,
                :r.at, :account)
            """)
    void insert(String former, String successor, LocalDate day, @BindMethods("r") Recorded r, AccountId account);

    @SqlQuery("""
            SELECT s.from_day, s.reason, s.schools, s.audits, s.staying, s.rights, s.people, s.at, n.name AS author_name
            FROM succession s LEFT JOIN account n ON n.id = s.account
            WHERE s.former = :former
            """)
    Optional<Recorded> recorded(String former);

    /** The import's questions that are answered along with it; one that proposed another successor has had its day. */
    @SqlUpdate("""
            UPDATE pending_decision
            SET outcome = CASE WHEN successor = :successor THEN 'ACCEPTED' ELSE 'OUTDATED' END,
                reason = :reason, decided_at = :at, decided_by = :account
            WHERE outcome IS NULL AND collectivity = :former
              AND (kind = 'MERGED' OR (kind = 'MOVED' AND successor = :successor))
            """)
    void settle(String former, String successor, String reason, Instant at, AccountId account);
}
