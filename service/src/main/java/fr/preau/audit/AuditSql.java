package fr.preau.audit;

import fr.preau.access.Grant;
import fr.preau.access.Perimeter;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.checklist.Party;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * One audit and its answers. Every read takes the reader's perimeter {@code p}; the view {@code audit_in_place} joins
 * what an {@link Audit} is made of. Lists are in {@link AuditListSql}.
 */
interface AuditSql {
    String ROSTER = """
            INSERT INTO audit (campaign, uai, school_name, school_type, commune, commune_name, department, academy,
                               region, collectivity, search_text)
            SELECT s.campaign, s.uai, s.name, s.type, s.commune, s.commune_name, s.department, s.academy, s.region,
                   s.collectivity, s.search_text
            FROM campaign_school s WHERE s.campaign = :campaign ORDER BY s.uai
            """;

    /** Makes the place where the campaign's answers go, and returns its name. */
    @SqlQuery("SELECT create_answer_partition(:campaign)")
    String createPartition(CampaignId campaign);

    /** Tells the planner what the campaign holds now: its own collector would take a minute to see it. */
    @SqlQuery("SELECT refresh_statistics(:campaign)::text")
    String refreshStatistics(CampaignId campaign);

    /** The whole roster of a campaign that is being opened. */
    @SqlUpdate(ROSTER)
    int insertAudits(CampaignId campaign);

    /**
     * The audits of the schools that the roster has not got yet; those taken out of it stay out. No columns are named
     * after ON CONFLICT: to look at them is to read, and who runs a campaign reads no audit of it (V09).
     */
    @SqlUpdate(ROSTER + "ON CONFLICT DO NOTHING")
    @GetGeneratedKeys("id")
    List<AuditId> insertMissing(CampaignId campaign);

    /** What {@link #insertAudits} would insert. */
    @SqlQuery("SELECT count(*) FROM campaign_school WHERE campaign = :campaign")
    int countExpected(CampaignId campaign);

    @UseClasspathSqlLocator
    @SqlQuery
    Optional<Audit> find(AuditId id, @BindMethods("p") Perimeter p, LocalDate today);

    /** As find, and holds the audit's state still until the save is committed: submissions wait, other saves don't. */
    @UseClasspathSqlLocator
    @SqlQuery
    Optional<Audit> lockForSave(AuditId id, @BindMethods("p") Perimeter p, LocalDate today);

    /**
     * As lockForSave, with the one control that is answered: empty too when it is not asked.
     *
     * @param begun whether an audit to do is left out, and unlocked
     */
    @UseClasspathSqlLocator
    @SqlQuery
    Optional<HeldCell> lockCellForSave(
            AuditId id, ControlCode control, @BindMethods("p") Perimeter p, LocalDate today, boolean begun);

    @SqlUpdate("UPDATE audit SET state = 'IN_PROGRESS' WHERE id = :id AND state = 'TO_DO'")
    int start(AuditId id);

    @UseClasspathSqlLocator
    @SqlQuery
    List<Cell> cells(AuditId id, CampaignId campaign);

    @UseClasspathSqlLocator
    @SqlQuery
    List<Cell> lastSubmittedCells(AuditId id, CampaignId campaign);

    @UseClasspathSqlLocator
    @SqlQuery
    Optional<Cell> cell(AuditId id, CampaignId campaign, ControlCode control);

    /** Inserts the answer and its writer, in one statement because a save waits for it; 0 when somebody has answered. */
    @SqlQuery("""
            WITH written AS (
                INSERT INTO answer (campaign, audit, control, verdict, comment, version, author, party, at)
                VALUES (:key.campaign, :key.audit, :key.control, :a.verdict, :a.comment, 1, :author, :party, :at)
                ON CONFLICT DO NOTHING
                RETURNING audit),
            writer AS (
                INSERT INTO audit_writer (audit, account, party) SELECT audit, :author, :fallsTo FROM written
                ON CONFLICT DO NOTHING)
            SELECT count(*) FROM written
            """)
    int insertAnswer(
            @BindMethods("key") AnswerKey key,
            @BindMethods("a") NewAnswer answer,
            AccountId author,
            Party party,
            Party fallsTo,
            Instant at);

    /** As insertAnswer, over the version that was seen; 0 when it is not the present one. */
    @SqlQuery("""
            WITH written AS (
                UPDATE answer
                SET verdict = :a.verdict, comment = :a.comment, version = version + 1,
                    author = :author, party = :party, at = :at
                WHERE campaign = :key.campaign AND audit = :key.audit AND control = :key.control AND version = :seen
                RETURNING audit),
            writer AS (
                INSERT INTO audit_writer (audit, account, party) SELECT audit, :author, :fallsTo FROM written
                ON CONFLICT DO NOTHING)
            SELECT count(*) FROM written
            """)
    int updateAnswer(
            @BindMethods("key") AnswerKey key,
            @BindMethods("a") NewAnswer answer,
            AccountId author,
            Party party,
            Party fallsTo,
            Instant at,
            int seen);

    @SqlUpdate("""
            INSERT INTO audit_writer (audit, account, party) VALUES (:audit, :account, :party)
            ON CONFLICT DO NOTHING
            """)
    void addWriter(AuditId audit, AccountId account, Party party);

    /** What the last sending back asked to look at again, while the audit is sent back. */
    @SqlQuery("""
            SELECT r.control, r.reason, w.name AS author_name, r.at
            FROM audit a
            JOIN review_reason r ON r.audit = a.id AND r.round = a.round
            LEFT JOIN account w ON w.id = r.author
            WHERE a.id = :id AND a.state = 'SENT_BACK'
            ORDER BY r.control
            """)
    List<Reason> reasons(AuditId id);

    /** Whether the account neither submitted the audit nor wrote an answer that is not for the State alone. */
    @SqlQuery("""
            SELECT a.submitted_by IS DISTINCT FROM :account
               AND NOT EXISTS (SELECT FROM audit_writer w
                               WHERE w.audit = a.id AND w.account = :account AND w.party <> 'ETAT')
            FROM audit a WHERE a.id = :id
            """)
    boolean neutral(AuditId id, AccountId account);

    /** The answers of the audit that a shared answer has written or met. */
    @SqlQuery("""
            SELECT p.control, p.shared, p.owner, p.owner_name, p.follows, p.verdict, p.owner = ANY(:mine) AS mine
            FROM answer_provenance p WHERE p.campaign = :campaign AND p.audit = :id
            """)
    List<Provenance> provenances(AuditId id, CampaignId campaign, List<UnitId> mine);

    /** Where one answer comes from, empty when it was given to this school alone. */
    default Optional<Provenance> provenance(Audit audit, Cell cell, Principal principal) {
        List<UnitId> mine = principal.held(Role.AGENT).stream().map(Grant::unit).toList();
        return provenances(audit.id(), audit.campaign(), mine).stream()
                .filter(one -> one.control().equals(cell.control()) && cell.answered())
                .findFirst();
    }

    /**
     * What shows the answer to one control, oldest first.
     *
     * @param rendered as it was last submitted, rather than as it stands
     */
    @UseClasspathSqlLocator
    @SqlQuery
    List<Piece> pieces(AuditId id, CampaignId campaign, ControlCode control, boolean rendered);

    /** How many pieces each answer has; those that have none are left out. */
    @SqlQuery("""
            SELECT p.control, count(*) FILTER (WHERE NOT p.rendered) AS live, count(*) FILTER (WHERE p.rendered) AS rendered
            FROM (SELECT l.control, false AS rendered FROM live_evidence l WHERE l.campaign = :campaign AND l.audit = :id
                  UNION ALL
                  SELECT r.control, true FROM rendered_evidence r WHERE r.audit = :id) p
            GROUP BY p.control
            """)
    List<PieceCount> pieceCounts(AuditId id, CampaignId campaign);

    /** What the school on the same site has declared; {@code mine} are the collectivities of which the person is an agent. */
    @SqlQuery("SELECT n.uai, n.school_name, n.verdict, n.comment, n.at FROM same_site_answers(:id, :control, :mine) n")
    List<Neighbour> neighbours(AuditId id, ControlCode control, List<String> mine);

    @UseClasspathSqlLocator
    @SqlQuery
    List<FiguresOf> figures(AuditId id, CampaignId campaign, FigureReading reading);
}
