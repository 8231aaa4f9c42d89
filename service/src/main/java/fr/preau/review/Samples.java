package fr.preau.review;

import fr.preau.access.Grant;
import fr.preau.access.Perimeter;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.access.Scope;
import fr.preau.access.Unit;
import fr.preau.audit.Audit;
import fr.preau.audit.AuditView;
import fr.preau.audit.Audits;
import fr.preau.audit.CampaignLine;
import fr.preau.database.Database;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Message;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.SampleId;
import fr.preau.kernel.UnitId;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Draws schools to visit, and keeps what was seen there beside what was declared. For reviewers, in their units. */
public final class Samples {
    private final Database database;
    private final Journal journal;
    private final Audits audits;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    public Samples(Database database, Journal journal, Audits audits, InstantSource clock) {
        this.database = database;
        this.journal = journal;
        this.audits = audits;
        this.clock = clock;
    }

    /** A sample with its schools. */
    public record Drawn(Sample sample, List<SampleSchool> schools) {
        public Drawn {
            schools = List.copyOf(schools);
        }

        /** What a stratum is called. */
        public Message label(String stratum) {
            return switch (sample.strata()) {
                case TYPE -> Message.of("checklist.type." + stratum);
                case SIZE -> Message.of("review.stratum.size." + stratum);
                case COLLECTIVITY ->
                    schools.stream()
                            .filter(one -> one.stratum().equals(stratum))
                            .map(SampleSchool::collectivityName)
                            .filter(Objects::nonNull)
                            .findFirst()
                            .map(name -> Message.of("review.stratum.named", name))
                            .orElse(Message.of("audit.collectivity.none"));
            };
        }

        /** How often what was seen agrees with what was declared, over all and by stratum. */
        public List<Agreement> agreements() {
            return Agreement.of(schools);
        }
    }

    /**
     * The sheet of one school.
     *
     * @param seen what was recorded, empty before the visit
     */
    public record Visit(Sample sample, SampleSchool school, AuditView view, List<Sighting> seen) {
        public Visit {
            seen = List.copyOf(seen);
        }

        public Optional<Sighting> of(ControlCode control) {
            return seen.stream().filter(one -> one.control().equals(control)).findFirst();
        }

        public String href() {
            return sample.href() + "/" + school.audit();
        }
    }

    /** The campaigns of which the person sees something: those that one may draw from. */
    public List<CampaignLine> campaigns(Principal by) {
        return audits.campaigns(by).stream()
                .filter(one -> one.openedAt() != null)
                .toList();
    }

    /** The units in which the person reviews: those in which they may draw. */
    public static List<UnitId> units(Principal by) {
        return by.held(Role.REVIEWER).stream().map(Grant::unit).distinct().toList();
    }

    /** The same units by their names. */
    public List<Unit> named(Principal by) {
        return database.call(by, tx -> tx.attach(SampleSql.class).units(units(by)));
    }

    /** The samples of the reviewer's units, newest first. */
    public List<Sample> list(Principal by) {
        return database.call(by, tx -> tx.attach(SampleSql.class).list(null, units(by)));
    }

    /**
     * Draws a sample.
     *
     * @throws Refusal not found for a unit in which the person does not review or a campaign that they don't see; conflict
     *     when no school is rendered
     */
    public SampleId draw(Principal by, NewSample sample) {
        by.needs(Scope.REVIEW);
        if (!units(by).contains(sample.unit())
                || campaigns(by).stream().noneMatch(one -> one.id().equals(sample.campaign()))) {
            throw Refusal.notFound();
        }
        Long given = sample.seed();
        long seed = given == null ? random.nextInt(1_000_000_000) : given;
        return database.call(by, tx -> {
            SampleSql sql = tx.attach(SampleSql.class);
            Perimeter p = Perimeter.of(List.of(sample.unit()));
            List<Draw.Candidate> frame = sql.frame(sample.campaign(), sample.strata(), p);
            if (frame.isEmpty()) {
                throw Refusal.conflict("review.sample.nobody");
            }
            SampleId id = sql.insert(sample, seed, frame.size(), Draw.digest(frame), clock.instant(), by.account());
            List<Draw.Drawn> drawn = Draw.of(frame, seed, sample.size());
            sql.insertSchools(id, drawn);
            journal.record(
                    tx,
                    Entry.of(by, "sample.drawn", "sample/" + id)
                            .with(Map.of("seed", seed, "schools", drawn.size(), "frame", frame.size()))
                            .touching(drawn.stream()
                                    .map(one -> Audit.object(one.audit()))
                                    .toList()));
            return id;
        });
    }

    /** A sample with its schools; outside the reviewer's units it is not found. */
    public Drawn get(Principal by, SampleId id) {
        return database.call(by, tx -> get(tx, by, id));
    }

    /** One school's sheet: what is declared, as far as the reviewer sees it, and what was seen. */
    public Visit visit(Principal by, SampleId id, AuditId audit) {
        return database.call(by, tx -> {
            Drawn drawn = get(tx, by, id);
            SampleSchool school = drawn.schools().stream()
                    .filter(one -> one.audit().equals(audit))
                    .findFirst()
                    .orElseThrow(Refusal::notFound);
            List<Sighting> seen = tx.attach(SampleSql.class).sightings(id, audit);
            return new Visit(drawn.sample(), school, audits.view(tx, by, audit), seen);
        });
    }

    /** The sheets of all schools of a sample that the reviewer may see, in the sample's order. */
    public List<Visit> visits(Principal by, SampleId id) {
        return database.call(by, tx -> {
            Drawn drawn = get(tx, by, id);
            SampleSql sql = tx.attach(SampleSql.class);
            return drawn.schools().stream()
                    .map(school -> new Visit(
                            drawn.sample(),
                            school,
                            audits.view(tx, by, school.audit()),
                            sql.sightings(id, school.audit())))
                    .toList();
        });
    }

    /**
     * Records a visit, in the place of what was recorded before.
     *
     * @param version of the record that the person has seen
     * @throws Refusal stale when somebody recorded it meanwhile
     */
    public void record(Principal by, SampleId id, AuditId audit, int version, List<Sighting> seen) {
        by.needs(Scope.REVIEW);
        visit(by, id, audit);
        database.run(by, tx -> {
            SampleSql sql = tx.attach(SampleSql.class);
            if (sql.next(id, audit, version) == 0) {
                throw new Refusal(new Problem.Stale(Message.of("review.visit.stale"), null));
            }
            sql.forget(id, audit);
            List<Map<String, String>> rows = seen.stream().map(Sighting::row).toList();
            int recorded = sql.record(id, audit, rows, by.account(), clock.instant());
            if (recorded < rows.size()) {
                throw Refusal.invalid("", "review.visit.notAsked");
            }
            journal.record(
                    tx,
                    Entry.of(by, "sample.visited", "sample/" + id + "/" + audit)
                            .with(Map.of("controls", recorded, "version", version + 1)));
        });
    }

    private static Drawn get(Handle tx, Principal by, SampleId id) {
        SampleSql sql = tx.attach(SampleSql.class);
        Sample sample = sql.list(id, units(by)).stream().findFirst().orElseThrow(Refusal::notFound);
        return new Drawn(sample, sql.schools(id, by.perimeter(Role.REVIEWER)));
    }
}
