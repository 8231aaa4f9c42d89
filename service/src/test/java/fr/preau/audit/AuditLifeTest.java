package fr.preau.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.checklist.Party;
import fr.preau.checklist.Verdict;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.review.QueueChoice;
import fr.preau.review.SendBack;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The use case « from the first answer to the validation », rule by rule, on the real database. */
class AuditLifeTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static Scene scene;

    @BeforeAll
    static void stage() {
        scene = new Scene(DB);
    }

    @Test
    void goes_from_the_first_answer_through_a_sending_back_to_validation() {
        Principal agent = scene.agent();
        Principal reviewer = scene.reviewer();
        AuditId audit = scene.audit(Scene.COLLEGE);
        assertThat(scene.audits.view(agent, audit).total().conformity()).isZero();

        scene.answerAll(agent, audit, Verdict.CONFORME);
        AuditView full = scene.audits.view(agent, audit);
        assertThat(full.audit().state()).isEqualTo(AuditState.IN_PROGRESS);
        assertThat(full.total().conformity()).isEqualTo(1.0);
        assertThat(full.missingToSubmit()).isZero();
        assertThat(scene.audits.view(reviewer, audit).sight().progressOnly()).isTrue();

        scene.reviews.submit(agent, audit);
        assertThat(scene.queues.page(reviewer, QueueChoice.ALL, null).items())
                .extracting(line -> line.id())
                .contains(audit);
        AuditView read = scene.reviews.open(reviewer, audit);
        assertThat(read.mayJudge()).isTrue();
        assertThat(read.cells()).allMatch(Cell::answered);
        refused(() -> scene.reviews.withdraw(agent, audit), Problem.Conflict.class);

        scene.reviews.sendBack(
                reviewer, audit, new SendBack(Map.of(Scene.control("SAU-02"), "Le disque reste branché.")));
        assertThat(scene.audits.view(agent, audit).reasons()).hasSize(1);
        scene.answers.save(agent, audit, Scene.control("SAU-02"), 1, new NewAnswer(Verdict.PARTIEL, "Rangé à part."));
        Cell corrected = cell(scene.audits.view(agent, audit), "SAU-02");
        assertThat(corrected.verdict()).isEqualTo(Verdict.PARTIEL);
        Cell last = cell(scene.audits.view(reviewer, audit), "SAU-02");
        assertThat(last.verdict())
                .as("the reviewer goes on seeing what was submitted")
                .isEqualTo(Verdict.CONFORME);

        scene.reviews.submit(agent, audit);
        scene.reviews.validate(reviewer, audit);
        assertThat(scene.audits.view(agent, audit).audit().state()).isEqualTo(AuditState.VALIDATED);
        refused(
                () -> scene.answers.save(
                        agent, audit, Scene.control("SAU-02"), 2, new NewAnswer(Verdict.CONFORME, null)),
                Problem.Conflict.class);
        scene.reviews.reopen(reviewer, audit, "Une visite a montré autre chose.");
        assertThat(scene.audits.view(agent, audit).audit().state()).isEqualTo(AuditState.SENT_BACK);
    }

    @Test
    void refuses_to_submit_while_a_needed_answer_is_missing_and_ne_sait_pas_is_an_answer() {
        Principal agent = scene.agent();
        AuditId audit = scene.audit(Scene.SECOND_COLLEGE);
        AuditView view = scene.audits.view(agent, audit);
        for (Cell cell : view.cells()) {
            boolean needed = cell.party() == Party.COLLECTIVITE || cell.party() == Party.PARTAGE;
            if (needed && !cell.control().equals(Scene.control("SAU-02"))) {
                scene.answers.save(agent, audit, cell.control(), 0, new NewAnswer(Verdict.NE_SAIT_PAS, null));
            }
        }
        refused(() -> scene.reviews.submit(agent, audit), Problem.Conflict.class);
        scene.answers.save(agent, audit, Scene.control("SAU-02"), 0, new NewAnswer(Verdict.NE_SAIT_PAS, null));
        scene.reviews.submit(agent, audit);
        AuditView submitted = scene.audits.view(agent, audit);
        assertThat(submitted.total().conformity()).isZero();
        assertThat(submitted.total().unanswered()).isPositive();
        scene.reviews.withdraw(agent, audit);
        assertThat(scene.audits.view(agent, audit).audit().state()).isEqualTo(AuditState.IN_PROGRESS);
    }

    @Test
    void nobody_judges_their_own_work_whatever_their_grants() {
        Principal all = scene.person(
                "Tous les droits", Scene.ACADEMY, Scene.everything().toArray(fr.preau.access.Grant[]::new));
        Principal agent = scene.agent();
        AuditId audit = scene.audit(Scene.THIRD_COLLEGE);
        scene.answers.save(all, audit, Scene.control("SAU-02"), 0, new NewAnswer(Verdict.PARTIEL, null));
        // Overwritten by another: having once written is enough.
        scene.answers.save(agent, audit, Scene.control("SAU-02"), 1, new NewAnswer(Verdict.CONFORME, null));
        scene.answerAll(agent, audit, Verdict.CONFORME);
        scene.reviews.submit(agent, audit);
        assertThat(scene.reviews.open(all, audit).mayJudge()).isFalse();
        refused(() -> scene.reviews.validate(all, audit), Problem.Forbidden.class);
        refused(
                () -> scene.reviews.sendBack(all, audit, new SendBack(Map.of(Scene.control("SAU-02"), "Non."))),
                Problem.Forbidden.class);
        scene.reviews.validate(scene.reviewer(), audit);
    }

    @Test
    void outside_ones_units_an_audit_is_not_found() {
        AuditId audit = scene.audit(Scene.COLLEGE);
        for (Principal stranger :
                new Principal[] {scene.townAgent(), scene.otherReviewer(), scene.nationalReader(), scene.administrator()
                }) {
            refused(() -> scene.audits.view(stranger, audit), Problem.NotFound.class);
            refused(() -> scene.reviews.open(stranger, audit), Problem.NotFound.class);
            refused(
                    () -> scene.answers.save(
                            stranger, audit, Scene.control("SAU-02"), 0, new NewAnswer(Verdict.CONFORME, null)),
                    Problem.NotFound.class);
        }
    }

    @Test
    void a_stale_save_is_refused_and_shows_what_is_stored() {
        Principal agent = scene.townAgent();
        Principal other = scene.townAgent();
        AuditId audit = scene.audit(Scene.SCHOOL);
        scene.answers.save(agent, audit, Scene.control("GOV-01"), 0, new NewAnswer(Verdict.PARTIEL, "Note à dater."));
        assertThatThrownBy(() -> scene.answers.save(
                        other, audit, Scene.control("GOV-01"), 0, new NewAnswer(Verdict.CONFORME, null)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    Problem.Stale stale = (Problem.Stale) refusal.problem();
                    SavedAnswer current = (SavedAnswer) stale.current();
                    assertThat(current.verdict()).isEqualTo(Verdict.PARTIEL);
                    assertThat(current.version()).isEqualTo(1);
                });
    }

    static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, Class<? extends Problem> problem) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isInstanceOf(problem));
    }

    static Cell cell(AuditView view, String control) {
        return view.cells().stream()
                .filter(cell -> cell.control().equals(Scene.control(control)))
                .findFirst()
                .orElseThrow();
    }
}
