package fr.preau.plan;

import fr.preau.access.Perimeter;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.access.Scope;
import fr.preau.audit.Audit;
import fr.preau.audit.Audits;
import fr.preau.audit.ThemeView;
import fr.preau.checklist.Party;
import fr.preau.database.Database;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.AssignmentId;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.Paris;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Entrusts a theme of one or of many audits to a person. It gives no right: whoever receives it may answer there already,
 * or it is refused. It ends by itself once nothing is left of what the person answers, which nobody writes: it is read.
 */
public final class Assignments {
    /** Each school's own head, in place of one person for all. */
    public static final String HEADS = "HEADS";

    private final Database database;
    private final Journal journal;
    private final Audits audits;
    private final InstantSource clock;

    public Assignments(Database database, Journal journal, Audits audits, InstantSource clock) {
        this.database = database;
        this.journal = journal;
        this.audits = audits;
        this.clock = clock;
    }

    /** What there is to choose from; not found for a theme that the person doesn't see. */
    public Assigning prepare(Principal by, AuditId audit, String theme) {
        ThemeView view = audits.theme(by, audit, theme);
        return database.call(by, tx -> prepare(tx, by, view));
    }

    /**
     * Entrusts the theme; who had it before in these audits has it no more.
     *
     * @param to id of an account, or {@link #HEADS}
     * @return in how many audits
     * @throws Refusal invalid when somebody chosen may not answer there: the right comes first
     */
    public int assign(Principal by, AuditId audit, String theme, String to, Extent extent, Set<AuditId> ticked) {
        by.needs(Scope.ANSWER);
        ThemeView view = audits.theme(by, audit, theme);
        return database.call(by, tx -> {
            Assigning assigning = prepare(tx, by, view);
            List<ThemeWork> chosen = assigning.chosen(extent, ticked);
            AssignmentSql sql = tx.attach(AssignmentSql.class);
            Instant now = clock.instant();
            List<Person> people = to.equals(HEADS) ? staff(sql, chosen, now) : assigning.people();
            sql.end(chosen.stream().map(work -> work.id().value()).toList(), theme, now, by.account());
            for (ThemeWork work : chosen) {
                Person person = receiver(people, to, work);
                AssignmentId id = sql.insert(
                                work.id(), theme, person.account(), parties(person, work), now, by.account())
                        .orElseThrow(() -> Refusal.conflict("plan.assign.meanwhile"));
                journal.record(
                        tx,
                        Entry.of(by, "theme.assigned", Audit.object(work.id()))
                                .with(Map.of(
                                        "theme", theme,
                                        "assignment", id.value(),
                                        "account", person.account().value())));
            }
            return chosen.size();
        });
    }

    /** Takes an assignment back; not found where the person doesn't answer, or when it is over. */
    public void takeBack(Principal by, AssignmentId id) {
        by.needs(Scope.ANSWER);
        database.run(by, tx -> {
            AssignmentSql sql = tx.attach(AssignmentSql.class);
            Assignment found = sql.present(id, null, null, answers(by), Paris.today(clock), null, 1).stream()
                    .findFirst()
                    .orElseThrow(Refusal::notFound);
            boolean may = sql.works(found.campaign(), found.theme(), answers(by), Paris.today(clock)).stream()
                    .anyMatch(work -> work.id().equals(found.audit())
                            && !work.answeredBy(by.grants()).isEmpty());
            if (!may) {
                throw Refusal.notFound();
            }
            sql.end(List.of(found.audit().value()), found.theme(), clock.instant(), by.account());
            journal.record(
                    tx,
                    Entry.of(by, "theme.takenBack", Audit.object(found.audit()))
                            .with(Map.of("theme", found.theme(), "assignment", id.value())));
        });
    }

    private Assigning prepare(Handle tx, Principal by, ThemeView view) {
        AssignmentSql sql = tx.attach(AssignmentSql.class);
        Audit audit = view.view().audit();
        List<ThemeWork> works =
                sql.works(audit.campaign(), view.theme().code(), answers(by), Paris.today(clock)).stream()
                        .filter(work -> !work.answeredBy(by.grants()).isEmpty())
                        .toList();
        List<UnitId> employers =
                Stream.of(by.employer(), UnitId.school(audit.uai())).distinct().toList();
        return new Assigning(
                audit, view.theme(), works, works.isEmpty() ? List.of() : sql.people(employers, clock.instant()));
    }

    private static List<Person> staff(AssignmentSql sql, List<ThemeWork> chosen, Instant at) {
        return sql.people(chosen.stream().map(work -> UnitId.school(work.uai())).toList(), at);
    }

    private static Person receiver(List<Person> people, String to, ThemeWork work) {
        Optional<Person> found = people.stream()
                .filter(person -> to.equals(HEADS)
                        ? person.heads(work.uai())
                        : person.account().toString().equals(to))
                .findFirst();
        return found.orElseThrow(() -> to.equals(HEADS)
                ? Refusal.invalid("to", "plan.assign.noHead", work.schoolName())
                : Refusal.invalid("to", "plan.assign.none"));
    }

    private static List<Party> parties(Person person, ThemeWork work) {
        List<Party> parties = work.answeredBy(person.rights());
        if (parties.isEmpty()) {
            throw Refusal.invalid("to", "plan.assign.noRight", person.name(), work.schoolName());
        }
        return parties;
    }

    private static Perimeter answers(Principal by) {
        return by.perimeter(Role.AGENT, Role.ESTABLISHMENT);
    }
}
