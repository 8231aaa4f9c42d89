package fr.preau.review;

import fr.preau.access.Perimeter;
import fr.preau.access.Unit;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.SampleId;
import fr.preau.kernel.UnitId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.json.Json;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Samples and what was seen; lists take the units in which the person reviews. */
interface SampleSql {

    @UseClasspathSqlLocator
    @SqlQuery
    List<Draw.Candidate> frame(CampaignId campaign, Strata strata, @BindMethods("p") Perimeter p);

    @SqlQuery("""
            INSERT INTO sample (campaign, unit, strata, seed, asked, frame, digest, at, account)
            VALUES (:s.campaign, :s.unit, :s.strata, :seed, :s.size, :frame, :digest, :now, :by)
            RETURNING id
            """)
    SampleId insert(@BindMethods("s") NewSample sample, long seed, int frame, String digest, Instant now, AccountId by);

    @SqlBatch("""
            INSERT INTO sample_school (sample, audit, stratum, schools) VALUES (:sample, :audit, :stratum, :schools)
            """)
    void insertSchools(SampleId sample, @BindMethods List<Draw.Drawn> drawn);

    /** @param id null for all; {@code mine} are the units in which the person reviews */
    @UseClasspathSqlLocator
    @SqlQuery
    List<Sample> list(@Nullable SampleId id, List<UnitId> mine);

    @UseClasspathSqlLocator
    @SqlQuery
    List<SampleSchool> schools(SampleId sample, @BindMethods("p") Perimeter p);

    @SqlQuery("SELECT id, name FROM unit WHERE id = ANY(:mine) ORDER BY name COLLATE \"fr-x-icu\", id")
    List<Unit> units(List<UnitId> mine);

    @SqlQuery("SELECT control, verdict, note FROM sighting WHERE sample = :sample AND audit = :audit")
    List<Sighting> sightings(SampleId sample, AuditId audit);

    @SqlUpdate("""
            UPDATE sample_school SET version = version + 1
            WHERE sample = :sample AND audit = :audit AND version = :seen
            """)
    int next(SampleId sample, AuditId audit, int seen);

    @SqlUpdate("DELETE FROM sighting WHERE sample = :sample AND audit = :audit")
    void forget(SampleId sample, AuditId audit);

    @UseClasspathSqlLocator
    @SqlUpdate
    int record(SampleId sample, AuditId audit, @Json List<Map<String, String>> seen, AccountId by, Instant now);
}
