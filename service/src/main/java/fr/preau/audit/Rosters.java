package fr.preau.audit;

import fr.preau.access.Perimeter;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.campaign.Campaign;
import fr.preau.campaign.CampaignType;
import fr.preau.campaign.Campaigns;
import fr.preau.checklist.Checklist;
import fr.preau.checklist.Checklists;
import fr.preau.checklist.Control;
import fr.preau.database.Database;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Paris;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import fr.preau.territory.Unit;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Reads campaigns as a person may see them: those that they run, and those in which an audit lies in their units. Any
 * other is not found, by the same query that lists them.
 */
public final class Rosters {
    private final Database database;
    private final Campaigns campaigns;
    private final Checklists checklists;
    private final InstantSource clock;

    public Rosters(Database database, Campaigns campaigns, Checklists checklists, InstantSource clock) {
        this.database = database;
        this.campaigns = campaigns;
        this.checklists = checklists;
        this.clock = clock;
    }

    /** The campaigns that the person sees, newest first, with the day that their phases are told by. */
    public CampaignList list(Principal principal) {
        LocalDate today = Paris.today(clock);
        return database.figures(
                principal,
                tx -> new CampaignList(
                        lines(tx, principal, today),
                        !run(principal).isEmpty(),
                        principal.held(Role.EDITOR, Role.ADMINISTRATOR).stream()
                                .anyMatch(grant -> grant.unit().kind() == UnitId.Kind.COLLECTIVITY),
                        principal.has(Role.ADMINISTRATOR),
                        today));
    }

    /** One campaign: what it asks, and where its audits stand. */
    public CampaignView campaign(Principal principal, CampaignId id) {
        LocalDate today = Paris.today(clock);
        return database.figures(principal, tx -> {
            CampaignLine line = lines(tx, principal, today).stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow(Refusal::notFound);
            Campaign campaign = campaigns.get(tx, id);
            RosterSql sql = tx.attach(RosterSql.class);
            boolean opened = campaign.openedAt() != null;
            List<StateCount> counts = tx.attach(AuditListSql.class)
                    .countByState(
                            id, principal.perimeter(Role.values()), today, AuditFilter.ALL, AuditFilter.ALL.within());
            return new CampaignView(
                    line,
                    campaign.withPrivate(),
                    opened ? sql.asked(id) : wouldAsk(campaign, campaigns.types(tx, id)),
                    counts,
                    opened ? 0 : tx.attach(AuditSql.class).countExpected(id),
                    sql.runs(campaign.unit(), run(principal)),
                    today);
        });
    }

    /** The units for which the person may prepare a campaign, widest first. */
    public List<Unit> units(Principal principal) {
        Perimeter perimeter = principal.perimeter(Role.ADMINISTRATOR, Role.EDITOR);
        return database.call(principal, tx -> tx.attach(RosterSql.class).units(perimeter));
    }

    private static List<CampaignLine> lines(Handle tx, Principal principal, LocalDate today) {
        return tx.attach(AuditListSql.class).campaigns(principal.perimeter(Role.values()), today, run(principal));
    }

    private static List<String> run(Principal principal) {
        return principal.held(Role.ADMINISTRATOR, Role.EDITOR).stream()
                .map(grant -> grant.unit().toString())
                .toList();
    }

    private List<AskedCount> wouldAsk(Campaign campaign, List<CampaignType> types) {
        Checklist checklist = checklists.get(campaign.checklist());
        return types.stream()
                .flatMap(type -> byLevel(checklist, type).entrySet().stream()
                        .map(count -> new AskedCount(
                                type.schoolType(),
                                count.getKey(),
                                count.getValue().intValue())))
                .toList();
    }

    private static Map<Integer, Long> byLevel(Checklist checklist, CampaignType type) {
        return checklist.controls(type.schoolType()).stream()
                .map((Control control) -> control.level(type.schoolType()).number())
                .filter(level -> level <= type.level())
                .collect(Collectors.groupingBy(level -> level, Collectors.counting()));
    }

    /**
     * The campaigns that somebody sees.
     *
     * @param prepares whether they may prepare one
     * @param appears whether they may agree that a collectivity appears by name in what is circulated
     * @param decides whether they decide about what imports have found
     */
    public record CampaignList(
            List<CampaignLine> campaigns, boolean prepares, boolean appears, boolean decides, LocalDate today) {}
}
