package fr.preau.report;

import fr.preau.access.Perimeter;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What reports add to the views that they are made of: whether what they tell of is invented. */
interface ReportSql {

    /** Of a unit {@code u}, where the reader sees schools by name, {@code p}. */
    @SqlQuery("""
            SELECT EXISTS (
                SELECT FROM audit a JOIN school s ON s.uai = a.uai
                WHERE a.campaign = :campaign AND s.fictitious
                  AND (a.academy = ANY(:u.academies) OR a.collectivity = ANY(:u.collectivities))
                  AND (:p.nation OR a.region = ANY(:p.regions) OR a.academy = ANY(:p.academies)
                       OR a.department = ANY(:p.departments) OR a.uai = ANY(:p.schools)
                       OR a.collectivity = ANY(:p.collectivities)))
            """)
    boolean fictitious(CampaignId campaign, @BindMethods("u") Perimeter u, @BindMethods("p") Perimeter p);

    /** Of an audit that its view has found within the reader's perimeter. */
    @SqlQuery("SELECT s.fictitious FROM audit a JOIN school s ON s.uai = a.uai WHERE a.id = :id")
    boolean fictitious(AuditId id);
}
