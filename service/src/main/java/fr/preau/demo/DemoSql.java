package fr.preau.demo;

import fr.preau.campaign.AskedControl;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.CampaignId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.json.Json;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** What the demonstration writes by sets, because thousands of single saves would keep its first visitor waiting. */
interface DemoSql {

    @SqlQuery("SELECT EXISTS (SELECT FROM campaign)")
    boolean anyCampaign();

    @SqlQuery("SELECT id FROM account WHERE email = :email")
    Optional<AccountId> account(String email);

    @SqlQuery(
            "SELECT id, uai, school_name, school_type, collectivity FROM audit WHERE campaign = :campaign ORDER BY uai")
    List<RosterLine> roster(CampaignId campaign);

    @SqlQuery("""
            SELECT campaign, school_type, control, theme, level, weight, party, position
            FROM asked_control WHERE campaign = :campaign ORDER BY position
            """)
    List<AskedControl> asked(CampaignId campaign);

    @SqlUpdate("""
            INSERT INTO answer (campaign, audit, control, verdict, comment, version, author, party, at)
            SELECT :campaign, r.audit, r.control, r.verdict, r.comment, 1, r.author, r.party, r.at
            FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS r (
                audit bigint, control text, verdict text, comment text, author bigint, party text, at timestamptz)
            """)
    int insertAnswers(CampaignId campaign, @Json List<AnswerRow> rows);

    /** Without it, the first visitor's pages wait for the server's own collector. */
    @SqlQuery("SELECT refresh_statistics(:campaign)::text")
    String refreshStatistics(CampaignId campaign);

    /** As each save would have done: who wrote for which party can't judge. */
    @SqlUpdate("""
            INSERT INTO audit_writer (audit, account, party)
            SELECT DISTINCT c.audit, c.author, c.party FROM audit_cell c
            WHERE c.campaign = :campaign AND c.author IS NOT NULL
            ON CONFLICT DO NOTHING
            """)
    void addWriters(CampaignId campaign);

    /** Takes audits that nobody has begun to where they stand. */
    @SqlUpdate("""
            UPDATE audit a
            SET state = r.state, round = r.round, submitted_at = r.submitted, submitted_by = r."submittedBy",
                read_at = r.read, judged_at = r.judged, judged_by = r."judgedBy"
            FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS r (
                audit bigint, state text, round smallint, submitted timestamptz, "submittedBy" bigint,
                read timestamptz, judged timestamptz, "judgedBy" bigint)
            WHERE a.id = r.audit AND a.campaign = :campaign AND a.state = 'TO_DO'
            """)
    int settle(CampaignId campaign, @Json List<JudgedRow> rows);
}
