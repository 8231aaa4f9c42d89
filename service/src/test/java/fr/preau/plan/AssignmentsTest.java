package fr.preau.plan;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.Scene;
import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.checklist.Party;
import fr.preau.checklist.Verdict;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Uai;
import fr.preau.kernel.UnitId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A theme goes to somebody who may answer there already, waits on their page, and ends by itself. */
class AssignmentsTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final String BACKUP = "SAU";

    private static Doing doing;
    private static Scene scene;
    private static Assignments assignments;
    private static Todos todos;
    private static Principal agent;
    private static Principal colleague;
    private static Principal newcomer;
    private static Principal head;

    @BeforeAll
    static void stage() {
        doing = new Doing(DB);
        scene = doing.scene;
        assignments = new Assignments(scene.database, scene.journal, scene.audits, scene.clock);
        todos = new Todos(scene.database, scene.checklists, scene.clock);
        agent = scene.agent();
        colleague = scene.agent();
        newcomer = scene.person("Nouvelle venue", Scene.VALLEYS);
        head = scene.head();
    }

    @BeforeEach
    void startAgain() {
        DB.owner().useHandle(owner -> owner.execute("DELETE FROM assignment"));
        doing.startAgain();
    }

    @Test
    void waits_on_the_page_of_who_received_it_until_nothing_is_left() {
        give(colleague.account().toString(), Extent.ONE);
        Todo todo = todos.of(colleague, null);
        assertThat(todo.entrusted().items()).hasSize(1);
        Assignment task = todo.entrusted().items().get(0);
        assertThat(task.giverName()).isEqualTo(agent.name());
        assertThat(todo.title(task)).isNotEqualTo(BACKUP);
        int left = task.unanswered();
        doing.answer(agent, Scene.COLLEGE, Verdict.CONFORME);
        assertThat(todos.of(colleague, null).unanswered()).isEqualTo(left - 1);
        answerTheme(agent, Scene.COLLEGE);
        assertThat(todos.of(colleague, null).entrusted().items()).isEmpty();
        assertThat(todos.of(agent, null).given()).isEmpty();
    }

    @Test
    void asks_the_schools_head_for_what_falls_to_the_school_alone() {
        give(head.account().toString(), Extent.ONE);
        Assignment task = todos.of(head, null).entrusted().items().get(0);
        long theirs = scene.audits.theme(head, scene.audit(Scene.COLLEGE), BACKUP).cells().stream()
                .filter(cell -> cell.party() == Party.ETABLISSEMENT || cell.party() == Party.PARTAGE)
                .count();
        assertThat((long) task.asked()).isEqualTo(theirs).isPositive();
    }

    @Test
    void gives_no_right_and_is_refused_until_there_is_one() {
        Doing.refused(Problem.Invalid.class, () -> give(newcomer.account().toString(), Extent.ONE));
        Doing.refused(Problem.Invalid.class, () -> give(head.account().toString(), Extent.ALL));
        Doing.refused(Problem.Invalid.class, () -> give("999999", Extent.ONE));
        Doing.refused(
                Problem.Invalid.class, () -> give(scene.townAgent().account().toString(), Extent.ONE));
        assertThat(count()).as("all or nothing").isZero();
        scene.accounts.grant(fr.preau.kernel.Actor.SYSTEM, newcomer.account(), new Grant(Role.AGENT, Scene.VALLEYS));
        assertThat(give(newcomer.account().toString(), Extent.ALL)).isEqualTo(3);
    }

    @Test
    void goes_to_each_schools_own_head() {
        Doing.refused(Problem.Invalid.class, () -> give(Assignments.HEADS, Extent.ALL));
        for (Uai school : List.of(Scene.SECOND_COLLEGE, Scene.THIRD_COLLEGE)) {
            UnitId unit = UnitId.school(school);
            scene.person("Principal de " + school, unit, new Grant(Role.ESTABLISHMENT, unit));
        }
        assertThat(give(Assignments.HEADS, Extent.ALL)).isEqualTo(3);
        assertThat(todos.of(head, null).entrusted().items())
                .extracting(Assignment::audit)
                .containsExactly(scene.audit(Scene.COLLEGE));
        assertThat(todos.of(agent, null).given()).hasSize(3);
    }

    @Test
    void is_given_to_somebody_else_or_taken_back_and_told_in_the_journal() {
        give(colleague.account().toString(), Extent.ONE);
        give(head.account().toString(), Extent.ONE);
        assertThat(todos.of(colleague, null).entrusted().items()).isEmpty();
        Assignment task = todos.of(head, null).entrusted().items().get(0);
        Doing.refused(Problem.NotFound.class, () -> assignments.takeBack(scene.townAgent(), task.id()));
        Doing.refused(Problem.NotFound.class, () -> assignments.takeBack(scene.reviewer(), task.id()));
        assignments.takeBack(colleague, task.id());
        assertThat(todos.of(head, null).entrusted().items()).isEmpty();
        Doing.refused(Problem.NotFound.class, () -> assignments.takeBack(agent, task.id()));
        assertThat(scene.histories.read(agent, scene.audit(Scene.COLLEGE), Long.MAX_VALUE).page().items().stream()
                        .map(trace -> trace.action())
                        .limit(3))
                .containsExactly("theme.takenBack", "theme.assigned", "theme.assigned");
    }

    @Test
    void is_given_by_who_answers_there_alone() {
        AuditId audit = scene.audit(Scene.COLLEGE);
        Doing.refused(Problem.NotFound.class, () -> assignments.prepare(scene.townAgent(), audit, BACKUP));
        scene.answerAll(agent, audit, Verdict.PARTIEL);
        scene.reviews.submit(agent, audit);
        Principal reviewer = scene.reviewer();
        assertThat(assignments.prepare(reviewer, audit, BACKUP).here()).isEmpty();
        Doing.refused(
                Problem.NotFound.class,
                () -> assignments.assign(reviewer, audit, BACKUP, head.account().toString(), Extent.ONE, Set.of()));
        assertThat(assignments.prepare(agent, audit, BACKUP).here())
                .as("it is sent")
                .isEmpty();
    }

    @Test
    void counts_what_waits_besides() {
        doing.answer(agent, Scene.COLLEGE, Verdict.NON_CONFORME);
        Todo todo = todos.of(agent, null);
        assertThat(todo.campaigns()).singleElement().satisfies(line -> {
            assertThat(line.begun()).isOne();
            assertThat(line.untouched()).isEqualTo(2);
            assertThat(line.back()).isZero();
        });
        doing.plan(agent, Scene.COLLEGE, java.time.LocalDate.of(2026, 11, 25), Extent.ONE);
        assertThat(todos.of(agent, null).soon()).isOne();
        scene.at("2026-11-26T09:00:00Z");
        assertThat(todos.of(agent, null).late()).isOne();
        assertThat(todos.of(agent, null).soon()).isZero();
        Principal other = scene.person("Agente de Cormerel", Scene.OTHER_TOWN, new Grant(Role.AGENT, Scene.OTHER_TOWN));
        assertThat(todos.of(other, null).late()).isZero();
    }

    private static int give(String to, Extent extent) {
        return assignments.assign(agent, scene.audit(Scene.COLLEGE), BACKUP, to, extent, Set.of());
    }

    private static void answerTheme(Principal by, Uai school) {
        AuditId audit = scene.audit(school);
        scene.audits.theme(by, audit, BACKUP).cells().stream()
                .filter(cell -> !cell.answered())
                .forEach(cell -> doing.answer(by, audit, cell.control(), Verdict.CONFORME));
    }

    private static int count() {
        return DB.owner()
                .withHandle(owner -> owner.createQuery("SELECT count(*) FROM assignment")
                        .mapTo(Integer.class)
                        .one());
    }
}
