package fr.preau.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.audit.NewAnswer;
import fr.preau.checklist.Party;
import fr.preau.checklist.Verdict;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.ActionId;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.Uai;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The scene with the services of actions, and the gestures that their tests repeat. */
final class Doing {
    static final ControlCode BACKUP = Scene.control("SAU-02");
    static final LocalDate SPRING = LocalDate.of(2027, 3, 31);

    final Scene scene;
    final Plans plans;
    final Actions actions;
    final Renewals renewals;

    private final TestDatabase postgres;

    Doing(TestDatabase postgres) {
        this.postgres = postgres;
        scene = new Scene(postgres);
        plans = new Plans(scene.database, scene.journal, scene.audits, scene.clock);
        actions = new Actions(scene.database, scene.journal, scene.audits, scene.checklists, scene.clock);
        renewals = new Renewals(scene.database, scene.journal, actions, scene.answers);
    }

    /** Everything as it was when the campaign opened, but for the journal. */
    void startAgain() {
        scene.at("2026-11-23T09:00:00Z");
        postgres.owner().useTransaction(owner -> {
            for (String table : List.of("action_school", "corrective_action", "audit_writer", "answer")) {
                owner.execute("DELETE FROM " + table);
            }
            owner.execute("UPDATE audit SET state = 'TO_DO', round = 0, submitted_at = NULL, submitted_by = NULL");
            owner.execute("DELETE FROM school_collectivity WHERE from_day = '2026-11-23'");
            owner.execute("UPDATE school_collectivity SET to_day = NULL");
        });
    }

    static NewAction action(String title, LocalDate dueOn) {
        return new NewAction(title, Party.COLLECTIVITE, dueOn, 1_200, "Un disque par site.");
    }

    void answer(Principal by, Uai school, Verdict verdict) {
        answer(by, scene.audit(school), BACKUP, verdict);
    }

    void answer(Principal by, AuditId audit, ControlCode control, Verdict verdict) {
        int seen = scene.audits.control(by, audit, control).cell().version();
        scene.answers.save(by, audit, control, seen, new NewAnswer(verdict, "Au " + seen + "e essai."));
    }

    Verdict verdict(Principal by, Uai school) {
        return scene.audits.control(by, scene.audit(school), BACKUP).cell().verdict();
    }

    /** The three collèges answer weakly, and an action is planned for all of them. */
    ActionId planned(Principal agent, LocalDate dueOn) {
        for (Uai school : List.of(Scene.COLLEGE, Scene.SECOND_COLLEGE, Scene.THIRD_COLLEGE)) {
            answer(agent, school, Verdict.NON_CONFORME);
        }
        return plan(agent, Scene.COLLEGE, dueOn, Extent.ALL);
    }

    ActionId plan(Principal by, Uai school, LocalDate dueOn, Extent extent, Uai... ticked) {
        Set<AuditId> list = Set.of(List.of(ticked).stream().map(scene::audit).toArray(AuditId[]::new));
        return plans.plan(by, scene.audit(school), BACKUP, action("Sauver hors ligne", dueOn), extent, list);
    }

    void take(Principal by, ActionId id, ActionStep step) {
        actions.take(by, id, actions.show(by, id).action().version(), step);
    }

    /** All the actions that the person sees, as the board orders them. */
    List<ActionId> seen(Principal by) {
        return actions.board(by, ActionFilter.ALL, null).page().items().stream()
                .map(CorrectiveAction::id)
                .toList();
    }

    static void refused(Class<? extends Problem> kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isInstanceOf(kind));
    }
}
