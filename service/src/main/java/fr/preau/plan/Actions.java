package fr.preau.plan;

import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.access.Scope;
import fr.preau.audit.Audits;
import fr.preau.checklist.Checklists;
import fr.preau.database.Database;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.ActionId;
import fr.preau.kernel.Message;
import fr.preau.kernel.Page;
import fr.preau.kernel.Paris;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Reads corrective actions and moves them along {@link ActionStep}. One sees an action by the schools of it of which one
 * sees the answer; planning one is {@link Plans}.
 */
public final class Actions {
    public static final int PAGE = 50;

    private final Database database;
    private final Journal journal;
    private final Audits audits;
    private final Checklists checklists;
    private final InstantSource clock;

    public Actions(Database database, Journal journal, Audits audits, Checklists checklists, InstantSource clock) {
        this.database = database;
        this.journal = journal;
        this.audits = audits;
        this.checklists = checklists;
        this.clock = clock;
    }

    /**
     * A part of the board.
     *
     * @param after last action of the previous part, null for the first
     */
    public Board board(Principal by, ActionFilter filter, @Nullable ActionId after) {
        return board(by, filter, after, PAGE);
    }

    Board board(Principal by, ActionFilter filter, @Nullable ActionId after, int size) {
        LocalDate today = Paris.today(clock);
        Eyes eyes = Eyes.of(by);
        return database.call(by, tx -> {
            readings(tx, by);
            ActionSql sql = tx.attach(ActionSql.class);
            List<CorrectiveAction> rows = sql.board(
                    null, eyes.own(), eyes.state(), eyes.judge(), filter.within(), today, filter, after, size + 1);
            return new Board(
                    filter,
                    sql.counts(
                            eyes.own(),
                            eyes.state(),
                            eyes.judge(),
                            filter.within(),
                            today,
                            filter,
                            CorrectiveAction.SOON),
                    Page.of(rows, size, row -> row.id().toString()),
                    checklists.latest().themes(),
                    List.of(),
                    today);
        });
    }

    /** The first actions about a unit's schools, and how many there are in each place. */
    public Board under(Principal by, UnitId unit, int most) {
        return board(by, new ActionFilter(null, null, "", "", null, "", unit), null, most);
    }

    /** The board with the campaigns that its filter offers, for a page. */
    public Board page(Principal by, ActionFilter filter, @Nullable ActionId after) {
        Board board = board(by, filter, after);
        return new Board(
                filter,
                board.counts(),
                board.page(),
                board.themes(),
                audits.campaigns(by).stream()
                        .filter(line -> line.openedAt() != null)
                        .toList(),
                board.today());
    }

    /** Records that the board was taken as a file. */
    void recordExport(Principal by) {
        database.run(by, tx -> journal.record(tx, Entry.of(by, "actions.exported", "account/" + by.account())));
    }

    /** One action, with its schools that the person sees. */
    public ActionView show(Principal by, ActionId id) {
        return database.call(by, tx -> {
            readings(tx, by);
            return view(tx, by, id);
        });
    }

    /**
     * Changes what is written of an action that is not over.
     *
     * @param seen version that the person has seen
     * @throws Refusal forbidden for who doesn't act in its unit's name; stale when somebody has changed it since
     */
    public void change(Principal by, ActionId id, int seen, NewAction action) {
        by.needs(Scope.ANSWER);
        database.run(by, tx -> {
            ActionView view = view(tx, by, id);
            CorrectiveAction before = view.action();
            mayKeep(view);
            if (!before.state().open()) {
                throw Refusal.conflict("plan.over." + before.state().name());
            }
            if (!action.dueOn().equals(before.dueOn())) {
                Plans.mustCome(action.dueOn(), view.today());
            }
            if (tx.attach(ActionSql.class).change(id, seen, action, clock.instant(), by.account()) == 0) {
                throw stale();
            }
            journal.record(
                    tx,
                    Entry.of(by, "action.changed", before.object())
                            .change(Plans.facts(before.written()), Plans.facts(action))
                            .text(action.text()));
        });
    }

    /**
     * Takes one step of an action's life.
     *
     * @throws Refusal forbidden for who may not; conflict from where it stands; stale when somebody has changed it since
     */
    public void take(Principal by, ActionId id, int seen, ActionStep step) {
        by.needs(Scope.ANSWER);
        database.run(by, tx -> {
            ActionView view = view(tx, by, id);
            CorrectiveAction before = view.action();
            if (!view.allowed(step)) {
                throw Refusal.forbidden("plan.notYours." + step.taker().name(), before.ownerLabel());
            }
            if (!step.leaves(before.state())) {
                throw Refusal.conflict("plan.over." + before.state().name());
            }
            List<String> from = step.from().stream().map(ActionState::name).toList();
            if (tx.attach(ActionSql.class).move(id, seen, from, step.to(), clock.instant(), by.account()) == 0) {
                throw stale();
            }
            journal.record(
                    tx,
                    Entry.of(by, step.action(), before.object())
                            .change(
                                    Map.of("state", before.state().name()),
                                    Map.of("state", step.to().name()))
                            .touching(view.schools().stream()
                                    .map(school -> "audit/" + school.id())
                                    .toList()));
        });
    }

    /** The action in the caller's transaction, not found when no school of it is seen. */
    ActionView view(Handle tx, Principal by, ActionId id) {
        LocalDate today = Paris.today(clock);
        Eyes eyes = Eyes.of(by);
        ActionSql sql = tx.attach(ActionSql.class);
        CorrectiveAction action = sql
                .board(
                        id,
                        eyes.own(),
                        eyes.state(),
                        eyes.judge(),
                        ActionFilter.ALL.within(),
                        today,
                        ActionFilter.ALL,
                        null,
                        1)
                .stream()
                .findFirst()
                .orElseThrow(Refusal::notFound);
        List<SchoolAnswer> schools = sql.schools(id, eyes.own(), eyes.state(), eyes.judge(), today);
        boolean keeps = by.held(Role.AGENT, Role.ESTABLISHMENT).stream()
                .anyMatch(grant -> grant.unit().equals(action.owner()));
        boolean does = schools.size() == action.schools()
                && schools.stream().allMatch(school -> school.answeredBy(by.grants(), today));
        return new ActionView(
                action,
                checklists.get(action.checklist()).control(action.control()),
                schools,
                keeps,
                keeps || does,
                today);
    }

    private static void mayKeep(ActionView view) {
        if (!view.keeps()) {
            throw Refusal.forbidden("plan.notYours.KEEPER", view.action().ownerLabel());
        }
    }

    private static Refusal stale() {
        return new Refusal(new Problem.Stale(Message.of("plan.stale"), null));
    }

    /** As {@code Readings}: who comes by a right on the whole nation leaves an entry. */
    private void readings(Handle tx, Principal by) {
        boolean national = by.held(Role.AGENT, Role.REVIEWER).stream()
                .anyMatch(grant -> grant.unit().equals(UnitId.NATION));
        if (national) {
            journal.recordReading(tx, Entry.of(by, "actions.listed", "account/" + by.account()));
        }
    }
}
