package fr.preau.edition;

import fr.preau.access.Perimeter;
import fr.preau.access.Principal;
import fr.preau.audit.Audits;
import fr.preau.checklist.SchoolType;
import fr.preau.database.Database;
import fr.preau.kernel.Actor;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Paris;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.SnapshotId;
import fr.preau.kernel.UnitId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Freezes the figures of a campaign, and tells what was ever published of them. A school's figures are published once: a
 * type of school of a department that stands in a published edition is taken over as it stands there.
 */
final class Snapshots {
    /** Rows that are written at once: a fraction of a second. */
    private static final int PART = 2_000;

    private final Database database;
    private final InstantSource clock;

    Snapshots(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Figures that were read and wait to be stored. */
    record Taken(CampaignId campaign, UnitId unit, Frozen frozen, long expected, List<FrozenSchool> schools) {
        /** The same, where what was published before stands as it was published. */
        private Taken keeping(Frozen published) {
            return new Taken(campaign, unit, frozen.keeping(published), expected, schools);
        }

        /** How many rows there are to store. */
        long rows() {
            return (long) frozen.strata().size()
                    + behind().size()
                    + frozen.figures().size()
                    + schools.size();
        }

        private List<RosterLine> behind() {
            return frozen.roster().stream().filter(line -> line.schools() > 0).toList();
        }
    }

    /**
     * Reads the figures of a unit in some campaigns, all at one moment; what was told of them is read just before.
     *
     * @param named the campaign of which schools are frozen by name too, if the person sees every one; null for none
     * @param between is run from query to query
     */
    List<Taken> take(
            Principal by, List<CampaignId> campaigns, UnitId unit, @Nullable CampaignId named, Runnable between) {
        Map<CampaignId, Frozen> published = new HashMap<>();
        if (unit.kind() != UnitId.Kind.COLLECTIVITY) {
            database.run(
                    Actor.SYSTEM,
                    tx -> campaigns.forEach(campaign -> published.put(campaign, published(tx, campaign))));
        }
        return database.snapshot(
                by,
                tx -> campaigns.stream()
                        .map(campaign -> take(tx, campaign, unit, campaign.equals(named) ? by : null, between)
                                .keeping(published.getOrDefault(campaign, Frozen.NOTHING)))
                        .toList());
    }

    private Taken take(Handle tx, CampaignId campaign, UnitId unit, @Nullable Principal namer, Runnable between) {
        Perimeter within = Perimeter.of(List.of(unit));
        boolean alone = unit.kind() == UnitId.Kind.COLLECTIVITY;
        FreezeSql sql = tx.attach(FreezeSql.class);
        if (sql.opened(campaign).isEmpty()) {
            throw Refusal.notFound();
        }
        between.run();
        List<RosterLine> roster = sql.roster(campaign, within);
        between.run();
        List<String> agreed = alone ? List.of() : sql.agreed(campaign);
        List<FrozenFigure> figures =
                alone ? sql.collectivityFigures(campaign, within) : sql.figures(campaign, within, agreed);
        Frozen fresh = new Frozen(strata(roster, agreed, sql.heaviest(campaign)), roster, figures);
        long expected = roster.stream().mapToLong(RosterLine::expected).sum();
        // Every one or none: a list with holes would tell what its reader does not see.
        List<FrozenSchool> schools = namer == null || !Roll.holds(expected)
                ? List.of()
                : sql.schools(campaign, within, Audits.named(namer), Paris.today(clock));
        return new Taken(campaign, unit, fresh, expected, schools.size() == expected ? schools : List.of());
    }

    private static List<StratumRow> strata(
            List<RosterLine> roster, List<String> agreed, Map<SchoolType, Long> heaviest) {
        Map<String, StratumRow> strata = new LinkedHashMap<>();
        for (RosterLine line : roster) {
            String apart = agreed.contains(line.collectivity()) ? line.collectivity() : "";
            strata.putIfAbsent(
                    line.department() + line.schoolType() + apart,
                    new StratumRow(
                            line.academy(),
                            line.department(),
                            line.schoolType(),
                            apart,
                            null,
                            heaviest.getOrDefault(line.schoolType(), 0L)));
        }
        return List.copyOf(strata.values());
    }

    /**
     * Stores what was read, in the caller's transaction.
     *
     * @param written is told of rows, some at a time
     */
    SnapshotId store(Handle tx, Principal by, Taken taken, IntConsumer written) {
        SnapshotSql sql = tx.attach(SnapshotSql.class);
        Frozen frozen = taken.frozen();
        long rendered = Math.min(frozen.rendered(), taken.expected());
        Roll roll = Roll.of(taken.schools());
        SnapshotId id = sql.insert(
                taken.campaign(),
                taken.unit(),
                clock.instant(),
                by.account(),
                taken.expected(),
                rendered,
                frozen.sha256(),
                taken.schools().size(),
                roll == null ? null : roll.sha256());
        RollSql names = tx.attach(RollSql.class);
        inParts(frozen.strata(), part -> sql.insertStrata(id, part), written);
        inParts(taken.behind(), part -> sql.insertBehind(id, part), written);
        inParts(frozen.figures(), part -> sql.insertFigures(id, part), written);
        inParts(taken.schools(), part -> names.insert(id, part), written);
        return id;
    }

    private static <T> void inParts(List<T> rows, Consumer<List<T>> write, IntConsumer written) {
        for (int from = 0; from < rows.size(); from += PART) {
            List<T> part = rows.subList(from, Math.min(rows.size(), from + PART));
            write.accept(part);
            written.accept(part.size());
        }
    }

    private static Frozen published(Handle tx, CampaignId campaign) {
        SnapshotSql sql = tx.attach(SnapshotSql.class);
        Frozen all = Frozen.NOTHING;
        for (SnapshotId id : sql.published(campaign)) {
            Frozen one = new Frozen(sql.strata(id), sql.behind(id), sql.figures(id));
            all = all.with(one);
        }
        return all;
    }

    /** The strata of a snapshot. */
    static List<Stratum> strata(Handle tx, SnapshotId id) {
        SnapshotSql sql = tx.attach(SnapshotSql.class);
        List<StratumRow> rows = sql.strata(id);
        Set<String> apart = new LinkedHashSet<>();
        rows.forEach(row -> apart.add(place(row.department(), row.schoolType(), row.collectivity())));
        Map<String, Map<String, Integer>> behind = new HashMap<>();
        for (RosterLine line : sql.behind(id)) {
            String own = place(line.department(), line.schoolType(), line.collectivity());
            String place = apart.contains(own) ? own : place(line.department(), line.schoolType(), "");
            behind.computeIfAbsent(place, unused -> new HashMap<>()).put(line.collectivity(), line.schools());
        }
        Map<String, Map<String, Weight>> weights = new HashMap<>();
        for (SnapshotSql.Held held : sql.weights(id)) {
            weights.computeIfAbsent(
                            place(held.department(), held.schoolType(), held.collectivity()), unused -> new HashMap<>())
                    .put(held.theme(), new Weight(held.held(), held.room()));
        }
        List<Stratum> strata = new ArrayList<>();
        for (StratumRow row : rows) {
            String place = place(row.department(), row.schoolType(), row.collectivity());
            strata.add(new Stratum(
                    key(row),
                    behind.getOrDefault(place, Map.of()),
                    row.heaviest(),
                    weights.getOrDefault(place, Map.of())));
        }
        return strata;
    }

    private static Stratum.Key key(StratumRow row) {
        return new Stratum.Key(
                row.academy(),
                row.department(),
                row.schoolType(),
                row.collectivity().isEmpty() ? null : row.collectivity(),
                Objects.requireNonNull(row.origin()).value());
    }

    private static String place(String department, SchoolType type, String collectivity) {
        return department + " " + type + " " + collectivity;
    }

    /** How many editions were published of a campaign. */
    int publications(CampaignId campaign) {
        return database.call(Actor.SYSTEM, tx -> tx.attach(SnapshotSql.class).publications(campaign));
    }

    /** What every published edition has told and hidden of a campaign; read for the service, whoever asks. */
    List<Published> earlier(CampaignId campaign) {
        return database.call(Actor.SYSTEM, tx -> {
            Map<SnapshotId, List<Stratum>> strata = new HashMap<>();
            Map<SnapshotId, List<Decision>> decisions = new LinkedHashMap<>();
            for (SnapshotSql.Told told : tx.attach(SnapshotSql.class).told(campaign)) {
                strata.computeIfAbsent(told.snapshot(), id -> strata(tx, id));
                decisions
                        .computeIfAbsent(told.snapshot(), unused -> new ArrayList<>())
                        .add(new Decision(
                                new Group(told.family(), told.unit(), told.slice()),
                                told.hidden().isEmpty() ? null : Hidden.valueOf(told.hidden())));
            }
            return decisions.entrySet().stream()
                    .map(entry -> new Published(strata.getOrDefault(entry.getKey(), List.of()), entry.getValue()))
                    .toList();
        });
    }
}
