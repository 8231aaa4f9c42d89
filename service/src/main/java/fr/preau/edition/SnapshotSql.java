package fr.preau.edition;

import fr.preau.checklist.SchoolType;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.DossierId;
import fr.preau.kernel.SnapshotId;
import fr.preau.kernel.UnitId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** Frozen figures: written once, read by the id of a snapshot that the caller has found through its deliverable. */
interface SnapshotSql {

    /** What a stratum holds of a theme. */
    record Held(String department, SchoolType schoolType, String collectivity, String theme, long held, long room) {}

    /** A decision of an edition that was published. */
    record Told(DossierId dossier, SnapshotId snapshot, Family family, String unit, String slice, String hidden) {}

    @SqlQuery("""
            INSERT INTO frozen_snapshot (campaign, unit, taken_at, taken_by, expected, rendered, sha256, named, named_sha256)
            VALUES (:campaign, :unit, :now, :by, :expected, :rendered, :sha256, :named, :namedSha256)
            RETURNING id
            """)
    SnapshotId insert(
            CampaignId campaign,
            UnitId unit,
            Instant now,
            AccountId by,
            long expected,
            long rendered,
            String sha256,
            int named,
            @Nullable String namedSha256);

    @SqlBatch("""
            INSERT INTO frozen_stratum (snapshot, academy, department, school_type, collectivity, origin, heaviest)
            VALUES (:snapshot, :academy, :department, :schoolType, :collectivity, COALESCE(:origin, :snapshot), :heaviest)
            """)
    void insertStrata(SnapshotId snapshot, @BindMethods List<StratumRow> rows);

    @SqlBatch("""
            INSERT INTO frozen_behind (snapshot, department, school_type, collectivity, schools)
            VALUES (:snapshot, :department, :schoolType, :collectivity, :schools)
            """)
    void insertBehind(SnapshotId snapshot, @BindMethods List<RosterLine> rows);

    @SqlBatch("""
            INSERT INTO frozen_figure (snapshot, academy, department, school_type, collectivity, control, theme, level, asked,
                conforming, partial, failing, inapplicable, unknown, counted_weight, held_weight)
            VALUES (:snapshot, :academy, :department, :schoolType, :collectivity, :control, :theme, :level, :asked,
                :conforming, :partial, :failing, :inapplicable, :unknown, :countedWeight, :heldWeight)
            """)
    void insertFigures(SnapshotId snapshot, @BindMethods List<FrozenFigure> rows);

    @SqlQuery("""
            SELECT s.id, s.campaign, c.name AS campaign_name, c.opens_on, c.closes_on, c.checklist, s.unit, s.taken_at,
                   s.expected, s.rendered, s.sha256, s.named, s.named_sha256
            FROM frozen_snapshot s JOIN campaign c ON c.id = s.campaign
            WHERE s.id = :id
            """)
    Optional<Snapshot> find(SnapshotId id);

    @SqlQuery("""
            SELECT academy, department, school_type, collectivity, origin, heaviest FROM frozen_stratum
            WHERE snapshot = :snapshot ORDER BY department, school_type, collectivity
            """)
    List<StratumRow> strata(SnapshotId snapshot);

    @SqlQuery("""
            SELECT '' AS academy, department, school_type, collectivity, schools AS expected, schools FROM frozen_behind
            WHERE snapshot = :snapshot ORDER BY department, school_type, collectivity
            """)
    List<RosterLine> behind(SnapshotId snapshot);

    @SqlQuery("""
            SELECT academy, department, school_type, collectivity, control, theme, level, asked, conforming, partial, failing,
                   inapplicable, unknown, counted_weight, held_weight
            FROM frozen_figure WHERE snapshot = :snapshot ORDER BY department, school_type, collectivity, control
            """)
    List<FrozenFigure> figures(SnapshotId snapshot);

    @UseClasspathSqlLocator
    @SqlQuery
    List<Held> weights(SnapshotId snapshot);

    /** @param types those that are shown: no figure holds a school of another */
    @UseClasspathSqlLocator
    @SqlQuery
    List<Line> lines(SnapshotId snapshot, Line.By by, List<SchoolType> types);

    /** Names of units by id, for the rows of tables. */
    @SqlQuery("SELECT id, name FROM unit WHERE kind IN ('ACADEMY', 'DEPARTMENT', 'COLLECTIVITY')")
    @KeyColumn("id")
    @ValueColumn("name")
    Map<String, String> names();

    /** Snapshots of a campaign that editions have been published from, a collectivity's own left out: it adds nothing up. */
    @SqlQuery("""
            SELECT s.id FROM frozen_snapshot s
            WHERE s.campaign = :campaign AND s.unit NOT LIKE 'collectivite-%'
              AND EXISTS (SELECT FROM deliverable d WHERE d.number IS NOT NULL AND s.id IN (d.snapshot, d.earlier))
            ORDER BY s.id
            """)
    List<SnapshotId> published(CampaignId campaign);

    @SqlQuery("SELECT count(*) FROM publication WHERE campaign = :campaign")
    int publications(CampaignId campaign);

    @SqlQuery("""
            SELECT r.dossier, r.snapshot, r.family, r.unit, r.slice, COALESCE(r.hidden, '') AS hidden
            FROM dossier_row r
            JOIN dossier o ON o.id = r.dossier
            JOIN deliverable d ON d.id = o.deliverable AND d.round = o.round AND d.number IS NOT NULL
            JOIN frozen_snapshot s ON s.id = r.snapshot
            WHERE s.campaign = :campaign
            ORDER BY r.dossier, r.snapshot, r.family, r.unit, r.slice
            """)
    List<Told> told(CampaignId campaign);
}
