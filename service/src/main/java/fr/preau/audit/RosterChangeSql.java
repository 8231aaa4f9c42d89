package fr.preau.audit;

import fr.preau.kernel.AccountId;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Uai;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** What has changed under a campaign's roster, and what is decided about it; for who runs the campaign alone. */
interface RosterChangeSql {

    @UseClasspathSqlLocator
    @SqlQuery
    List<RosterChange> changes(CampaignId campaign, int limit);

    @SqlQuery("SELECT count(*) FROM audit WHERE campaign = :campaign AND state <> 'REMOVED'")
    int expected(CampaignId campaign);

    /** What a decision would move, for the collectivities that it concerns. */
    @SqlQuery("""
            SELECT c.code, c.name, count(a.id) AS expected, count(a.id) FILTER (WHERE rendered(a.state)) AS rendered
            FROM collectivity c
            LEFT JOIN audit a ON a.campaign = :campaign AND a.collectivity = c.code AND a.state <> 'REMOVED'
            WHERE c.code = ANY(:codes)
            GROUP BY c.code
            ORDER BY c.name COLLATE "fr-x-icu", c.code
            """)
    List<RosterCount> counts(CampaignId campaign, List<String> codes);

    /** :run carries the units whose campaigns the person runs. */
    @UseClasspathSqlLocator
    @SqlQuery
    List<RosterWaiting> waiting(List<String> run, LocalDate today);

    /** Holds the lines that one decides about, so that of two people the second finds what the first has left. */
    @SqlQuery("SELECT id FROM audit WHERE id = ANY(:audits) ORDER BY id FOR NO KEY UPDATE")
    List<Long> hold(List<Long> audits);

    /** Whether a school that is open is expected in the campaign, so that another may have merged into it. */
    @SqlQuery("""
            SELECT EXISTS (SELECT FROM audit a JOIN school s ON s.uai = a.uai
                           WHERE a.campaign = :campaign AND a.uai = :uai AND a.state <> 'REMOVED' AND s.state <> 'CLOSED')
            """)
    boolean absorbs(CampaignId campaign, Uai uai);

    @UseClasspathSqlLocator
    @SqlQuery
    List<RosterDecided> decided(CampaignId campaign, int limit);

    @UseClasspathSqlLocator
    @SqlQuery
    List<AuditId> remove(CampaignId campaign, List<Long> audits, List<AuditState> from);

    @SqlQuery("SELECT follow_collectivity(:audits)")
    List<AuditId> follow(List<Long> audits);

    @SqlBatch("""
            INSERT INTO roster_decision (
                audit, kind, followed, before, present, absorbed_by, expected, reason, at, account)
            VALUES (:c.id, :d.kind, :d.followed, :c.collectivity, :c.present, :d.absorbedBy,
                (SELECT count(*) FROM audit e WHERE e.campaign = :campaign AND e.state <> 'REMOVED'),
                :d.reason, :at, :account)
            """)
    void insert(
            CampaignId campaign,
            @BindMethods("c") Collection<RosterChange> changes,
            @BindMethods("d") RosterDecision decision,
            Instant at,
            AccountId account);

    @UseClasspathSqlLocator
    @SqlUpdate
    void settle(List<Long> audits, RosterChange.Kind kind, boolean followed, Instant at, AccountId account);
}
