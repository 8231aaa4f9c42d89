package fr.preau.dashboard;

import fr.preau.audit.FigureReading;
import fr.preau.kernel.CampaignId;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
                        "expected",
                        "rendered",
                        "coverage",
                        "conformity",
                        "panel",
                        "panelCoverage",
                        "panelConformity",
                        "panelBase",
                        "entered",
                        "enteredCoverage",
                        "enteredConformity",
                        "left",
                        "leftCoverage",
                        "leftConformity"),
                points.stream().map(Trend::row).toList());
    }

    private static List<@Nullable Object> row(TrendPoint point) {
        List<@Nullable Object> row = Sheet.row(point.campaign().value(), point.name(), point.expected());
        add(row, point.rendered());
        add(row, point.panel());
        row.add(point.panelBase());
        add(row, point.entered());
        add(row, point.left());
        return row;
    }

    private static void add(List<@Nullable Object> row, TrendPoint.@Nullable Group group) {
        row.add(group == null ? null : group.schools());
        row.add(group == null ? null : group.coverage());
        row.add(group == null ? null : group.conformity());
    }

    /** Address of the list of those who rendered in a campaign of the trend. */
    public String rendered(TrendPoint point) {
        return list(point, Past.ANY);
    }

    /** Of those who had not rendered in the campaign before. */
    public String entered(TrendPoint point) {
        return list(point, Past.without(before(point).campaign()));
    }

    /** Of those who had, in the campaign before, and have not in this one: with the conformity they had then. */
    public String left(TrendPoint point) {
        return list(before(point), Past.without(point.campaign()));
    }

    /** Of the panel, in the last campaign. */
    public String panelled() {
        List<CampaignId> all = points.stream().map(TrendPoint::campaign).toList();
        return list(points.get(points.size() - 1), new Past(null, all.subList(0, all.size() - 1)));
    }

    private TrendPoint before(TrendPoint point) {
        return points.get(points.indexOf(point) - 1);
    }

    private String list(TrendPoint point, Past past) {
        SchoolFilter filter =
                SchoolFilter.of("", SchoolFilter.RENDERED, "", "", "").of(null, past);
        return "/unites/" + vantage.id() + "/etablissements?campagne=" + point.campaign()
                + narrowing.ofSchools().in(FigureReading.DECLARED).query()
                + filter.in(narrowing.reading()).query();
    }

    /** Schools of the panel. */
    public long panel() {
        return points.isEmpty() ? 0 : points.get(0).panel().schools();
    }

    /** Whether there is more than one point to join. */
    public boolean drawn() {
        return points.size() > 1
                && points.stream().allMatch(point -> point.panel().conformity() != null && point.panelBase() != null);
    }

    /** Whether the campaigns ask by another version of the checklist, which the page then says. */
    public boolean changesChecklist() {
        return points.stream().map(TrendPoint::checklist).distinct().count() > 1;
    }
}
