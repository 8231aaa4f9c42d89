package fr.preau.plan;

import fr.preau.access.Perimeter;
import fr.preau.checklist.Party;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.AssignmentId;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Assignments of themes. Every read of audits takes the units {@code p} in which the person answers. */
interface AssignmentSql {

    @UseClasspathSqlLocator
    @SqlQuery
    List<ThemeWork> works(CampaignId campaign, String theme, @BindMethods("p") Perimeter p, LocalDate today);

    @UseClasspathSqlLocator
    @SqlQuery
    List<Person> people(List<UnitId> employers, Instant at);

    @UseClasspathSqlLocator
    @SqlQuery
    List<Assignment> present(
            @Nullable AssignmentId id,
            @Nullable AccountId of,
            @Nullable AccountId by,
            @BindMethods("p") Perimeter p,
            LocalDate today,
            @Nullable AssignmentId after,
            int limit);

    /** Ends the assignments that stand on a theme of these audits. */
    @SqlUpdate("""
            UPDATE assignment SET ended_at = :at, ended_by = :by
            WHERE audit = ANY(:audits) AND theme = :theme AND ended_at IS NULL
            """)
    int end(List<Long> audits, String theme, Instant at, AccountId by);

    /** Empty when somebody else has entrusted the theme at the same time. */
    @SqlQuery("""
            INSERT INTO assignment (audit, theme, assignee, parties, assigned_at, assigned_by)
            VALUES (:audit, :theme, :assignee, :parties, :at, :by)
            ON CONFLICT (audit, theme) WHERE ended_at IS NULL DO NOTHING
            RETURNING id
            """)
    Optional<AssignmentId> insert(
            AuditId audit, String theme, AccountId assignee, List<Party> parties, Instant at, AccountId by);
}
