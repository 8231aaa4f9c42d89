package fr.preau.plan;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.audit.NewAnswer;
import fr.preau.checklist.Verdict;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.ActionId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Uai;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An action that is done proposes the new answer, and writes it where one says so. */
class RenewalsTest {
    private static final NewAnswer HELD = new NewAnswer(Verdict.CONFORME, "Action terminée.");

    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static Doing doing;
    private static Scene scene;
    private static Principal agent;
    private ActionId id;

    @BeforeAll
    static void stage() {
        doing = new Doing(DB);
        scene = doing.scene;
        agent = scene.agent();
    }

    @BeforeEach
    void startAgain() {
        doing.startAgain();
        id = doing.planned(agent, Doing.SPRING);
    }

    @Test
    void writes_the_new_answer_in_the_chosen_schools_alone() {
        doing.take(agent, id, ActionStep.FINISH);
        List<SchoolAnswer> open = doing.renewals.prepare(agent, id).open();
        assertThat(open).hasSize(3);
        assertThat(doing.renewals.apply(
                        agent,
                        id,
                        HELD,
                        chosen(open.stream()
                                .filter(answer -> !answer.uai().equals(Scene.THIRD_COLLEGE))
                                .toList())))
                .isEqualTo(2);
        assertThat(doing.verdict(agent, Scene.COLLEGE)).isEqualTo(Verdict.CONFORME);
        assertThat(doing.verdict(agent, Scene.SECOND_COLLEGE)).isEqualTo(Verdict.CONFORME);
        assertThat(doing.verdict(agent, Scene.THIRD_COLLEGE)).isEqualTo(Verdict.NON_CONFORME);
        Renewal left = doing.renewals.prepare(agent, id);
        assertThat(left.open()).extracting(SchoolAnswer::uai).containsExactly(Scene.THIRD_COLLEGE);
        assertThat(left.changed()).isEqualTo(2);
    }

    @Test
    void writes_nothing_before_the_action_is_done_nor_without_a_choice() {
        List<Renewals.Chosen> all = chosen(doing.renewals.prepare(agent, id).open());
        Doing.refused(Problem.Conflict.class, () -> doing.renewals.apply(agent, id, HELD, all));
        doing.take(agent, id, ActionStep.FINISH);
        Doing.refused(Problem.Invalid.class, () -> doing.renewals.apply(agent, id, HELD, List.of()));
        assertThat(doing.verdict(agent, Scene.COLLEGE)).isEqualTo(Verdict.NON_CONFORME);
    }

    @Test
    void writes_all_or_nothing_when_an_answer_has_changed_since_it_was_seen() {
        doing.take(agent, id, ActionStep.FINISH);
        List<Renewals.Chosen> all = chosen(doing.renewals.prepare(agent, id).open());
        doing.answer(agent, Scene.THIRD_COLLEGE, Verdict.PARTIEL);
        Doing.refused(Problem.Stale.class, () -> doing.renewals.apply(agent, id, HELD, all));
        assertThat(doing.verdict(agent, Scene.COLLEGE)).isEqualTo(Verdict.NON_CONFORME);
    }

    @Test
    void leaves_a_submitted_audit_alone_and_proposes_nothing_to_who_does_not_answer() {
        scene.answerAll(agent, scene.audit(Scene.COLLEGE), Verdict.PARTIEL);
        scene.reviews.submit(agent, scene.audit(Scene.COLLEGE));
        doing.take(agent, id, ActionStep.FINISH);
        Renewal renewal = doing.renewals.prepare(agent, id);
        assertThat(renewal.open()).extracting(SchoolAnswer::uai).doesNotContain(Scene.COLLEGE);
        assertThat(renewal.locked()).extracting(SchoolAnswer::uai).containsExactly(Scene.COLLEGE);
        Principal reviewer = scene.reviewer();
        assertThat(doing.renewals.prepare(reviewer, id).answers()).isEmpty();
        List<Renewals.Chosen> all = chosen(renewal.open());
        Doing.refused(Problem.Stale.class, () -> doing.renewals.apply(reviewer, id, HELD, all));
    }

    @Test
    void reaches_the_campaign_that_runs_when_the_action_is_done() {
        scene.at("2027-11-15T09:00:00Z");
        CampaignId next = scene.campaign("2027–2028", LocalDate.of(2027, 11, 2), LocalDate.of(2028, 1, 28));
        for (Uai school : List.of(Scene.COLLEGE, Scene.SECOND_COLLEGE)) {
            doing.answer(agent, scene.audit(next, school), Doing.BACKUP, Verdict.PARTIEL);
        }
        doing.answer(agent, scene.audit(next, Scene.THIRD_COLLEGE), Doing.BACKUP, Verdict.CONFORME);
        doing.take(agent, id, ActionStep.FINISH);
        Renewal renewal = doing.renewals.prepare(agent, id);
        assertThat(renewal.open())
                .extracting(SchoolAnswer::id)
                .containsExactlyInAnyOrder(scene.audit(next, Scene.COLLEGE), scene.audit(next, Scene.SECOND_COLLEGE));
        assertThat(renewal.changed()).isOne();
        doing.renewals.apply(agent, id, HELD, chosen(renewal.open()));
        assertThat(scene.audits
                        .control(agent, scene.audit(next, Scene.COLLEGE), Doing.BACKUP)
                        .cell()
                        .verdict())
                .isEqualTo(Verdict.CONFORME);
        assertThat(doing.verdict(agent, Scene.COLLEGE))
                .as("the closed one stays")
                .isEqualTo(Verdict.NON_CONFORME);
    }

    private static List<Renewals.Chosen> chosen(List<SchoolAnswer> answers) {
        return answers.stream()
                .map(answer -> new Renewals.Chosen(answer.id(), answer.version()))
                .toList();
    }
}
