package fr.preau.dashboard;

import java.util.List;

/**
 * A unit over campaigns of the same holder, oldest first, on the schools that rendered in each.
 *
 * @param narrowing by type of school alone: what a school counts as a whole is kept, its themes are not
 */
public record Trend(Vantage vantage, Narrowing narrowing, List<TrendPoint> points) implements Sheet.Filed {
    public Trend {
        points = List.copyOf(points);
    }

    @Override
    public Sheet sheet() {
        return new Sheet(
                Sheet.columns(
                        "campaign",
                        "name",
                        "rendered",
                        "conformity",
                        "panel",
                        "panelConformity",
                        "panelBase",
                        "entered",
                        "enteredConformity",
                        "left",
                        "leftConformity"),
                points.stream()
                        .map(point -> Sheet.row(
                                point.campaign().value(),
                                point.name(),
                                point.rendered(),
                                point.conformity(),
                                point.panel(),
                                point.panelConformity(),
                                point.panelBase(),
                                point.entered(),
                                point.enteredConformity(),
                                point.left(),
                                point.leftConformity()))
                        .toList());
    }

    /** Schools of the panel. */
    public long panel() {
        return points.isEmpty() ? 0 : points.get(0).panel();
    }

    /** Whether there is more than one point to join. */
    public boolean drawn() {
        return points.size() > 1
                && points.stream().allMatch(point -> point.panelConformity() != null && point.panelBase() != null);
    }

    /** Whether the campaigns ask by another version of the checklist, which the page then says. */
    public boolean changesChecklist() {
        return points.stream().map(TrendPoint::checklist).distinct().count() > 1;
    }
}
