package fr.preau.dashboard;

import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.audit.AuditState;
import fr.preau.audit.FigureReading;
import fr.preau.audit.Figures;
import fr.preau.audit.StateCount;
import fr.preau.checklist.Checklists;
import fr.preau.checklist.Level;
import fr.preau.checklist.Theme;
import fr.preau.database.Database;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.Part;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import java.util.ArrayList;
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
    private final Database database;
    private final Checklists checklists;
    private final SchoolLists schools;

    public Dashboards(Database database, Checklists checklists, SchoolLists schools) {
        this.database = database;
        this.checklists = checklists;
        this.schools = schools;
    }

    /** The widest unit whose figures the person sees, empty for who only has a school. */
    public static Optional<UnitId> widest(Principal principal) {
        return principal.held(Vantage.READERS).stream()
                .map(Grant::unit)
                .filter(unit -> unit.kind() != UnitId.Kind.SCHOOL)
                .min(Comparator.comparing(UnitId::kind).thenComparing(UnitId::code));
    }

    /**
     * The unit's figures.
     *
     * @throws Refusal not found, for a unit or a campaign out of sight, when no campaign counts the unit, or when it is
     *     too small for the person
     */
    public UnitFigures unit(Principal principal, Tables.Wish wish) {
        UnitFigures figures = view(principal, wish).figures();
        if (figures == null) {
            throw Refusal.notFound();
        }
        return figures;
    }

    /** The unit's page: its figures, what lies above, and of a collectivity its schools. */
    public UnitView view(Principal principal, Tables.Wish wish) {
        UnitView view = figures(principal, wish);
        FigureReading reading = wish.narrowing().reading();
        // Rows that name schools: a unit of work apart from the figures, which sees no further than the names.
        return wish.unit().kind() == UnitId.Kind.COLLECTIVITY && view.figures() != null
                ? view.with(schools.first(principal, wish.unit(), view.figures().campaign(), reading))
                : view;
    }

    /** The unit's figures and what lies above, without a school's name. */
    public UnitView figures(Principal principal, Tables.Wish wish) {
        Narrowing narrowing = wish.narrowing();
        return database.figures(principal, tx -> {
            Vantage vantage = Vantage.of(tx, principal, wish.unit(), wish.campaign());
            UnitCampaign campaign = vantage.campaign();
            if (campaign == null) {
                return new UnitView(vantage, narrowing, List.of(), null, Part.none(), List.of());
            }
            List<Theme> themes = checklists.get(campaign.checklist()).themes();
            Lines lines = new Lines(tx, vantage, narrowing);
            List<StateCount> states =
                    tx.attach(DashboardSql.class).states(campaign.id(), Scope.of(vantage.id()), narrowing);
            if (!vantage.near() && (SmallGroups.small(count(states, false)) || lines.hidesType())) {
                return new UnitView(vantage, narrowing, themes, null, Part.none(), List.of());
            }
            Split usual = Split.of(vantage.id()).get(0);
            Part<Line> below = usual == Split.TYPES ? Part.none() : lines.brief(usual, wish.stretch());
            return new UnitView(
                    vantage, narrowing, themes, figures(tx, vantage, narrowing, states, below), below, List.of());
        });
    }

    /** All schools of a unit that the person sees by name, in the order of their names; none for whom sees none. */
    public List<SchoolLine> named(Principal principal, Vantage vantage) {
        return vantage.named() ? schools.all(principal, vantage) : List.of();
    }

    /**
     * The schools that a number counts.
     *
     * @param after last audit of the part before, null for the first
     * @throws Refusal not found, where the person sees no school by name
     */
    public SchoolList schools(Principal principal, Tables.Wish wish, SchoolFilter filter, @Nullable AuditId after) {
        Vantage vantage = database.figures(principal, tx -> Vantage.of(tx, principal, wish.unit(), wish.campaign()));
        return schools.page(principal, vantage, filter, after);
    }

    private UnitFigures figures(
            Handle tx, Vantage vantage, Narrowing narrowing, List<StateCount> states, Part<Line> below) {
        UnitCampaign campaign = vantage.opened();
        boolean hidden = !vantage.near() && SmallGroups.small(count(states, true));
        List<Slice> slices = tx.attach(DashboardSql.class).slices(campaign.id(), Scope.of(vantage.id()), narrowing);
        Optional<Slice> whole = slices.stream()
                .filter(slice -> slice.theme() == null && slice.level() == null)
                .findFirst();
        return new UnitFigures(
                campaign,
                narrowing.reading(),
                states,
                whole.map(Slice::progress).orElse(null),
                hidden ? Figures.NONE : whole.map(Slice::figures).orElse(Figures.NONE),
                hidden ? Figures.NONE : base(slices),
                hidden ? List.of() : themes(checklists.get(campaign.checklist()).themes(), slices),
                below.lines().stream().map(ChildFigures::of).toList(),
                hidden);
    }

    private static Figures base(List<Slice> slices) {
        return slices.stream()
                .filter(slice -> Objects.equals(slice.level(), Level.SOCLE.number()))
                .map(Slice::figures)
                .findFirst()
                .orElse(Figures.NONE);
    }

    private static long count(List<StateCount> states, boolean rendered) {
        return states.stream()
                .filter(count -> rendered ? count.state().rendered() : count.state() != AuditState.REMOVED)
                .mapToLong(StateCount::audits)
                .sum();
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
}
