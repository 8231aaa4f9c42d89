package fr.preau.walk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.audit.AuditState;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.AuditId;
import fr.preau.web.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An académie's reviewer sends an audit back for two reasons, its agent corrects and sends it, the reviewer validates. */
class ReviewerSendsBackThenValidatesWalkTest {
    @RegisterExtension
    static final App APP = new App();

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final String SCHOOL = "Collège La Passerelle";
    private static final String REASON = "Le disque est rangé dans le local serveur. Une autre pièce suffirait.";

    @Test
    void sends_back_with_reasons_then_validates_what_was_corrected() {
        Scene scene = APP.scene();
        Principal agent = scene.agent();
        AuditId audit = scene.audit(Scene.COLLEGE);
        scene.answerAll(agent, audit, Verdict.NON_CONFORME);
        scene.reviews.submit(agent, audit);
        Walker reviewer = Walker.of(APP, BROWSER, scene.reviewer());
        Walker author = Walker.of(APP, BROWSER, agent);

        sendBack(reviewer);
        assertThat(scene.audits.view(agent, audit).audit().state()).isEqualTo(AuditState.SENT_BACK);
        assertThat(scene.audits.view(agent, audit).reasons()).hasSize(2);

        correct(author);
        assertThat(scene.audits.view(agent, audit).audit().state()).isEqualTo(AuditState.SUBMITTED);

        validate(reviewer);
        assertThat(scene.audits.view(agent, audit).audit().state()).isEqualTo(AuditState.VALIDATED);
        author.goesTo("/audits/" + audit).reads("Validé").meetsNoBarrier();
    }

    private static void sendBack(Walker reviewer) {
        reviewer.goesTo("/")
                .is("Audits à revoir")
                .reads("1 audit attend votre revue")
                .meetsNoBarrier();
        reviewer.follows("Ouvrir la revue").is(SCHOOL);
        reviewer.presses("Renvoyer avec ces motifs").reads("Écrivez au moins un motif");
        for (String control : new String[] {"SAU-01", "SAU-02"}) {
            reviewer.page().getByText("Demander à revoir " + control).click();
            reviewer.page().locator("[name='reason." + control + "']").fill(REASON);
        }
        reviewer.meetsNoBarrier();
        reviewer.presses("Renvoyer avec ces motifs")
                .reads("2 mesures seront à revoir")
                .meetsNoBarrier();
        reviewer.presses("Renvoyer avec 2 motifs").isTold("Audit renvoyé.").reads("Aucun audit à revoir");
        reviewer.meetsNoBarrier();
    }

    private static void correct(Walker author) {
        author.goesTo("/")
                .reads("1 audit renvoyé par l’académie")
                .follows("Corriger")
                .follows(SCHOOL);
        author.reads("2 mesures à revoir").reads(REASON).meetsNoBarrier();
        author.page().locator(".shelter .todo a").first().click();
        author.reads("Demande de l’académie").reads(REASON).meetsNoBarrier();
        author.chooses("CONFORME").reads("Réponse enregistrée");
        author.follows(SCHOOL).follows("Vérifier mes réponses").presses("Envoyer à l’académie");
        author.isTold("Audit envoyé.");
    }

    private static void validate(Walker reviewer) {
        reviewer.goesTo("/revue").reads("2e envoi").follows(SCHOOL).reads("Motif du renvoi : " + REASON);
        reviewer.presses("Valider l’audit").reads("Conformité déclarée").meetsNoBarrier();
        reviewer.presses("Valider l’audit").isTold("Audit validé.");
    }
}
