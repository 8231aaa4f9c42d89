package fr.preau.edition;

import fr.preau.access.Perimeter;
import fr.preau.access.Side;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.DeliverableId;
import fr.preau.kernel.DossierId;
import fr.preau.kernel.SnapshotId;
import fr.preau.kernel.UnitId;
import fr.preau.territory.Unit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Deliverables, with their texts, dossiers and signatures; {@code run} are the units that the person edits. */
interface DeliverableSql {

    /** @param id one alone, null for all, newest first */
    @UseClasspathSqlLocator
    @SqlQuery
    List<Deliverable> deliverables(@Nullable DeliverableId id, List<String> run);

    @SqlQuery("""
            INSERT INTO deliverable (unit, title, label, snapshot, earlier, replaces, created_at, created_by)
            VALUES (:unit, :title, :label, :snapshot, :earlier, :replaces, :now, :by)
            RETURNING id
            """)
    DeliverableId insert(
            UnitId unit,
            String title,
            Label label,
            SnapshotId snapshot,
            @Nullable SnapshotId earlier,
            @Nullable DeliverableId replaces,
            Instant now,
            AccountId by);

    @SqlUpdate("UPDATE deliverable SET changes = :changes WHERE id = :id AND state = 'DRAFT' AND replaces IS NOT NULL")
    int explain(DeliverableId id, String changes);

    /** Two people who take a step meet here: the second finds nothing to move. */
    @SqlUpdate("""
            UPDATE deliverable SET state = :to, round = round + CASE WHEN :to = 'PROPOSED' THEN 1 ELSE 0 END
            WHERE id = :id AND state = ANY(:from)
            """)
    int move(DeliverableId id, List<String> from, State to);

    /** One publication of a unit at a time: the next sees the number before it. */
    @SqlQuery("SELECT pg_advisory_xact_lock(hashtextextended('edition/' || :unit, 0))::text")
    String waitForTurn(UnitId unit);

    /** Takes the place of a publication; nothing when another has taken it since it was counted. */
    @SqlUpdate("""
            INSERT INTO publication (campaign, place, deliverable) VALUES (:campaign, :place, :id)
            ON CONFLICT DO NOTHING
            """)
    int takePlace(long campaign, int place, DeliverableId id);

    /** Numbers follow each other within a unit. */
    @SqlUpdate("""
            UPDATE deliverable d
            SET state = 'PUBLISHED', published_at = :now,
                number = 1 + COALESCE((SELECT max(o.number) FROM deliverable o WHERE o.unit = d.unit), 0)
            WHERE d.id = :id AND d.state = ANY(:from)
            """)
    int publish(DeliverableId id, List<String> from, Instant now);

    /** The present version of each text. */
    @SqlQuery("""
            SELECT DISTINCT ON (t.section) t.section, t.version, t.body, t.author, COALESCE(a.name, '') AS author_name, t.at
            FROM deliverable_text t LEFT JOIN account a ON a.id = t.author
            WHERE t.deliverable = :id ORDER BY t.section, t.version DESC
            """)
    List<TextVersion> texts(DeliverableId id);

    @SqlQuery("""
            SELECT t.section, t.version, t.body, t.author, COALESCE(a.name, '') AS author_name, t.at
            FROM deliverable_text t LEFT JOIN account a ON a.id = t.author
            WHERE t.deliverable = :id AND t.section = :section ORDER BY t.version DESC LIMIT 100
            """)
    List<TextVersion> history(DeliverableId id, String section);

    /** Writes the version after the one seen; nothing when somebody has written it already, or it is no draft. */
    @UseClasspathSqlLocator
    @SqlUpdate
    int write(DeliverableId id, String section, int seen, String body, AccountId by, Instant now);

    @SqlUpdate("""
            INSERT INTO deliverable_text (deliverable, section, version, body, author, at)
            SELECT :to, section, 1, body, :by, :now
            FROM (SELECT DISTINCT ON (section) section, body FROM deliverable_text
                  WHERE deliverable = :from ORDER BY section, version DESC) t
            """)
    void copyTexts(DeliverableId from, DeliverableId to, AccountId by, Instant now);

    @SqlQuery("""
            INSERT INTO dossier (deliverable, round, content, sha256, frozen_at, frozen_by)
            SELECT :id, d.round, :content, :sha256, :now, :by FROM deliverable d WHERE d.id = :id
            RETURNING id
            """)
    DossierId insertDossier(DeliverableId id, String content, String sha256, Instant now, AccountId by);

    @SqlBatch("""
            INSERT INTO dossier_row (dossier, snapshot, family, unit, slice, hidden)
            VALUES (:dossier, :snapshot, :family, :unit, :slice, :hidden)
            """)
    void insertRows(DossierId dossier, SnapshotId snapshot, @BindMethods List<DossierRow> rows);

    @SqlQuery("""
            SELECT o.id, o.content, o.sha256 FROM dossier o JOIN deliverable d ON d.id = o.deliverable AND d.round = o.round
            WHERE d.id = :id
            """)
    Optional<DossierText> dossier(DeliverableId id);

    @SqlQuery("""
            SELECT g.account, COALESCE(a.name, '') AS account_name, g.side, g.employer, COALESCE(u.name, '') AS employer_name,
                   g.at
            FROM dossier_signature g LEFT JOIN account a ON a.id = g.account LEFT JOIN unit u ON u.id = g.employer
            WHERE g.dossier = :dossier ORDER BY g.at, g.account
            """)
    List<SignatureRow> signatures(DossierId dossier);

    @SqlUpdate("""
            INSERT INTO dossier_signature (dossier, account, side, employer, at)
            SELECT :dossier, :by, :side, :employer, :now
            FROM dossier o JOIN deliverable d ON d.id = o.deliverable AND d.round = o.round
            WHERE o.id = :dossier AND d.state = 'PROPOSED'
            ON CONFLICT DO NOTHING
            """)
    int sign(DossierId dossier, AccountId by, Side side, UnitId employer, Instant now);

    /** Whether both sides have signed it. */
    @SqlQuery("SELECT count(DISTINCT side) = 2 FROM dossier_signature WHERE dossier = :dossier")
    boolean signedByBoth(DossierId dossier);

    @SqlUpdate("UPDATE deliverable SET label = :label WHERE id = :id AND state = 'DRAFT' AND label = :was")
    int label(DeliverableId id, Label was, Label label);

    @SqlUpdate("""
            INSERT INTO label_request (deliverable, label, reason, asked_at, asked_by)
            SELECT d.id, :label, :reason, :now, :by FROM deliverable d WHERE d.id = :id AND d.state = 'DRAFT'
            ON CONFLICT DO NOTHING
            """)
    int ask(DeliverableId id, Label label, String reason, Instant now, AccountId by);

    @SqlQuery("""
            SELECT r.id, r.label, r.reason, r.asked_by, COALESCE(a.name, '') AS asked_by_name, r.asked_at
            FROM label_request r LEFT JOIN account a ON a.id = r.asked_by
            WHERE r.deliverable = :id AND r.outcome IS NULL
            """)
    Optional<LabelRequest> request(DeliverableId id);

    /** Nobody decides on their own wish: the statement itself holds it. */
    @SqlUpdate("""
            UPDATE label_request SET outcome = :outcome, decided_at = :now, decided_by = :by
            WHERE id = :request AND outcome IS NULL AND asked_by <> :by
            """)
    int decide(long request, String outcome, Instant now, AccountId by);

    /** What the last proposal decided on the rows of a snapshot. */
    @SqlQuery("""
            SELECT r.family, r.unit, r.slice, r.hidden
            FROM dossier_row r JOIN dossier o ON o.id = r.dossier
            JOIN deliverable d ON d.id = o.deliverable AND d.round = o.round
            WHERE d.id = :id AND r.snapshot = :snapshot
            """)
    List<DossierRow> rows(DeliverableId id, SnapshotId snapshot);

    /** Units that a deliverable may be about: the person's own, and académies below. */
    @UseClasspathSqlLocator
    @SqlQuery
    List<Unit> units(@BindMethods("p") Perimeter p);

    /** Opened campaigns, newest first. */
    @SqlQuery("""
            SELECT id, name, closes_on FROM campaign WHERE opened_at IS NOT NULL
            ORDER BY opens_on DESC, id DESC LIMIT 100
            """)
    List<CampaignChoice> campaigns();
}
