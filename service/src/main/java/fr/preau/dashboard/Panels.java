package fr.preau.dashboard;

import fr.preau.access.Principal;
import fr.preau.database.Database;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Distribution and trend: both are of rendered audits one by one, of which an audit's kept whole is read, and sums,
 * quantiles and counts are given back.
 */
public final class Panels {
    private final Database database;

    public Panels(Database database) {
        this.database = database;
    }

    /** How the unit's schools are spread, over all levels or the base level. */
    public Distribution distribution(Principal principal, Tables.Wish wish) {
        boolean base = Objects.equals(wish.narrowing().level(), 1);
        return database.figures(principal, tx -> {
            Vantage vantage = Vantage.of(tx, principal, wish.unit(), wish.campaign());
            List<Spread> spreads =
                    tx.attach(PanelSql.class).spreads(vantage.opened().id(), wish.unit(), base, wish.narrowing());
            Spread whole = spreads.stream()
                    .filter(spread -> spread.type() == null)
                    .findFirst()
                    .orElse(new Spread(null, 0, 0, null, 0, List.of(), List.of()));
            List<Spread> types = spreads.stream()
                    .filter(spread -> spread.type() != null)
                    .sorted(Comparator.comparing(spread -> Objects.requireNonNull(spread.type())))
                    .toList();
            return vantage.near()
                    ? new Distribution(vantage, wish.narrowing(), base, whole, types)
                    : hideSmall(new Distribution(vantage, wish.narrowing(), base, whole, types));
        });
    }

    /** The unit over the campaigns of one holder, up to the chosen one. */
    public Trend trend(Principal principal, Tables.Wish wish) {
        return database.figures(principal, tx -> {
            Vantage vantage = Vantage.of(tx, principal, wish.unit(), wish.campaign());
            List<TrendPoint> points =
                    tx.attach(PanelSql.class).trend(vantage.opened().id(), wish.unit(), wish.narrowing());
            return new Trend(
                    vantage,
                    wish.narrowing(),
                    vantage.near()
                            ? points
                            : points.stream().map(TrendPoint::withoutSmall).toList());
        });
    }

    private static Distribution hideSmall(Distribution all) {
        Set<Integer> hidden =
                SmallGroups.hidden(all.types().stream().map(Spread::audits).toList());
        List<Spread> types = new ArrayList<>();
        for (int i = 0; i < all.types().size(); i++) {
            Spread type = all.types().get(i);
            types.add(hidden.contains(i) ? type.withoutFigures() : type);
        }
        Spread whole = SmallGroups.small(all.whole().audits()) ? all.whole().withoutFigures() : all.whole();
        return new Distribution(all.vantage(), all.narrowing(), all.base(), whole, types);
    }
}
