package fr.preau.edition;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Figures of a campaign read at one moment, with who stands behind them. */
record Frozen(List<StratumRow> strata, List<RosterLine> roster, List<FrozenFigure> figures) {
    private static final Comparator<RosterLine> ROSTER = Comparator.comparing(RosterLine::department)
            .thenComparing(RosterLine::schoolType)
            .thenComparing(RosterLine::collectivity);
    static final Frozen NOTHING = new Frozen(List.of(), List.of(), List.of());

    Frozen {
        strata = List.copyOf(strata);
        roster = roster.stream().sorted(ROSTER).toList();
        figures = List.copyOf(figures);
    }

    /** The same, where what was published before stands as it was published. */
    Frozen keeping(Frozen published) {
        Set<Plot> told = published.strata.stream().map(StratumRow::plot).collect(Collectors.toSet());
        Set<Plot> mine = roster.stream().map(RosterLine::plot).collect(Collectors.toSet());
        Predicate<Plot> kept = plot -> mine.contains(plot) && told.contains(plot);
        return new Frozen(
                join(
                        published.strata.stream().filter(row -> kept.test(row.plot())),
                        strata.stream().filter(row -> !told.contains(row.plot()))),
                join(
                        published.roster.stream().filter(row -> kept.test(row.plot())),
                        roster.stream().filter(row -> !told.contains(row.plot()))),
                join(
                        published.figures.stream().filter(row -> kept.test(row.plot())),
                        figures.stream().filter(row -> !told.contains(row.plot()))));
    }

    /** The same and what the other adds, of plots that are not here yet. */
    Frozen with(Frozen other) {
        Set<Plot> here = strata.stream().map(StratumRow::plot).collect(Collectors.toSet());
        return new Frozen(
                join(strata.stream(), other.strata.stream().filter(row -> !here.contains(row.plot()))),
                join(roster.stream(), other.roster.stream().filter(row -> !here.contains(row.plot()))),
                join(figures.stream(), other.figures.stream().filter(row -> !here.contains(row.plot()))));
    }

    private static <T> List<T> join(Stream<T> kept, Stream<T> fresh) {
        return Stream.concat(kept, fresh).toList();
    }

    long rendered() {
        return roster.stream().mapToLong(RosterLine::schools).sum();
    }

    /** Of every figure and of who stands behind it, in hexadecimal. */
    String sha256() {
        String all = Stream.of(strata, roster, figures)
                .flatMap(List::stream)
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
        return Digest.hex(all);
    }
}
