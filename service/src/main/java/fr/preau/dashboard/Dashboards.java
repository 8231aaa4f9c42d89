package fr.preau.dashboard;

import fr.preau.access.Grant;
import fr.preau.access.Perimeter;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.audit.Audits;
import fr.preau.audit.Figures;
import fr.preau.checklist.Checklists;
import fr.preau.checklist.Level;
import fr.preau.checklist.Theme;
import fr.preau.database.Database;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Page;
import fr.preau.kernel.Paris;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import fr.preau.territory.Territory;
import fr.preau.territory.Unit;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Figures of units, for who may see them: those of their grants and those below, a school's own grant excepted. Any
 * other unit is not found, by the same query that reads its name.
 *
 * <p>Conformity is pooled over rendered audits, progress is over the whole roster; both are of the audits that lie in
 * the unit <em>and</em> in the person's units, which differ only for a collectivity that stretches beyond them.
 */
public final class Dashboards {
    public static final int PAGE = 100;
    private static final Role[] READERS = {Role.AGENT, Role.REVIEWER, Role.READER, Role.EDITOR, Role.ADMINISTRATOR};

    private final Database database;
    private final Checklists checklists;
    private final InstantSource clock;

    public Dashboards(Database database, Checklists checklists, InstantSource clock) {
        this.database = database;
        this.checklists = checklists;
        this.clock = clock;
    }

    /** The widest unit whose figures the person sees, empty for who only has a school. */
    public static Optional<UnitId> widest(Principal principal) {
        return principal.held(READERS).stream()
                .map(Grant::unit)
                .filter(unit -> unit.kind() != UnitId.Kind.SCHOOL)
                .min(Comparator.comparing(UnitId::kind).thenComparing(UnitId::code));
    }

    /**
     * The unit's figures.
     *
     * @param campaign null for the newest that counts audits of the unit
     * @throws Refusal not found, for a unit or a campaign out of sight, or when no campaign counts the unit
     */
    public UnitFigures unit(Principal principal, UnitId id, @Nullable CampaignId campaign) {
        UnitFigures figures = view(principal, id, campaign, null).figures();
        if (figures == null) {
            throw Refusal.notFound();
        }
        return figures;
    }

    /**
     * The unit's page: its figures, what lies above, and of a collectivity its schools.
     *
     * @param after last school of the previous part of the list, null for the first
     */
    public UnitView view(Principal principal, UnitId id, @Nullable CampaignId campaign, @Nullable AuditId after) {
        Perimeter seen = principal.perimeter(READERS);
        Perimeter within = Perimeter.of(List.of(id));
        UnitView figures = database.figures(principal, tx -> {
            DashboardSql sql = tx.attach(DashboardSql.class);
            Unit unit = sql.unit(id.kind().name(), id.code(), seen).orElseThrow(Refusal::notFound);
            List<UnitCampaign> campaigns = sql.campaigns(within, seen);
            Optional<UnitCampaign> chosen = chosen(campaigns, campaign);
            return new UnitView(
                    unit,
                    trail(tx, principal, id),
                    campaigns,
                    chosen.map(one -> figures(sql, one, id, within, seen)).orElse(null),
                    new Page<>(List.of(), null));
        });
        return id.kind() == UnitId.Kind.COLLECTIVITY && figures.figures() != null
                ? figures.with(schools(principal, figures.figures().campaign(), within, after))
                : figures;
    }

    /** The campaign asked for, the newest when none is. */
    static Optional<UnitCampaign> chosen(List<UnitCampaign> campaigns, @Nullable CampaignId asked) {
        Optional<UnitCampaign> found = campaigns.stream()
                .filter(one -> asked == null || one.id().equals(asked))
                .findFirst();
        if (found.isEmpty() && asked != null) {
            throw Refusal.notFound();
        }
        return found;
    }

    private UnitFigures figures(DashboardSql sql, UnitCampaign campaign, UnitId id, Perimeter within, Perimeter seen) {
        boolean kept = id.kind() != UnitId.Kind.COLLECTIVITY;
        List<Slice> slices = kept ? sql.slices(campaign.id(), id) : sql.collectivitySlices(campaign.id(), within, seen);
        Optional<Slice> whole = slices.stream()
                .filter(slice -> slice.theme() == null && slice.level() == null)
                .findFirst();
        Figures base = slices.stream()
                .filter(slice -> Objects.equals(slice.level(), Level.SOCLE.number()))
                .map(Slice::figures)
                .findFirst()
                .orElse(Figures.NONE);
        return new UnitFigures(
                campaign,
                kept ? sql.states(campaign.id(), id) : sql.collectivityStates(campaign.id(), within, seen),
                whole.map(Slice::progress).orElse(null),
                whole.map(Slice::figures).orElse(Figures.NONE),
                base,
                themes(checklists.get(campaign.checklist()).themes(), slices),
                below(sql, campaign.id(), id, within, seen));
    }

    private static List<ChildFigures> below(
            DashboardSql sql, CampaignId campaign, UnitId id, Perimeter within, Perimeter seen) {
        return switch (id.kind()) {
            case NATION, REGION, ACADEMY -> sql.children(campaign, id.kind().name(), id.code());
            case DEPARTMENT -> sql.collectivities(campaign, within, seen);
            case COLLECTIVITY, SCHOOL -> List.of();
        };
    }

    private static List<ThemeFigures> themes(List<Theme> themes, List<Slice> slices) {
        List<ThemeFigures> figures = new ArrayList<>();
        for (Theme theme : themes) {
            slices.stream()
                    .filter(slice -> theme.code().equals(slice.theme()))
                    .forEach(slice -> figures.add(new ThemeFigures(theme.code(), theme.title(), slice.figures())));
        }
        return figures;
    }

    /** Rows that name schools: a unit of work apart from the figures, which sees no further than the names. */
    private Page<SchoolLine> schools(
            Principal principal, UnitCampaign campaign, Perimeter within, @Nullable AuditId after) {
        Perimeter named = Audits.named(principal);
        List<SchoolLine> rows = database.call(
                principal,
                tx -> tx.attach(DashboardSql.class)
                        .schools(campaign.id(), within, named, Paris.today(clock), after, PAGE + 1));
        return Page.of(rows, PAGE, row -> row.id().toString());
    }

    /** What lies above the unit, up to the widest unit of the person's grants. */
    private static List<Unit> trail(Handle tx, Principal principal, UnitId id) {
        List<UnitId> granted = principal.held(READERS).stream().map(Grant::unit).toList();
        List<Unit> chain = Territory.chain(tx, id);
        int top = 0;
        for (int height = 1; height < chain.size(); height++) {
            top = granted.contains(chain.get(height).id()) ? height : top;
        }
        List<Unit> trail = new ArrayList<>(chain.subList(0, top + 1));
        trail.remove(0);
        Collections.reverse(trail);
        return trail;
    }
}
