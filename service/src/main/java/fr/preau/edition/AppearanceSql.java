package fr.preau.edition;

import fr.preau.access.Perimeter;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.CampaignId;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Agreements to appear, of the collectivities of {@code p} alone. */
interface AppearanceSql {

    @SqlQuery("""
            SELECT c.id AS campaign, c.name AS campaign_name, o.code AS collectivity, o.name,
                   EXISTS (SELECT FROM appearance a
                           WHERE a.campaign = c.id AND a.collectivity = o.code AND a.ended_at IS NULL) AS agreed,
                   (SELECT string_agg(f.name, ', ' ORDER BY f.name)
                    FROM formers(o.code) AS x (code)
                    JOIN collectivity f ON f.code = x.code
                    JOIN appearance a ON a.campaign = c.id AND a.collectivity = f.code AND a.ended_at IS NULL) AS formers
            FROM campaign c CROSS JOIN collectivity o
            WHERE c.opened_at IS NOT NULL AND o.code = ANY(:p.collectivities)
            ORDER BY c.opens_on DESC, c.id DESC, o.name COLLATE "fr-x-icu", o.code
            LIMIT 200
            """)
    List<Appearance> list(@BindMethods("p") Perimeter p);

    @SqlUpdate("""
            INSERT INTO appearance (campaign, collectivity, given_at, given_by)
            SELECT c.id, :collectivity, :now, :by FROM campaign c WHERE c.id = :campaign AND c.opened_at IS NOT NULL
            ON CONFLICT DO NOTHING
            """)
    int agree(CampaignId campaign, String collectivity, Instant now, AccountId by);

    @SqlUpdate("""
            UPDATE appearance SET ended_at = :now, ended_by = :by
            WHERE campaign = :campaign AND collectivity = :collectivity AND ended_at IS NULL
            """)
    int end(CampaignId campaign, String collectivity, Instant now, AccountId by);
}
