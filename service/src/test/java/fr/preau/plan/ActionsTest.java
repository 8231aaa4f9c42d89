package fr.preau.plan;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.checklist.Verdict;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.ActionId;
import fr.preau.kernel.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From a weak answer to an action, and along its life. */
class ActionsTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static Doing doing;
    private static Scene scene;
    private static Principal agent;

    @BeforeAll
    static void stage() {
        doing = new Doing(DB);
        scene = doing.scene;
        agent = scene.agent();
    }

    @BeforeEach
    void startAgain() {
        doing.startAgain();
    }

    @Test
    void is_planned_for_all_schools_that_share_the_weakness_and_for_no_other() {
        doing.answer(agent, Scene.COLLEGE, Verdict.PARTIEL);
        doing.answer(agent, Scene.SECOND_COLLEGE, Verdict.NE_SAIT_PAS);
        doing.answer(agent, Scene.THIRD_COLLEGE, Verdict.CONFORME);
        doing.answer(scene.townAgent(), Scene.SCHOOL, Verdict.NON_CONFORME);
        ActionId id = doing.plan(agent, Scene.COLLEGE, Doing.SPRING, Extent.ALL);
        ActionView view = doing.actions.show(agent, id);
        assertThat(view.schools()).extracting(SchoolAnswer::uai).containsExactly(Scene.COLLEGE, Scene.SECOND_COLLEGE);
        assertThat(view.action().owner()).isEqualTo(Scene.VALLEYS);
        assertThat(view.action().cost()).isEqualTo(1_200);
        doing.answer(agent, Scene.THIRD_COLLEGE, Verdict.PARTIEL);
        assertThat(doing.actions.show(agent, id).schools())
                .as("the set is fixed")
                .hasSize(2);
    }

    @Test
    void is_planned_for_one_school_or_a_list_and_never_for_a_school_without_the_weakness() {
        doing.answer(agent, Scene.COLLEGE, Verdict.PARTIEL);
        doing.answer(agent, Scene.SECOND_COLLEGE, Verdict.PARTIEL);
        doing.answer(agent, Scene.THIRD_COLLEGE, Verdict.CONFORME);
        ActionId one = doing.plan(agent, Scene.COLLEGE, Doing.SPRING, Extent.ONE);
        ActionId list = doing.plan(agent, Scene.COLLEGE, Doing.SPRING, Extent.LIST, Scene.SECOND_COLLEGE);
        assertThat(doing.actions.show(agent, one).action().uais()).isEqualTo(Scene.COLLEGE.value());
        assertThat(doing.actions.show(agent, list).action().uais()).isEqualTo(Scene.SECOND_COLLEGE.value());
        Doing.refused(
                Problem.NotFound.class,
                () -> doing.plan(agent, Scene.COLLEGE, Doing.SPRING, Extent.LIST, Scene.THIRD_COLLEGE));
        Doing.refused(Problem.Invalid.class, () -> doing.plan(agent, Scene.COLLEGE, Doing.SPRING, Extent.LIST));
        Doing.refused(Problem.Conflict.class, () -> doing.plan(agent, Scene.THIRD_COLLEGE, Doing.SPRING, Extent.ONE));
        Doing.refused(
                Problem.Invalid.class, () -> doing.plan(agent, Scene.COLLEGE, LocalDate.of(2026, 11, 22), Extent.ONE));
    }

    @Test
    void is_planned_by_who_may_answer_alone() {
        doing.answer(agent, Scene.COLLEGE, Verdict.NON_CONFORME);
        Doing.refused(
                Problem.NotFound.class, () -> doing.plan(scene.townAgent(), Scene.COLLEGE, Doing.SPRING, Extent.ONE));
        Doing.refused(
                Problem.NotFound.class, () -> doing.plan(scene.reviewer(), Scene.COLLEGE, Doing.SPRING, Extent.ONE));
        scene.answerAll(agent, scene.audit(Scene.COLLEGE), Verdict.PARTIEL);
        var notTheSchools = scene.audits.view(agent, scene.audit(Scene.COLLEGE)).cells().stream()
                .filter(cell -> cell.party() == fr.preau.checklist.Party.COLLECTIVITE)
                .findFirst()
                .orElseThrow();
        Doing.refused(
                Problem.Forbidden.class,
                () -> doing.plans.prepare(scene.head(), scene.audit(Scene.COLLEGE), notTheSchools.control()));
    }

    @Test
    void outlives_its_campaign_and_follows_a_school_that_moves() {
        ActionId id = doing.planned(agent, Doing.SPRING);
        Principal other = scene.person(
                "Agente d’ailleurs",
                Scene.OTHER_TOWN,
                new fr.preau.access.Grant(fr.preau.access.Role.AGENT, Scene.OTHER_TOWN));
        Doing.refused(Problem.NotFound.class, () -> doing.actions.show(other, id));
        scene.at("2027-02-15T09:00:00Z");
        assertThat(doing.actions.show(agent, id).schools()).hasSize(3);
        scene.move(Scene.THIRD_COLLEGE, Scene.OTHER_TOWN);
        ActionView moved = doing.actions.show(other, id);
        assertThat(moved.schools()).extracting(SchoolAnswer::uai).containsExactly(Scene.THIRD_COLLEGE);
        assertThat(moved.steps()).as("it stays with the unit that planned it").isEmpty();
        assertThat(doing.actions.show(agent, id).schools()).hasSize(2);
        doing.take(agent, id, ActionStep.FINISH);
        assertThat(doing.actions.show(other, id).action().state()).isEqualTo(ActionState.DONE);
    }

    @Test
    void goes_along_its_table_and_no_other_way() {
        ActionId id = doing.planned(agent, Doing.SPRING);
        for (ActionStep step : ActionStep.values()) {
            for (ActionState from : ActionState.values()) {
                DB.owner()
                        .useHandle(tx -> tx.execute(
                                "UPDATE corrective_action SET state = ? WHERE id = ?", from.name(), id.value()));
                if (step.leaves(from)) {
                    doing.take(agent, id, step);
                    assertThat(doing.actions.show(agent, id).action().state()).isEqualTo(step.to());
                } else {
                    Doing.refused(Problem.Conflict.class, () -> doing.take(agent, id, step));
                }
            }
        }
    }

    @Test
    void is_moved_by_its_keepers_and_by_who_does_the_work_everywhere() {
        ActionId many = doing.planned(agent, Doing.SPRING);
        ActionId one = doing.plan(agent, Scene.COLLEGE, Doing.SPRING, Extent.ONE);
        Principal head = scene.head();
        assertThat(doing.actions.show(head, many).steps()).isEmpty();
        boolean shared = doing.actions.show(head, one).schools().get(0).answeredBy(head.grants(), LocalDate.EPOCH);
        assertThat(shared)
                .as("SAU-02 falls to the school too, or this test shows nothing")
                .isTrue();
        doing.take(head, one, ActionStep.START);
        Doing.refused(Problem.Forbidden.class, () -> doing.take(head, one, ActionStep.GIVE_UP));
        Doing.refused(Problem.Forbidden.class, () -> doing.take(head, many, ActionStep.START));
        Doing.refused(
                Problem.Forbidden.class,
                () -> doing.actions.change(head, one, 2, Doing.action("Autre chose", Doing.SPRING)));
        doing.actions.change(agent, one, 2, Doing.action("Autre chose", Doing.SPRING.plusDays(3)));
        assertThat(doing.actions.show(head, one).action().title()).isEqualTo("Autre chose");
        Doing.refused(
                Problem.Stale.class,
                () -> doing.actions.change(agent, one, 2, Doing.action("Trop tard", Doing.SPRING)));
        Doing.refused(Problem.Stale.class, () -> doing.actions.take(agent, one, 1, ActionStep.FINISH));
    }

    @Test
    void stands_on_the_board_late_first_then_by_state_and_day() {
        ActionId planned = doing.planned(agent, Doing.SPRING);
        ActionId late = doing.plan(agent, Scene.COLLEGE, LocalDate.of(2026, 12, 1), Extent.ONE);
        ActionId later = doing.plan(agent, Scene.COLLEGE, LocalDate.of(2026, 12, 3), Extent.ONE);
        ActionId begun = doing.plan(agent, Scene.COLLEGE, Doing.SPRING.plusYears(1), Extent.ONE);
        ActionId done = doing.plan(agent, Scene.COLLEGE, LocalDate.of(2026, 12, 1), Extent.ONE);
        doing.take(agent, begun, ActionStep.START);
        doing.take(agent, done, ActionStep.FINISH);
        scene.at("2026-12-13T09:00:00Z");
        assertThat(doing.seen(agent)).containsExactly(late, later, begun, planned, done);
        CorrectiveAction first = doing.actions.show(agent, late).action();
        assertThat(first.when(LocalDate.of(2026, 12, 13)).args()).containsExactly(12L);
        assertThat(parts(2)).as("by parts").containsExactly(late, later, begun, planned, done);
        Board board = doing.actions.board(agent, ActionFilter.ALL.at(Place.LATE), null);
        assertThat(board.page().items()).extracting(CorrectiveAction::id).containsExactly(late, later);
        assertThat(board.count(Place.LATE)).isEqualTo(2);
        assertThat(board.total()).isEqualTo(5);
        assertThat(filtered("", "passerelle")).hasSize(5);
        assertThat(filtered("", "tilleuls")).containsExactly(planned);
        assertThat(filtered("RES", "")).isEmpty();
    }

    @Test
    void leaves_one_entry_a_write_that_shows_in_each_schools_history() {
        ActionId id = doing.planned(agent, Doing.SPRING);
        doing.take(agent, id, ActionStep.START);
        doing.take(agent, id, ActionStep.FINISH);
        List<String> told =
                scene.histories.read(agent, scene.audit(Scene.SECOND_COLLEGE), Long.MAX_VALUE).page().items().stream()
                        .map(trace -> trace.action())
                        .filter(action -> action.startsWith("action."))
                        .limit(3)
                        .toList();
        assertThat(told).containsExactly("action.finished", "action.started", "action.planned");
    }

    private List<ActionId> parts(int size) {
        List<ActionId> all = new ArrayList<>();
        ActionId after = null;
        do {
            Board part = doing.actions.board(agent, ActionFilter.ALL, after, size);
            part.page().items().forEach(action -> all.add(action.id()));
            String next = part.page().next();
            after = next == null ? null : ActionId.fromString(next);
        } while (after != null);
        return all;
    }

    private List<ActionId> filtered(String theme, String text) {
        ActionFilter filter = new ActionFilter(null, null, theme, "", null, text);
        return doing.actions.board(agent, filter, null).page().items().stream()
                .map(CorrectiveAction::id)
                .toList();
    }
}
