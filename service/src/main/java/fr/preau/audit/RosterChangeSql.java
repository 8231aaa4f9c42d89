package fr.preau.audit;

import fr.preau.kernel.AccountId;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** What has changed under a campaign's roster, and what is decided about it; for who runs the campaign alone. */
@RegisterConstructorMapper(RosterChange.class)
@RegisterConstructorMapper(RosterDecided.class)
interface RosterChangeSql {

    @UseClasspathSqlLocator
    @SqlQuery
    List<RosterChange> changes(CampaignId campaign, int limit);

    @SqlQuery("SELECT count(*) FROM audit WHERE campaign = :campaign AND state <> 'REMOVED'")
    int expected(CampaignId campaign);

    @UseClasspathSqlLocator
    @SqlQuery
    List<RosterDecided> decided(CampaignId campaign, int limit);

    @UseClasspathSqlLocator
    @SqlQuery
    List<AuditId> remove(CampaignId campaign, List<Long> audits, List<AuditState> from);

    @SqlQuery("SELECT follow_collectivity(:audits)")
    List<AuditId> follow(List<Long> audits);

    @SqlUpdate("""
            INSERT INTO roster_decision (audit, kind, followed, before, present, reason, at, account)
            VALUES (:audit, :kind, :followed, :before, :present, :reason, :at, :account)
            """)
    void insert(
            AuditId audit,
            RosterChange.Kind kind,
            boolean followed,
            @Nullable String before,
            @Nullable String present,
            String reason,
            Instant at,
            AccountId account);

    @UseClasspathSqlLocator
    @SqlUpdate
    void settle(List<Long> audits, RosterChange.Kind kind, boolean followed, Instant at, AccountId account);
}
