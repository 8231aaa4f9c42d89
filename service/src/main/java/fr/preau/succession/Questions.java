package fr.preau.succession;

import fr.preau.access.Perimeter;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.access.Scope;
import fr.preau.audit.RosterChanges;
import fr.preau.audit.RosterWaiting;
import fr.preau.database.Database;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.Paris;
import fr.preau.kernel.Refusal;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What imports have found and left to people, for who administers the schools concerned. A question is closed by the
 * decision that it asks for, on a roster or about a collectivity, or here, without effect and with a reason.
 */
public final class Questions {
    /** Most lines that a page shows, and so that one closing takes. */
    public static final int MOST = 200;

    private final Database database;
    private final Journal journal;
    private final InstantSource clock;

    public Questions(Database database, Journal journal, InstantSource clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * What waits.
     *
     * @param questions {@value #MOST} at most; the next appear once these are closed
     * @param rosters open campaigns that the person runs and whose audits wait for a decision, whatever was asked
     * @param closes whether the person may close a school that is absent from the directory
     */
    public record Waiting(List<Question> questions, List<RosterWaiting> rosters, boolean closes) {
        public List<Question> of(Question.Kind kind) {
            return questions.stream().filter(one -> one.kind() == kind).toList();
        }
    }

    /** Those of the units that the person administers. */
    public Waiting waiting(Principal by) {
        List<String> run = by.held(Role.ADMINISTRATOR, Role.EDITOR).stream()
                .map(grant -> grant.unit().toString())
                .toList();
        Perimeter perimeter = by.perimeter(Role.ADMINISTRATOR);
        return database.running(
                by,
                tx -> new Waiting(
                        tx.attach(QuestionSql.class).waiting(perimeter, run, Paris.today(clock), MOST),
                        RosterChanges.waiting(tx, by, Paris.today(clock)),
                        ofState(perimeter)));
    }

    /**
     * Closes those that still wait and lie in the person's units; the others are left.
     *
     * @param closes of absent schools: closes these too, which the rosters of open campaigns then ask about
     * @return how many were closed
     * @throws Refusal invalid, without a line or a reason; conflict, when none waits any more
     */
    public int settle(Principal by, Question.Kind kind, Set<Long> ids, boolean closes, String why) {
        by.needs(Scope.SESSION);
        if (ids.isEmpty() || ids.size() > MOST) {
            throw Refusal.invalid("question-" + kind, "campaign.roster.none", MOST);
        }
        String reason = NewSuccession.reason("reason-" + kind, why);
        boolean closing = closes && kind == Question.Kind.ABSENT;
        return database.call(by, tx -> {
            QuestionSql sql = tx.attach(QuestionSql.class);
            List<String> units = sql
                    .settle(
                            by.perimeter(Role.ADMINISTRATOR),
                            List.copyOf(ids),
                            kind,
                            new QuestionSql.Outcome(closing, reason),
                            clock.instant(),
                            by.account())
                    .stream()
                    .map(QuestionSql.Settled::unit)
                    .sorted()
                    .toList();
            if (units.isEmpty()) {
                throw Refusal.conflict("succession.questions.stale");
            }
            if (closing) {
                sql.close(units);
            }
            journal.record(
                    tx,
                    Entry.of(by, closing ? "school.closed" : "question.closed", "territory")
                            .with(Map.of("kind", kind.name(), "questions", units.size()))
                            .text(reason)
                            .touching(units.stream().map(unit -> "unit/" + unit).toList()));
            return units.size();
        });
    }

    private static boolean ofState(Perimeter p) {
        return p.nation()
                || !p.regions().isEmpty()
                || !p.academies().isEmpty()
                || !p.departments().isEmpty();
    }
}
