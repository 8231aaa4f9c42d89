package fr.preau.demo;

import fr.preau.kernel.CampaignId;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** What filling in an invented country asks by sets; run as the owner, because COPY passes by no policy. */
interface CountrySql {

    @SqlQuery("SELECT EXISTS (SELECT FROM school WHERE NOT fictitious)")
    boolean anyReal();

    @SqlQuery("SELECT EXISTS (SELECT FROM answer WHERE campaign = :campaign)")
    boolean begun(CampaignId campaign);

    @SqlQuery("SELECT DISTINCT academy, department FROM audit WHERE campaign = :campaign ORDER BY department")
    List<CountryPlace> places(CampaignId campaign);

    @SqlQuery("""
            SELECT id, uai, school_name, school_type, collectivity FROM audit
            WHERE campaign = :campaign AND department = :department ORDER BY id
            """)
    List<RosterLine> roster(CampaignId campaign, String department);

    /** What was last submitted of the audits that were sent back. */
    @SqlUpdate("""
            INSERT INTO rendered_answer (audit, control, verdict, comment, version, author, party, at)
            SELECT w.audit, w.control, w.verdict, w.comment, w.version, w.author, w.party, w.at
            FROM audit a JOIN answer w ON w.campaign = a.campaign AND w.audit = a.id
            WHERE a.campaign = :campaign AND a.department = :department AND a.state = 'SENT_BACK'
            """)
    int keepRendered(CampaignId campaign, String department);

    /** One reason an audit that was sent back: its first control that is not held. */
    @SqlUpdate("""
            INSERT INTO review_reason (audit, round, control, reason, author, at)
            SELECT DISTINCT ON (a.id) a.id, a.round, w.control, :reason, a.judged_by, a.judged_at
            FROM audit a JOIN answer w ON w.campaign = a.campaign AND w.audit = a.id AND w.verdict <> 'CONFORME'
            WHERE a.campaign = :campaign AND a.department = :department AND a.state = 'SENT_BACK'
            ORDER BY a.id, w.control
            """)
    int giveReasons(CampaignId campaign, String department, String reason);

    /** Ranks in their queues, by the answers that they have now, the audits that were submitted without any. */
    @SqlUpdate("""
            UPDATE audit SET base_weak = NULL, state = state
            WHERE campaign = :campaign AND department = :department AND state = 'SUBMITTED'
            """)
    int rank(CampaignId campaign, String department);

    /** A table of the same columns and nothing else: no key, no trigger, no policy. */
    @SqlUpdate("CREATE TEMPORARY TABLE bare (LIKE answer) ON COMMIT DROP")
    void makeBare();
}
