package fr.preau.evidence;

import static fr.preau.evidence.SampleFile.pdf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.Visitor;
import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.audit.NewAnswer;
import fr.preau.audit.Piece;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.SharedAnswerId;
import fr.preau.kernel.Uai;
import fr.preau.kernel.UnitId;
import fr.preau.review.SendBack;
import fr.preau.shared.Proposal;
import fr.preau.shared.SchoolSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The use case « a piece shows an answer given for many »: on whom it shows, and what submitted audits keep of it. */
class SharedPiecesTest {
    @RegisterExtension
    static final App APP = new App();

    private static final ControlCode BACKUP = Scene.control("SAU-02");
    private static final UnitId COLLEGE = UnitId.school(Scene.COLLEGE);

    @Test
    void shows_on_each_school_that_follows_until_it_departs_and_stays_with_what_was_submitted() {
        Principal agent = APP.scene().agent();
        Principal reviewer = APP.scene().reviewer();
        SharedAnswerId shared = give(agent, Verdict.CONFORME);
        var piece = APP.services().sharedPieces().attach(agent, shared, SampleFile.piece(pdf(), "contrat.pdf"));
        for (Uai school : List.of(Scene.COLLEGE, Scene.SECOND_COLLEGE, Scene.THIRD_COLLEGE)) {
            assertThat(titles(agent, school)).containsExactly("contrat.pdf");
        }

        APP.scene()
                .answers
                .save(agent, audit(Scene.SECOND_COLLEGE), BACKUP, 1, new NewAnswer(Verdict.PARTIEL, "Disque volé."));
        assertThat(titles(agent, Scene.SECOND_COLLEGE)).as("an exception").isEmpty();
        APP.services().shared().answers().rejoin(agent, shared, audit(Scene.SECOND_COLLEGE));
        assertThat(titles(agent, Scene.SECOND_COLLEGE)).containsExactly("contrat.pdf");

        submit(agent, Scene.THIRD_COLLEGE);
        APP.services().sharedPieces().attach(agent, shared, SampleFile.piece(pdf("% 2"), "avenant.pdf"));
        APP.services().sharedPieces().remove(agent, shared, piece);
        assertThat(titles(agent, Scene.COLLEGE)).containsExactly("avenant.pdf");
        assertThat(titles(agent, Scene.THIRD_COLLEGE)).as("submitted before").containsExactly("contrat.pdf");
        assertThat(titles(reviewer, Scene.THIRD_COLLEGE)).containsExactly("contrat.pdf");

        APP.scene().reviews.sendBack(reviewer, audit(Scene.THIRD_COLLEGE), new SendBack(Map.of(BACKUP, "Datez.")));
        APP.scene()
                .answers
                .save(agent, audit(Scene.THIRD_COLLEGE), BACKUP, 1, new NewAnswer(Verdict.PARTIEL, "Sans disque."));
        assertThat(titles(agent, Scene.THIRD_COLLEGE)).isEmpty();
        assertThat(titles(reviewer, Scene.THIRD_COLLEGE)).containsExactly("contrat.pdf");
        Evidence.Place seen = new Evidence.Place(audit(Scene.THIRD_COLLEGE), BACKUP, piece);
        assertThat(APP.services().evidence().open(reviewer, seen).parts().apply(0))
                .isEqualTo(pdf());

        APP.scene().reviews.submit(agent, audit(Scene.THIRD_COLLEGE));
        assertThat(titles(reviewer, Scene.THIRD_COLLEGE)).isEmpty();
        own_pages(agent, shared);
    }

    private void own_pages(Principal agent, SharedAnswerId shared) {
        Visitor page = APP.signIn(agent.account());
        String home = "/reponses-communes/" + shared + "/pieces";
        assertThat(page.get("/reponses-communes/" + shared).body()).contains("href=\"" + home + "\"");
        assertThat(Upload.by(page).to(home, pdf("% 3"), "plan.pdf").statusCode())
                .isEqualTo(303);
        List<Piece> pieces =
                APP.services().sharedPieces().standing(agent, shared).pieces();
        assertThat(pieces).extracting(Piece::title).containsExactly("avenant.pdf", "plan.pdf");
        String file = home + "/" + pieces.get(1).id();
        assertThat(page.download(file).body()).isEqualTo(pdf("% 3"));
        String inAudit = "/audits/" + audit(Scene.COLLEGE) + "/mesures/SAU-02/pieces/"
                + pieces.get(1).id();
        assertThat(page.download(inAudit).body()).isEqualTo(pdf("% 3"));
        assertThat(page.post(inAudit + "/retrait", Map.of()).body())
                .contains("Retirez-la sur la page de la réponse commune");
        Visitor head = APP.signIn(APP.scene()
                .person("Cheffe d’établissement", COLLEGE, new Grant(Role.ESTABLISHMENT, COLLEGE))
                .account());
        assertThat(head.download(inAudit).statusCode()).isEqualTo(200);
        assertThat(head.get(file).statusCode()).isEqualTo(404);
        Visitor town = APP.signIn(APP.scene().townAgent().account());
        assertThat(town.get(home).statusCode()).isEqualTo(404);
        assertThat(town.get(file).statusCode()).isEqualTo(404);
        assertThat(Upload.by(town).to(home, pdf(), "a.pdf").statusCode()).isEqualTo(404);
        assertThat(page.post(file + "/retrait", Map.of()).statusCode()).isEqualTo(303);
        assertThat(page.get(file).statusCode()).isEqualTo(404);
    }

    @Test
    void keeps_no_document_of_a_forbidden_control_for_many_either() {
        Principal agent = APP.scene().agent();
        SharedAnswerId shared = give(agent, Scene.control("PAT-03"), Verdict.CONFORME);
        assertThatThrownBy(
                        () -> APP.services().sharedPieces().attach(agent, shared, SampleFile.piece(pdf(), "plan.pdf")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isInstanceOf(Problem.Invalid.class));
    }

    private static SharedAnswerId give(Principal agent, Verdict verdict) {
        return give(agent, BACKUP, verdict);
    }

    private static SharedAnswerId give(Principal agent, ControlCode control, Verdict verdict) {
        var answers = APP.services().shared().answers();
        Proposal all =
                new Proposal(APP.scene().campaign, Scene.VALLEYS, control, SchoolSet.ALL, new NewAnswer(verdict, null));
        return answers.apply(agent, all, Set.of(), answers.preview(agent, all).seen())
                .id();
    }

    private static void submit(Principal agent, Uai school) {
        APP.scene().answerAll(agent, audit(school), Verdict.CONFORME);
        APP.scene().reviews.submit(agent, audit(school));
    }

    private static List<String> titles(Principal by, Uai school) {
        return APP.scene().audits.control(by, audit(school), BACKUP).pieces().stream()
                .map(Piece::title)
                .toList();
    }

    private static AuditId audit(Uai school) {
        return APP.scene().audit(school);
    }
}
