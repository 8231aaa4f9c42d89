package fr.preau.review;

import fr.preau.access.Perimeter;
import fr.preau.access.Unit;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/**
 * What waits for a reviewer, the whole or narrowed to {@code within}: one keyset an order, then the lines of one page; and
 * what is validated together.
 */
@UseClasspathSqlLocator
interface QueueSql {

    @SqlQuery
    List<AuditId> oldest(
            @BindMethods("p") Perimeter p,
            @BindMethods("w") Perimeter within,
            @Nullable CampaignId campaign,
            @Nullable AuditId after,
            int limit);

    @SqlQuery
    List<AuditId> places(
            @BindMethods("p") Perimeter p,
            @BindMethods("w") Perimeter within,
            @Nullable CampaignId campaign,
            @Nullable AuditId after,
            int limit);

    @SqlQuery
    List<AuditId> weakest(
            @BindMethods("p") Perimeter p,
            @BindMethods("w") Perimeter within,
            @Nullable CampaignId campaign,
            @Nullable AuditId after,
            int limit);

    @SqlQuery
    List<AuditId> changed(
            @BindMethods("p") Perimeter p,
            @BindMethods("w") Perimeter within,
            @Nullable CampaignId campaign,
            @Nullable AuditId after,
            int limit);

    @SqlQuery
    List<QueueLine> lines(@BindMethods("p") Perimeter p, AccountId me, List<AuditId> ids);

    @SqlQuery
    List<AuditId> sound(
            @BindMethods("p") Perimeter p,
            @BindMethods("w") Perimeter within,
            @Nullable CampaignId campaign,
            AccountId by,
            int limit);

    @SqlQuery
    List<NamedCampaign> campaigns(@BindMethods("p") Perimeter p);

    @SqlQuery
    Optional<NamedCampaign> campaign(@BindMethods("p") Perimeter p, CampaignId campaign);

    @SqlQuery
    List<Unit> units(@BindMethods("p") Perimeter p);

    /** Whether the reviewer sees an audit of the collectivity, whatever its state. */
    @SqlQuery
    boolean collectivity(@BindMethods("p") Perimeter p, String code);

    /** @return those that are validated now */
    @SqlUpdate
    @GetGeneratedKeys("id")
    List<AuditId> validateMany(@BindMethods("p") Perimeter p, AccountId by, Instant now, List<AuditId> ids);

    /** Those of the audits that lie in the reviewer's units, each with what would keep it from being validated. */
    @SqlQuery
    List<Queues.Kept> kept(@BindMethods("p") Perimeter p, AccountId by, List<AuditId> ids);
}
