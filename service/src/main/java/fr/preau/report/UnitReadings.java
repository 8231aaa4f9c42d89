package fr.preau.report;

import fr.preau.access.Perimeter;
import fr.preau.access.Principal;
import fr.preau.audit.Audits;
import fr.preau.audit.FigureReading;
import fr.preau.audit.Figures;
import fr.preau.checklist.Party;
import fr.preau.dashboard.Benchmark;
import fr.preau.dashboard.DashboardServices;
import fr.preau.dashboard.Line;
import fr.preau.dashboard.Narrowing;
import fr.preau.dashboard.Split;
import fr.preau.dashboard.Tables;
import fr.preau.dashboard.UnitCampaign;
import fr.preau.dashboard.UnitFigures;
import fr.preau.dashboard.UnitView;
import fr.preau.dashboard.Vantage;
import fr.preau.database.Database;
import fr.preau.deliverable.Dossier;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Paris;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import fr.preau.plan.Actions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a person may see of a unit, for a document, and records that they asked for it. Its figures are those of the
 * unit's views, all of one moment.
 */
final class UnitReadings {
    /** Actions that a report lists. */
    static final int ACTIONS = 40;

    private final Database database;
    private final Journal journal;
    private final DashboardServices views;
    private final Beside beside;
    private final InstantSource clock;

    UnitReadings(Database database, Journal journal, DashboardServices views, Beside beside, InstantSource clock) {
        this.database = database;
        this.journal = journal;
        this.views = views;
        this.beside = beside;
        this.clock = clock;
    }

    /** What is told beside figures. */
    record Beside(Actions actions, UnitWatches watches) {}

    /**
     * The unit's report as it stands, {@code unit.reported} in the journal.
     *
     * @param campaign null for the newest that counts audits of the unit
     * @throws Refusal not found, for a unit or a campaign out of sight, and where the person has no report of it
     */
    UnitReport ask(Principal by, UnitId unit, @Nullable CampaignId campaign) {
        UnitSums sums = database.snapshot(by, tx -> sums(by, unit, campaign));
        Vantage vantage = sums.unit().declared().vantage();
        UnitCampaign of = sums.missed().vantage().campaign();
        if (of == null) {
            throw Refusal.notFound();
        }
        Instant today = Paris.today(clock).atStartOfDay(Paris.ZONE).toInstant();
        return new UnitReport(
                sums,
                names(by, vantage, of, watch(by, vantage, of, sums)),
                reference(by, of),
                new Dossier.Asker(by.name(), by.employerLabel()),
                today);
    }

    private UnitSums sums(Principal by, UnitId unit, @Nullable CampaignId campaign) {
        UnitView view = views.dashboards().figures(by, new Tables.Wish(unit, campaign, Narrowing.NONE));
        UnitFigures figures = view.figures();
        if (figures == null || !view.vantage().reported()) {
            throw Refusal.notFound();
        }
        CampaignId of = figures.campaign().id();
        Tables.Wish declared = new Tables.Wish(unit, of, Narrowing.NONE);
        Tables.Wish reviewed = new Tables.Wish(unit, of, Narrowing.NONE.in(FigureReading.REVIEWED));
        return new UnitSums(
                new Both<>(view, views.dashboards().figures(by, reviewed)),
                both(declared, reviewed, wish -> views.tables().heat(by, wish, Split.TYPES.name())),
                both(declared, reviewed, wish -> views.panels().trend(by, wish)),
                parties(by, unit, of),
                views.tables().controls(by, declared),
                unit.kind() == UnitId.Kind.ACADEMY ? parts(by, declared, reviewed) : null);
    }

    private UnitParts parts(Principal by, Tables.Wish declared, Tables.Wish reviewed) {
        return new UnitParts(
                both(declared, reviewed, wish -> views.tables().heat(by, wish, Split.DEPARTMENTS.name())),
                views.tables().kinds(by, declared));
    }

    private UnitWatch watch(Principal by, Vantage vantage, UnitCampaign campaign, UnitSums sums) {
        UnitParts parts = sums.parts();
        if (parts == null) {
            return UnitWatch.NOTHING;
        }
        List<UnitId> within = Stream.concat(
                        Stream.of(vantage.unit().id()),
                        parts.departments().declared().lines().stream()
                                .map(Line::unit)
                                .filter(Objects::nonNull))
                .toList();
        return beside.watches().of(by, vantage, campaign.id(), within);
    }

    private static <T> Both<T> both(Tables.Wish declared, Tables.Wish reviewed, Function<Tables.Wish, T> read) {
        return new Both<>(read.apply(declared), read.apply(reviewed));
    }

    private Map<Party, Figures> parties(Principal by, UnitId unit, CampaignId campaign) {
        Map<Party, Figures> parties = new EnumMap<>(Party.class);
        for (Party party : Party.values()) {
            Narrowing own = new Narrowing(null, null, null, party);
            UnitFigures figures = views.dashboards()
                    .figures(by, new Tables.Wish(unit, campaign, own))
                    .figures();
            parties.put(party, figures == null ? Figures.NONE : figures.total());
        }
        return parties;
    }

    private UnitNames names(Principal by, Vantage vantage, UnitCampaign campaign, UnitWatch watch) {
        UnitId unit = vantage.unit().id();
        return database.call(by, tx -> {
            journal.record(
                    tx,
                    Entry.of(by, "unit.reported", "unit/" + unit)
                            .with(Map.of("campaign", campaign.id().value())));
            return new UnitNames(
                    unit.kind() == UnitId.Kind.COLLECTIVITY ? views.dashboards().named(by, vantage) : List.of(),
                    beside.actions().under(by, unit, ACTIONS),
                    watch,
                    tx.attach(ReportSql.class)
                            .fictitious(campaign.id(), Perimeter.of(List.of(unit)), Audits.named(by)));
        });
    }

    /** The figures of everywhere of this very campaign: another's would compare nothing. */
    private @Nullable Benchmark reference(Principal by, UnitCampaign campaign) {
        return views.benchmarks()
                .of(by, null)
                .filter(newest ->
                        newest.campaigns().stream().anyMatch(one -> one.id().equals(campaign.id())))
                .flatMap(newest -> newest.campaign().id().equals(campaign.id())
                        ? Optional.of(newest)
                        : views.benchmarks().of(by, campaign.id()))
                .orElse(null);
    }
}
