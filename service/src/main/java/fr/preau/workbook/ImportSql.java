package fr.preau.workbook;

import fr.preau.kernel.AccountId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.JobId;
import fr.preau.kernel.WorkbookId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.json.Json;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** What was read in, its lines, and their application. All of it is of one account, which each statement names. */
interface ImportSql {

    @SqlQuery("""
            INSERT INTO workbook_import (account, campaign, file_name, made_at, read_at)
            VALUES (:account, :campaign, :file, :madeAt, :now) RETURNING id
            """)
    WorkbookId insert(AccountId account, CampaignId campaign, String file, Instant madeAt, Instant now);

    @UseClasspathSqlLocator
    @SqlUpdate
    void insertLines(WorkbookId id, @Json List<Map<String, ?>> lines);

    @SqlUpdate("UPDATE workbook_import SET same = :same, moved = :moved WHERE id = :id AND account = :account")
    void count(AccountId account, WorkbookId id, int same, int moved);

    @UseClasspathSqlLocator
    @SqlQuery
    List<Reading> readings(AccountId account, @Nullable WorkbookId id);

    @SqlQuery("""
            SELECT l.finding, l.outcome, count(*) AS lines
            FROM workbook_line l JOIN workbook_import i ON i.id = l.import
            WHERE l.import = :id AND i.account = :account
            GROUP BY l.finding, l.outcome
            """)
    List<Reading.FindingCount> counts(AccountId account, WorkbookId id);

    @UseClasspathSqlLocator
    @SqlQuery
    List<Reading.Line> lines(
            AccountId account,
            WorkbookId id,
            @Nullable Finding finding,
            @Nullable String outcome,
            int after,
            int limit);

    /** Chooses the ticked ones of these lines and no other of them; only what can be written, and before it is. */
    @SqlUpdate("""
            UPDATE workbook_line l SET chosen = l.number = ANY(:ticked)
            FROM workbook_import i
            WHERE i.id = l.import AND l.import = :id AND i.account = :account AND i.applied_at IS NULL
              AND NOT EXISTS (SELECT FROM job j WHERE j.id = i.job AND j.state NOT IN ('FAILED', 'CANCELLED'))
              AND l.number = ANY(:shown) AND l.finding IN ('CHANGED', 'STALE')
            """)
    int choose(AccountId account, WorkbookId id, List<Integer> shown, List<Integer> ticked);

    @SqlUpdate("""
            UPDATE workbook_import SET job = :job
            WHERE id = :id AND account = :account AND applied_at IS NULL
              AND NOT EXISTS (SELECT FROM job j WHERE j.id = workbook_import.job AND j.state NOT IN ('FAILED', 'CANCELLED'))
            """)
    int hand(AccountId account, WorkbookId id, JobId job);

    /** Holds the import, so that it is applied once. */
    @SqlQuery("""
            SELECT id FROM workbook_import WHERE id = :id AND account = :account AND applied_at IS NULL FOR UPDATE
            """)
    List<WorkbookId> hold(AccountId account, WorkbookId id);

    @SqlQuery("""
            SELECT l.number, l.audit, l.place AS uai, l.control, l.verdict, l.comment, l.version
            FROM workbook_line l JOIN workbook_import i ON i.id = l.import
            WHERE l.import = :id AND i.account = :account AND l.chosen
            ORDER BY l.audit, l.number
            """)
    List<Chosen> chosen(AccountId account, WorkbookId id);

    /** Holds the audits' state still, and every save on them: in the order of their ids, as whoever writes for many does. */
    @SqlQuery("SELECT id FROM audit WHERE id = ANY(:audits) ORDER BY id FOR NO KEY UPDATE")
    List<Long> lockAudits(List<Long> audits);

    @UseClasspathSqlLocator
    @SqlUpdate
    int write(
            CampaignId campaign,
            List<Long> audits,
            List<String> controls,
            List<String> verdicts,
            List<String> comments,
            List<String> parties,
            AccountId author,
            Instant at);

    /** Who writes can't judge: by the party that each control falls to, as a single save keeps it. */
    @SqlUpdate("""
            INSERT INTO audit_writer (audit, account, party)
            SELECT DISTINCT g.audit, CAST(:author AS bigint), g.party
            FROM unnest(CAST(:audits AS bigint[]), CAST(:fallTo AS text[])) AS g (audit, party)
            ON CONFLICT DO NOTHING
            """)
    void addWriters(List<Long> audits, List<String> fallTo, AccountId author);

    @SqlUpdate("UPDATE audit SET state = 'IN_PROGRESS' WHERE id = ANY(:audits) AND state = 'TO_DO'")
    int start(List<Long> audits);

    @SqlUpdate("""
            UPDATE workbook_line l SET outcome = g.outcome
            FROM unnest(CAST(:numbers AS int[]), CAST(:outcomes AS text[])) AS g (number, outcome)
            WHERE l.import = :id AND l.number = g.number
            """)
    void tell(WorkbookId id, List<Integer> numbers, List<String> outcomes);

    @SqlUpdate("UPDATE workbook_import SET applied_at = :now WHERE id = :id AND account = :account")
    void applied(AccountId account, WorkbookId id, Instant now);

    @SqlUpdate("DELETE FROM workbook_import WHERE read_at < :before")
    int sweep(Instant before);
}
