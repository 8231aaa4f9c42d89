package fr.preau.review;

import fr.preau.access.Perimeter;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.access.Scope;
import fr.preau.access.Unit;
import fr.preau.audit.Audit;
import fr.preau.audit.AuditState;
import fr.preau.database.Database;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Page;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import fr.preau.territory.Territory;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What waits for a reviewer in their units, in four orders; and the validation of many at once. */
public final class Queues {
    public static final int PAGE = 50;
    /** Most audits that are validated together, and so that a page shows. */
    public static final int MOST = 500;

    private final Database database;
    private final Journal journal;
    private final InstantSource clock;
    private final Trail trail;

    public Queues(Database database, Journal journal, InstantSource clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
        trail = new Trail(journal, clock);
    }

    /** What keeps an audit from being validated with others. */
    public enum Obstacle {
        STATE,
        OWN,
        WEAK,
        OPINION,
        FOUR_EYES
    }

    /** An audit that was not validated with the others, and why. */
    public record Kept(AuditId audit, String schoolName, AuditState state, Obstacle obstacle) {
        /** Message key of the reason, and of what to do. */
        public String why() {
            return switch (obstacle) {
                case STATE -> "review.wrongState." + state.name();
                case OWN -> "review.ownWork";
                case WEAK -> "review.many.weak";
                case OPINION -> "review.many.opinion";
                case FOUR_EYES -> "review.many.fourEyes";
            };
        }
    }

    /** What came of a validation of many. */
    public record Done(int validated, List<Kept> kept) {
        public Done {
            kept = List.copyOf(kept);
        }
    }

    /**
     * By what the queue can be narrowed, and by what it is.
     *
     * @param unit the chosen one, null for none
     */
    public record Narrowing(
            List<NamedCampaign> campaigns,
            List<Unit> units,
            @Nullable Unit unit) {
        public Narrowing {
            campaigns = List.copyOf(campaigns);
            units = List.copyOf(units);
        }
    }

    /**
     * A page of what waits; any page costs what the first does.
     *
     * @throws Refusal not found for a campaign or a unit of which the reviewer sees nothing
     */
    public Page<QueueLine> page(Principal by, QueueChoice choice, @Nullable AuditId after) {
        Perimeter p = by.perimeter(Role.REVIEWER);
        return database.call(by, tx -> {
            mustSee(tx, by, choice);
            QueueSql sql = tx.attach(QueueSql.class);
            List<AuditId> found = ids(sql, p, choice, after);
            return Page.of(
                    sql.lines(p, by.account(), found), PAGE, row -> row.id().toString());
        });
    }

    private static List<AuditId> ids(QueueSql sql, Perimeter p, QueueChoice choice, @Nullable AuditId after) {
        Perimeter w = choice.within();
        CampaignId campaign = choice.campaign();
        return switch (choice.order()) {
            case OLDEST -> sql.oldest(p, w, campaign, after, PAGE + 1);
            case PLACE -> sql.places(p, w, campaign, after, PAGE + 1);
            case WEAK -> sql.weakest(p, w, campaign, after, PAGE + 1);
            case CHANGE -> sql.changed(p, w, campaign, after, PAGE + 1);
        };
    }

    /** By what the reviewer can narrow the queue: campaigns of which something waits, units below their own. */
    public Narrowing narrowing(Principal by, QueueChoice choice) {
        Perimeter p = by.perimeter(Role.REVIEWER);
        return database.call(by, tx -> {
            QueueSql sql = tx.attach(QueueSql.class);
            return new Narrowing(sql.campaigns(p), sql.units(p), mustSee(tx, by, choice));
        });
    }

    /** The chosen unit, one of the State's at or below one's own, or a collectivity with an audit there. */
    private static @Nullable Unit mustSee(Handle tx, Principal by, QueueChoice choice) {
        QueueSql sql = tx.attach(QueueSql.class);
        Perimeter p = by.perimeter(Role.REVIEWER);
        CampaignId campaign = choice.campaign();
        if (campaign != null && sql.campaign(p, campaign).isEmpty()) {
            throw Refusal.notFound();
        }
        UnitId unit = choice.unit();
        if (unit == null) {
            return null;
        }
        boolean below = unit.kind().ofState()
                && Territory.chain(tx, unit).stream()
                        .anyMatch(one -> Samples.units(by).contains(one.id()));
        if (!below && !(unit.kind() == UnitId.Kind.COLLECTIVITY && sql.collectivity(p, unit.code()))) {
            throw Refusal.notFound();
        }
        return Territory.unit(tx, unit)
                .map(one -> new Unit(one.id(), one.name()))
                .orElseThrow(Refusal::notFound);
    }

    /**
     * What the reviewer can validate together: no weak answer at the base level and nothing doubted; {@value #MOST} at
     * most, the oldest.
     */
    public List<QueueLine> sound(Principal by, QueueChoice choice) {
        Perimeter p = by.perimeter(Role.REVIEWER);
        return database.call(by, tx -> {
            mustSee(tx, by, choice);
            QueueSql sql = tx.attach(QueueSql.class);
            return sql.lines(p, by.account(), sql.sound(p, choice.within(), choice.campaign(), by.account(), MOST));
        });
    }

    /**
     * Validates together those of the audits that can be; the others are named, each with its reason. One entry of the
     * journal lists what was validated.
     *
     * @throws Refusal invalid for none or too many; not found for one outside the reviewer's units, before any is validated
     */
    public Done validate(Principal by, Set<AuditId> audits) {
        by.needs(Scope.REVIEW);
        if (audits.isEmpty() || audits.size() > MOST) {
            throw Refusal.invalid("audit", "review.many.none", MOST);
        }
        Perimeter p = by.perimeter(Role.REVIEWER);
        List<AuditId> asked = List.copyOf(audits);
        return database.call(by, tx -> {
            QueueSql sql = tx.attach(QueueSql.class);
            List<Kept> before = sql.kept(p, by.account(), asked);
            if (before.size() < asked.size()) {
                throw Refusal.notFound();
            }
            List<AuditId> validated = sql.validateMany(p, by.account(), clock.instant(), asked);
            record(tx, by, validated);
            return new Done(
                    validated.size(),
                    before.stream()
                            .filter(one -> !validated.contains(one.audit()))
                            .toList());
        });
    }

    private void record(Handle tx, Principal by, List<AuditId> validated) {
        if (validated.isEmpty()) {
            return;
        }
        trail.judgedTogether(tx, by, validated);
        journal.record(
                tx,
                Entry.of(by, "audits.validated", "account/" + by.account())
                        .with(Map.of("state", AuditState.VALIDATED.name()))
                        .touching(validated.stream().map(Audit::object).toList()));
    }
}
