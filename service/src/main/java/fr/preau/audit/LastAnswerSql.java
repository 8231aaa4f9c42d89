package fr.preau.audit;

import fr.preau.access.Perimeter;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ControlCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** Last time's answers, as the view {@code last_answer} defines them, inside the reader's perimeter {@code p}. */
@UseClasspathSqlLocator
interface LastAnswerSql {

    @SqlQuery
    List<LastAnswer> proposed(
            CampaignId campaign,
            List<Long> audits,
            @Nullable String theme,
            @BindMethods("p") Perimeter p,
            LocalDate today);

    /** What they propose to one audit for the controls that the person may answer; nothing once it is closed to answers. */
    default List<LastAnswer> proposed(Principal by, Audit audit, List<Cell> cells, LocalDate today) {
        if (!audit.state().open() || !audit.running(today) || cells.isEmpty()) {
            return List.of();
        }
        List<ControlCode> own = cells.stream()
                .filter(cell -> !cell.answered() && Answering.mayAnswer(by, audit, cell.party(), today))
                .map(Cell::control)
                .toList();
        String theme = cells.get(0).theme();
        Perimeter p = by.perimeter(Role.AGENT, Role.ESTABLISHMENT);
        return proposed(audit.campaign(), List.of(audit.id().value()), theme, p, today).stream()
                .filter(last -> own.contains(last.control()))
                .toList();
    }

    /** Writes those of the controls that nobody has answered meanwhile, and names them. */
    @SqlQuery
    List<ControlCode> confirm(
            CampaignId campaign,
            AuditId audit,
            List<String> controls,
            List<String> parties,
            AccountId author,
            Instant at);
}
