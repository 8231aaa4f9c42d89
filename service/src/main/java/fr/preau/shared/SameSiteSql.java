package fr.preau.shared;

import fr.preau.access.Perimeter;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.SiteId;
import fr.preau.kernel.Uai;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Agreements about schools on one site; every read takes the collectivities in whose name the person answers. */
interface SameSiteSql {

    @UseClasspathSqlLocator
    @SqlQuery
    List<SameSite> list(@BindMethods("p") Perimeter p, @Nullable SiteId id);

    /** The schools of the collectivities that take part in a campaign. */
    @SqlQuery("""
            SELECT v.id, v.uai, v.school_name, v.commune_name, v.present_collectivity AS collectivity
            FROM audit_in_place v
            WHERE v.campaign = :campaign AND v.state <> 'REMOVED' AND v.closes_on >= :today
              AND v.present_collectivity = ANY(:p.collectivities)
              AND (CAST(:uai AS text) IS NULL OR v.uai = :uai)
            ORDER BY v.school_name COLLATE "fr-x-icu", v.id
            """)
    List<OwnSchool> schools(CampaignId campaign, @BindMethods("p") Perimeter p, LocalDate today, @Nullable Uai uai);

    /** An open school of the directory, which is public, whosever it is. */
    @SqlQuery("SELECT uai, name, collectivity FROM school_placement WHERE uai = :uai AND state <> 'CLOSED'")
    Optional<OtherSchool> other(Uai uai);

    /** An accord about the two schools that a school has left: it is in the way of a new one, and stands for nothing. */
    @SqlQuery("""
            UPDATE same_site SET ended_at = :at, ended_by = :by
            WHERE campaign = :campaign AND ended_at IS NULL AND least(uai, other_uai) = least(:one, :other)
              AND greatest(uai, other_uai) = greatest(:one, :other)
              AND lapsed(uai, collectivity, other_uai, other_collectivity)
            RETURNING id
            """)
    List<SiteId> endLapsed(CampaignId campaign, Uai one, Uai other, Instant at, AccountId by);

    @SqlUpdate("""
            INSERT INTO same_site (campaign, uai, collectivity, other_uai, other_collectivity, proposed_at, proposed_by)
            VALUES (:campaign, :own.uai, :own.collectivity, :other.uai, :other.collectivity, :at, :by)
            ON CONFLICT DO NOTHING
            """)
    @GetGeneratedKeys("id")
    Optional<SiteId> propose(
            CampaignId campaign,
            @BindMethods("own") OwnSchool own,
            @BindMethods("other") OtherSchool other,
            Instant at,
            AccountId by);

    @SqlUpdate("""
            UPDATE same_site SET accepted_at = :at, accepted_by = :by
            WHERE id = :id AND other_collectivity = ANY(:p.collectivities) AND accepted_at IS NULL AND ended_at IS NULL
              AND NOT lapsed(uai, collectivity, other_uai, other_collectivity)
            """)
    int accept(SiteId id, @BindMethods("p") Perimeter p, Instant at, AccountId by);

    @SqlUpdate("""
            UPDATE same_site SET ended_at = :at, ended_by = :by
            WHERE id = :id AND ended_at IS NULL
              AND (collectivity = ANY(:p.collectivities) OR other_collectivity = ANY(:p.collectivities))
            """)
    int end(SiteId id, @BindMethods("p") Perimeter p, Instant at, AccountId by);

    /** One's own school's audit, in whose journal the agreement shows. */
    @SqlQuery("SELECT id FROM audit WHERE campaign = :campaign AND uai = :uai")
    Optional<AuditId> audit(CampaignId campaign, Uai uai);
}
