package fr.preau.audit;

import fr.preau.access.Perimeter;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.UnitId;
import fr.preau.territory.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Later last days of units; who may give one is the function's to say, and the row's policy asks it again. */
interface ExtensionSql {

    /** Those that hold in a unit or for a part of it that lies in the reader's units. */
    @UseClasspathSqlLocator
    @SqlQuery
    List<Extension> told(CampaignId campaign, UnitId unit, @BindMethods("p") Perimeter p);

    @SqlQuery("SELECT id, name, parent FROM unit WHERE id = :unit AND may_extend(:campaign, :unit)")
    Optional<Unit> extendable(CampaignId campaign, UnitId unit);

    /** Of units that have audits; who runs the campaign is asked once for all of them. */
    @SqlQuery("""
            SELECT u.id FROM unnest(:units) AS u (id)
            WHERE (SELECT all_of('runs') OR COALESCE(:campaign = ANY(campaigns_run()), false))
               OR may_extend(:campaign, u.id)
            """)
    Set<UnitId> extendable(CampaignId campaign, List<UnitId> units);

    /** The last day that all audits of the unit have now, the unit's own extensions counted. */
    @SqlQuery("""
            SELECT greatest(c.closes_on, (SELECT max(e.closes_on) FROM campaign_extension e
                                          WHERE e.campaign = c.id AND e.unit = :unit))
            FROM campaign c WHERE c.id = :campaign FOR UPDATE OF c
            """)
    LocalDate lastDay(CampaignId campaign, UnitId unit);

    @SqlUpdate("""
            INSERT INTO campaign_extension (campaign, unit, closes_on, reason, at, account)
            VALUES (:campaign, :e.unit, :e.closesOn, :e.reason, :at, :account)
            """)
    void insert(CampaignId campaign, @BindMethods("e") NewExtension e, Instant at, AccountId account);

    @SqlQuery("""
            SELECT a.id FROM audit a
            WHERE a.campaign = :campaign AND a.state <> 'REMOVED'
              AND (:u.nation OR a.region = ANY(:u.regions) OR a.academy = ANY(:u.academies)
                   OR a.department = ANY(:u.departments) OR a.collectivity = ANY(:u.collectivities)
                   OR a.uai = ANY(:u.schools))
            ORDER BY a.id
            """)
    List<AuditId> audits(CampaignId campaign, @BindMethods("u") Perimeter u);
}
