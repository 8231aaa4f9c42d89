package fr.preau.deliverable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.audit.AuditState;
import fr.preau.audit.NewAnswer;
import fr.preau.checklist.Verdict;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.review.SendBack;
import fr.preau.web.Messages;
import fr.preau.web.Web;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The use case « take an audit away as a PDF », on the real database, by each kind of reader. */
class ReportJourneyTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final String COMMENT = "Le disque dort dans l’armoire.";
    private static final String REASON = "Le disque reste branché.";

    private static Scene scene;
    private static Dossiers dossiers;
    private static AuditReport report;

    @BeforeAll
    static void stage() {
        scene = new Scene(DB);
        dossiers = new Dossiers(scene.database, scene.journal, scene.audits, scene.checklists, scene.clock);
        report = new AuditReport(dossiers, Web.site(false), Limiter.standard());
    }

    @Test
    void follows_an_audit_from_its_answers_to_its_validation() throws IOException {
        Principal agent = scene.agent();
        Principal reviewer = scene.reviewer();
        AuditId audit = scene.audit(Scene.COLLEGE);
        answer(agent, audit, Verdict.PARTIEL, COMMENT);

        assertThat(text(agent, audit)).contains(COMMENT, "non validé", "Agent du département", "Données fictives");
        assertThat(text(reviewer, audit)).doesNotContain(COMMENT).contains("Vous voyez l’avancement");
        assertThat(text(scene.stateAgent(), audit))
                .contains("relèvent d’autres parties", COMMENT + " PARTAGE")
                .doesNotContain(COMMENT + " COLLECTIVITE", COMMENT + " ETABLISSEMENT");

        scene.reviews.submit(agent, audit);
        scene.reviews.open(reviewer, audit);
        scene.reviews.sendBack(reviewer, audit, new SendBack(Map.of(Scene.control("SAU-02"), REASON)));
        scene.answers.save(agent, audit, Scene.control("SAU-02"), 1, new NewAnswer(Verdict.CONFORME, "Rangé."));
        assertThat(text(agent, audit)).contains(REASON, "Rangé.", "Renvoyé");
        assertThat(text(reviewer, audit))
                .as("the reviewer goes on reading what was submitted")
                .contains(COMMENT, REASON, "comme elles ont été envoyées")
                .doesNotContain("Rangé.");

        scene.reviews.submit(agent, audit);
        scene.reviews.validate(reviewer, audit);
        Dossier dossier = dossiers.ask(agent, audit);
        assertThat(dossier.view().audit().state()).isEqualTo(AuditState.VALIDATED);
        assertThat(dossier.life())
                .extracting(LifeEvent::action)
                .containsExactly(
                        "audit.started",
                        "audit.submitted",
                        "audit.sentBack",
                        "review.reason",
                        "audit.submitted",
                        "audit.validated");
        assertThat(text(agent, audit)).contains("Audit validé", reviewer.name()).doesNotContain("Soumis");
    }

    @Test
    void records_who_asked() {
        Principal agent = scene.agent();
        AuditId audit = scene.audit(Scene.SECOND_COLLEGE);
        report.pdf(agent, audit, Messages.FRENCH);
        List<String> actions = scene.database.call(
                agent,
                tx -> scene.journal.exactly(tx, "audit/" + audit, 1).stream()
                        .map(trace -> trace.action() + " " + trace.account())
                        .toList());
        assertThat(actions).containsExactly("audit.reported " + agent.account());
    }

    @Test
    void is_not_found_outside_ones_units() {
        AuditId audit = scene.audit(Scene.COLLEGE);
        for (Principal stranger : List.of(scene.townAgent(), scene.otherReviewer(), scene.nationalReader())) {
            assertThatThrownBy(() -> report.pdf(stranger, audit, Messages.FRENCH))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.problem()).isInstanceOf(Problem.NotFound.class));
        }
    }

    @Test
    void leaves_as_a_file_that_nobody_keeps() {
        ReportFile file = report.pdf(scene.agent(), scene.audit(Scene.THIRD_COLLEGE), Messages.FRENCH);
        try (Response reply = ReportPages.attachment(file)) {
            assertThat(reply.getHeaderString("Content-Disposition"))
                    .isEqualTo("attachment; filename=\"preau-" + Scene.THIRD_COLLEGE + "-2026-2027.pdf\"");
            assertThat(reply.getHeaderString("Cache-Control")).isEqualTo("no-store");
            assertThat(reply.getHeaderString("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(reply.getMediaType()).hasToString("application/pdf");
        }
    }

    private static void answer(Principal by, AuditId audit, Verdict verdict, String comment) {
        scene.audits.view(by, audit).cells().stream()
                .filter(cell -> scene.audits.control(by, audit, cell.control()).editable())
                .forEach(cell -> scene.answers.save(
                        by, audit, cell.control(), 0, new NewAnswer(verdict, comment + " " + cell.party())));
    }

    private static String text(Principal by, AuditId audit) throws IOException {
        byte[] pdf = report.pdf(by, audit, Messages.FRENCH).content();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\u00a0\u202f]+", " ");
        }
    }
}
