package fr.preau.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fr.preau.Scene;
import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.audit.FigureReading;
import fr.preau.audit.NewAnswer;
import fr.preau.audit.Opinion;
import fr.preau.audit.OpinionKind;
import fr.preau.audit.Reviewed;
import fr.preau.checklist.Party;
import fr.preau.checklist.Verdict;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import java.time.LocalDate;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An opinion stands beside the answer, is its reviewers' own until the decision, and counts in the second reading. */
class OpinionsTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final ControlCode CONTROL = Scene.control("SAU-02");
    private static final NewOpinion ACCEPTED = new NewOpinion(OpinionKind.ACCEPTED, null, null);
    private static final NewOpinion RESERVATION = new NewOpinion(OpinionKind.RESERVATION, null, "Sans essai daté.");
    private static final NewOpinion CONTESTED =
            new NewOpinion(OpinionKind.CONTESTED, Verdict.NON_CONFORME, "Le disque reste branché.");

    private static Scene scene;
    private static int campaigns;

    private Principal agent;
    private Principal reviewer;
    private AuditId audit;

    @BeforeAll
    static void stage() {
        scene = new Scene(DB);
    }

    @BeforeEach
    void submit() {
        campaigns++;
        CampaignId campaign = scene.campaign("Avis " + campaigns, LocalDate.of(2026, 11, 2), LocalDate.of(2027, 1, 29));
        agent = scene.agent();
        reviewer = scene.reviewer();
        audit = scene.audit(campaign, Scene.COLLEGE);
        scene.answerAll(agent, audit, Verdict.CONFORME);
        scene.reviews.submit(agent, audit);
    }

    @Test
    void leaves_the_answer_as_it_is_and_is_seen_by_its_side_once_the_audit_is_judged() {
        assertThat(give(0, CONTESTED)).isEqualTo(1);
        assertThat(scene.audits.control(agent, audit, CONTROL).opinion()).isEmpty();
        assertThat(scene.audits.view(agent, audit).reviewed()).isEqualTo(Reviewed.NOTHING);
        assertThat(scene.histories.read(agent, audit, Long.MAX_VALUE).toString())
                .doesNotContain("opinion.given");

        scene.reviews.validate(reviewer, audit);
        Opinion seen = scene.audits.control(agent, audit, CONTROL).opinion().orElseThrow();
        assertThat(seen.verdict()).isEqualTo(Verdict.NON_CONFORME);
        assertThat(seen.reason()).isEqualTo("Le disque reste branché.");
        assertThat(scene.audits.control(agent, audit, CONTROL).cell().verdict()).isEqualTo(Verdict.CONFORME);
        assertThat(scene.audits.control(agent, audit, CONTROL).history())
                .anyMatch(trace -> trace.action().equals("opinion.published"));
    }

    @Test
    void counts_a_contested_answer_at_the_reviewers_value_and_a_reservation_as_declared() {
        double declared = conformity(scene.audits.view(reviewer, audit).total().conformity());
        assertThat(declared).isEqualTo(1);
        give(0, RESERVATION);
        assertThat(conformity(reviewed().total().conformity())).isEqualTo(1);
        give(1, CONTESTED);
        Reviewed draft = reviewed();
        assertThat(draft.reading()).isEqualTo(FigureReading.DRAFT);
        int weight = scene.audits.control(reviewer, audit, CONTROL).cell().weight();
        int all = scene.audits.view(reviewer, audit).cells().stream()
                .mapToInt(cell -> cell.weight())
                .sum();
        assertThat(conformity(draft.total().conformity())).isCloseTo(1 - (double) weight / all, within(1e-9));
        scene.reviews.validate(reviewer, audit);
        Reviewed after = scene.audits.view(agent, audit).reviewed();
        assertThat(after.reading()).isEqualTo(FigureReading.REVIEWED);
        assertThat(after.total()).isEqualTo(draft.total());
        assertThat(scene.audits.view(agent, audit).total().conformity()).isEqualTo(1.0);
    }

    @Test
    void is_never_written_over_one_that_was_not_seen() {
        give(0, ACCEPTED);
        refused(() -> give(0, CONTESTED), Problem.Stale.class);
        assertThat(give(1, CONTESTED)).isEqualTo(2);
        scene.opinions.takeBack(reviewer, audit, CONTROL, 2);
        assertThat(reviewed().opinions()).isEmpty();
        refused(() -> give(1, ACCEPTED), Problem.Stale.class);
        refused(() -> scene.opinions.takeBack(reviewer, audit, CONTROL, 3), Problem.Stale.class);
        assertThat(give(3, RESERVATION)).isEqualTo(4);
    }

    @Test
    void is_refused_to_who_had_a_hand_in_the_answers_and_outside_its_units() {
        Principal both = scene.person(
                "Juge et partie " + campaigns, UnitId.NATION, Scene.everything().toArray(Grant[]::new));
        AuditId own = scene.audit(scene.audits.view(agent, audit).audit().campaign(), Scene.SECOND_COLLEGE);
        scene.answerAll(both, own, Verdict.PARTIEL);
        scene.reviews.submit(agent, own);
        refused(() -> scene.opinions.give(both, own, CONTROL, 0, ACCEPTED), Problem.Forbidden.class);
        refused(() -> scene.opinions.give(scene.otherReviewer(), audit, CONTROL, 0, ACCEPTED), Problem.NotFound.class);
        refused(() -> scene.opinions.give(agent, audit, CONTROL, 0, ACCEPTED), Problem.Forbidden.class);
        refused(
                () -> scene.opinions.give(reviewer, audit, Scene.control("SAU-99"), 0, ACCEPTED),
                Problem.NotFound.class);
    }

    @Test
    void is_refused_to_who_wrote_the_states_answer_to_that_control_even_once_another_has_written_over_it() {
        CampaignId campaign = scene.campaign("État " + campaigns, LocalDate.of(2026, 11, 2), LocalDate.of(2027, 1, 29));
        AuditId other = scene.audit(campaign, Scene.COLLEGE);
        Principal state = scene.person(
                "Les deux rôles " + campaigns,
                Scene.ACADEMY,
                new Grant(Role.AGENT, Scene.ACADEMY),
                new Grant(Role.REVIEWER, Scene.ACADEMY));
        ControlCode first = scene.audits.view(agent, other).cells().stream()
                .filter(cell -> cell.party() == Party.ETAT)
                .findFirst()
                .orElseThrow()
                .control();
        scene.answers.save(state, other, first, 0, new NewAnswer(Verdict.PARTIEL, null));
        scene.answers.save(agent, other, first, 1, new NewAnswer(Verdict.CONFORME, null));
        scene.answerAll(agent, other, Verdict.CONFORME);
        scene.reviews.submit(agent, other);
        refused(() -> scene.opinions.give(state, other, first, 0, RESERVATION), Problem.Forbidden.class);
        assertThat(scene.opinions.give(state, other, CONTROL, 0, RESERVATION)).isEqualTo(1);
        assertThat(scene.opinions.give(reviewer, other, first, 0, RESERVATION)).isEqualTo(1);
    }

    @Test
    void is_given_on_what_is_submitted_and_starts_anew_with_the_next_submission() {
        give(0, CONTESTED);
        scene.reviews.sendBack(reviewer, audit, new SendBack(Map.of(CONTROL, "À revoir")));
        assertThat(scene.audits.view(agent, audit).reviewed().opinion(CONTROL)).isPresent();
        refused(() -> give(1, ACCEPTED), Problem.Conflict.class);
        scene.reviews.submit(agent, audit);
        assertThat(reviewed().opinions()).as("the new submission has none").isEmpty();
        assertThat(scene.audits.view(agent, audit).reviewed().opinion(CONTROL))
                .as("its side still reads the one of the last decision")
                .isPresent();
        refused(
                () -> give(0, new NewOpinion(OpinionKind.CONTESTED, Verdict.CONFORME, "Pareil")),
                Problem.Invalid.class);
        assertThat(give(0, ACCEPTED)).isEqualTo(1);
    }

    @Test
    void says_in_its_own_form_what_it_needs() {
        refused(() -> new NewOpinion(OpinionKind.CONTESTED, null, "Sans valeur"), Problem.Invalid.class);
        refused(() -> new NewOpinion(OpinionKind.CONTESTED, Verdict.NE_SAIT_PAS, "Non"), Problem.Invalid.class);
        refused(() -> new NewOpinion(OpinionKind.RESERVATION, null, " "), Problem.Invalid.class);
        refused(() -> new NewOpinion(OpinionKind.ACCEPTED, Verdict.PARTIEL, null), Problem.Invalid.class);
    }

    private int give(int seen, NewOpinion opinion) {
        return scene.opinions.give(reviewer, audit, CONTROL, seen, opinion);
    }

    private Reviewed reviewed() {
        return scene.audits.view(reviewer, audit).reviewed();
    }

    private static double conformity(Double of) {
        return of;
    }

    private static void refused(ThrowingCallable action, Class<? extends Problem> as) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isInstanceOf(as));
    }
}
