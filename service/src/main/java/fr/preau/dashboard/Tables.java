package fr.preau.dashboard;

import fr.preau.access.Principal;
import fr.preau.checklist.Checklist;
import fr.preau.checklist.Checklists;
import fr.preau.checklist.Theme;
import fr.preau.database.Database;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Part;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.Stretch;
import fr.preau.kernel.UnitId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The views that set a unit's parts, or its controls, beside each other. All are sums of what {@code figures_of} gives;
 * a part that is too small for the person is hidden by {@link Lines}.
 */
public final class Tables {
    private final Database database;
    private final Checklists checklists;

    public Tables(Database database, Checklists checklists) {
        this.database = database;
        this.checklists = checklists;
    }

    /**
     * What is asked for: a unit in a campaign, narrowed.
     *
     * @param campaign null for the newest
     * @param stretch how much of a long table
     */
    public record Wish(UnitId unit, @Nullable CampaignId campaign, Narrowing narrowing, Stretch stretch) {
        public Wish(UnitId unit, @Nullable CampaignId campaign, Narrowing narrowing) {
            this(unit, campaign, narrowing, Stretch.ALL);
        }
    }

    /** The unit's parts by theme. */
    public Heat heat(Principal principal, Wish wish, String split) {
        return database.figures(principal, tx -> {
            Vantage vantage = Vantage.of(tx, principal, wish.unit(), wish.campaign());
            Lines lines = new Lines(tx, vantage, wish.narrowing());
            Split chosen = Split.of(wish.unit(), split);
            Part<Line> parts = lines.parts(chosen, wish.stretch());
            return new Heat(vantage, wish.narrowing(), chosen, themes(vantage, wish), lines.whole(), parts);
        });
    }

    /** A few of the unit's parts by theme, and all that there are to choose from: only of the few, figures are read. */
    public Versus versus(Principal principal, Wish wish, String split, List<String> asked) {
        return database.figures(principal, tx -> {
            Vantage vantage = Vantage.of(tx, principal, wish.unit(), wish.campaign());
            Lines lines = new Lines(tx, vantage, wish.narrowing());
            Split chosen = Split.of(wish.unit(), split);
            List<Line> candidates = Versus.candidates(chosen, lines.counted(chosen));
            Part<Line> parts = lines.parts(chosen, Versus.chosen(candidates, asked));
            return new Versus(
                    new Heat(vantage, wish.narrowing(), chosen, themes(vantage, wish), lines.whole(), parts),
                    candidates,
                    asked);
        });
    }

    /** The collectivities of an académie by their kind, whatever the filters. */
    public List<KindLine> kinds(Principal principal, Wish wish) {
        return database.figures(principal, tx -> {
            Vantage vantage = Vantage.of(tx, principal, wish.unit(), wish.campaign());
            DashboardSql sql = tx.attach(DashboardSql.class);
            List<String> departments =
                    sql.parts(wish.unit().kind().name(), wish.unit().code(), Split.DEPARTMENTS).stream()
                            .map(unit -> unit.id().code())
                            .toList();
            List<KindLine> kinds = sql.kinds(
                    vantage.opened().id(), departments, wish.narrowing().reading());
            Set<Integer> hidden = vantage.near()
                    ? Set.of()
                    : SmallGroups.hidden(kinds.stream().map(KindLine::rendered).toList());
            return IntStream.range(0, kinds.size())
                    .mapToObj(i -> hidden.contains(i) ? kinds.get(i).withoutFigures() : kinds.get(i))
                    .toList();
        });
    }

    /** The unit's controls, the least held first; none where too few audits are rendered for the person. */
    public Missed controls(Principal principal, Wish wish) {
        return database.figures(principal, tx -> {
            Vantage vantage = Vantage.of(tx, principal, wish.unit(), wish.campaign());
            boolean hidden = new Lines(tx, vantage, wish.narrowing()).whole().hidden();
            List<ControlSum> sums = hidden
                    ? List.of()
                    : tx.attach(DashboardSql.class)
                            .controls(vantage.opened().id(), Scope.of(wish.unit()), wish.narrowing());
            return new Missed(vantage, wish.narrowing(), checklist(vantage), sums);
        });
    }

    /**
     * One control of the unit and of its parts; nothing of it where the filters leave no school that is asked it, or too few
     * for the person.
     *
     * @throws Refusal not found, when the campaign doesn't ask it of the unit
     */
    public ControlParts control(Principal principal, Wish wish, ControlCode code, String split) {
        return database.figures(principal, tx -> {
            Vantage vantage = Vantage.of(tx, principal, wish.unit(), wish.campaign());
            Lines lines = new Lines(tx, vantage, wish.narrowing());
            Split chosen = Split.of(wish.unit(), split);
            boolean hidden = lines.whole().hidden();
            ControlSum sum =
                    hidden ? null : sum(tx, vantage, wish.narrowing(), code).orElse(null);
            if (sum == null && !hidden && sum(tx, vantage, Narrowing.NONE, code).isEmpty()) {
                throw Refusal.notFound();
            }
            return new ControlParts(
                    vantage,
                    wish.narrowing(),
                    chosen,
                    checklist(vantage).control(code),
                    sum,
                    sum == null ? Part.none() : lines.parts(chosen, wish.stretch(), code),
                    hidden);
        });
    }

    private static Optional<ControlSum> sum(Handle tx, Vantage vantage, Narrowing narrowing, ControlCode code) {
        return tx.attach(DashboardSql.class).controls(vantage.opened().id(), Scope.of(vantage.id()), narrowing).stream()
                .filter(one -> one.control().equals(code))
                .findFirst();
    }

    private List<Theme> themes(Vantage vantage, Wish wish) {
        String theme = wish.narrowing().theme();
        return checklist(vantage).themes().stream()
                .filter(one -> theme == null || one.code().equals(theme))
                .toList();
    }

    private Checklist checklist(Vantage vantage) {
        return checklists.get(vantage.opened().checklist());
    }
}
