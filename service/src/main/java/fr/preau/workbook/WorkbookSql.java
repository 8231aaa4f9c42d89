package fr.preau.workbook;

import fr.preau.access.Perimeter;
import fr.preau.audit.Audit;
import fr.preau.campaign.AskedControl;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.UnitId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** What a workbook is made of. Every read of audits takes the person's perimeter {@code p}. */
interface WorkbookSql {

    /** @param schools only these UAIs, null for all of the selection */
    @UseClasspathSqlLocator
    @SqlQuery
    List<Audit> audits(
            @BindMethods("s") Selection s,
            List<UnitId> owners,
            @Nullable List<String> schools,
            @BindMethods("p") Perimeter p,
            LocalDate today,
            int limit);

    @SqlQuery("""
            SELECT campaign, school_type, control, theme, level, weight, party, position
            FROM asked_control WHERE campaign = :campaign ORDER BY position
            """)
    List<AskedControl> asked(CampaignId campaign);

    @UseClasspathSqlLocator
    @SqlQuery
    List<Known> known(CampaignId campaign, List<Long> audits);

    @UseClasspathSqlLocator
    @SqlQuery
    List<Place> places(CampaignId campaign, @BindMethods("p") Perimeter p, LocalDate today);

    @SqlQuery("""
            SELECT id, name FROM school_label WHERE owner = ANY(:owners) AND deleted_at IS NULL
            ORDER BY name COLLATE "fr-x-icu", id
            """)
    List<LabelName> labels(List<UnitId> owners);

    @SqlUpdate("INSERT INTO workbook_key (secret) VALUES (:secret) ON CONFLICT DO NOTHING")
    void keepSecret(byte[] secret);

    @SqlQuery("SELECT secret FROM workbook_key")
    Optional<byte[]> secret();
}
