package fr.preau.grid;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.Visitor;
import fr.preau.access.Principal;
import fr.preau.audit.NewAnswer;
import fr.preau.checklist.Verdict;
import fr.preau.evidence.NewPiece;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.LabelId;
import fr.preau.plan.Extent;
import fr.preau.shared.Proposal;
import fr.preau.shared.SchoolSet;
import fr.preau.shared.SharedServices;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The grid over HTTP: who sees which rows and cells, its filters, its saves by lots, and the form of one school. */
class GridHttpTest {
    @RegisterExtension
    static final App APP = new App();

    private static Principal person;
    private static Visitor agent;

    @BeforeAll
    static void people() {
        person = APP.scene().agent();
        agent = APP.signIn(person.account());
    }

    @Test
    void shows_each_their_schools_and_a_head_one_row() {
        assertThat(agent.get("/grille?theme=SAU").body())
                .contains("Vous répondez pour 3 établissements", "Collège La Passerelle", "SAU-01", "data-v=\"0,")
                .doesNotContain("École Le Grand-Pré");
        assertThat(APP.signIn(APP.scene().head().account())
                        .get("/grille?theme=SAU")
                        .body())
                .contains("Vous répondez pour 1 établissement")
                .doesNotContain("Collège Les Tilleuls");
        Visitor officer = APP.signIn(APP.scene().stateAgent().account());
        assertThat(officer.get("/grille?theme=SAU").body()).contains("Pas visible avant l’envoi");
        assertThat(agent.get("/grille?theme=tous").body()).contains("GOV-01", "SAU-01");
        assertThat(agent.get("/grille?theme=ZZZ").statusCode()).isEqualTo(404);
        assertThat(agent.get("/grille?campagne=999999999").statusCode()).isEqualTo(404);
        assertThat(APP.signIn(APP.scene().nationalReader().account())
                        .get("/grille")
                        .body())
                .doesNotContain("data-a=");
    }

    @Test
    void counts_pieces_names_whom_the_theme_is_entrusted_to_and_gives_its_workbook() {
        AuditId audit = APP.scene().audit(Scene.COLLEGE);
        ControlCode control = Scene.control("RES-01");
        APP.scene().answers.save(person, audit, control, 0, new NewAnswer(Verdict.CONFORME, null));
        APP.services()
                .evidence()
                .attach(person, audit, control, NewPiece.link("https://docs.exemple.invalid/plan", "Plan"));
        Principal colleague = APP.scene().agent();
        APP.services()
                .plan()
                .assignments()
                .assign(person, audit, "RES", colleague.account().toString(), Extent.ONE, Set.of());
        assertThat(agent.get("/grille?theme=RES&type=COLLEGE").body())
                .contains("aria-label=\"Conforme, 1 pièce\"")
                .contains("<sup title=\"1 pièce\">1</sup>")
                .contains("confié à " + colleague.name())
                .contains("name=\"theme\" value=\"RES\"")
                .contains("name=\"type\" value=\"COLLEGE\"")
                .contains("#rapporter");
        assertThat(agent.get("/grille?theme=SAU").body()).doesNotContain("confié à", "<sup");
        String campaign = APP.scene().campaign.toString();
        assertThat(agent.post(
                                "/classeurs/export",
                                Map.of("campagne", campaign, "theme", "RES", "format", "ODS", "forme", "WHOLE"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(agent.get("/classeurs?campagne=" + campaign + "&theme=RES").body())
                .contains("<option lang=\"fr\" value=\"RES\" selected>");
    }

    @Test
    void narrows_to_what_one_looks_for() {
        AuditId audit = APP.scene().audit(Scene.COLLEGE);
        APP.scene().answers.save(person, audit, Scene.control("ACC-01"), 0, new NewAnswer(Verdict.CONFORME, null));
        assertThat(agent.get("/grille?theme=ACC&commune=35901").body())
                .contains("La Passerelle")
                .doesNotContain("Les Tilleuls");
        assertThat(agent.get("/grille?theme=ACC&etat=TO_DO").body()).doesNotContain("La Passerelle");
        assertThat(agent.get("/grille?theme=ACC&type=ECOLE").body()).contains("Rien avec ce filtre");
        assertThat(agent.get("/grille?theme=ACC&montrer=exceptions").body()).contains("Rien avec ce filtre");
        assertThat(agent.get("/grille?theme=ACC&montrer=sans-reponse").body()).contains("Les Tilleuls");
        assertThat(agent.get("/grille?theme=SAU&responsable=PARTAGE").body())
                .contains("SAU-01")
                .doesNotContain("\"code\">SAU-04");
    }

    @Test
    void shows_exceptions_to_a_shared_answer_and_the_schools_of_a_label() {
        SharedServices shared = APP.services().shared();
        Proposal all = new Proposal(
                APP.scene().campaign,
                Scene.VALLEYS,
                Scene.control("DCP-01"),
                SchoolSet.ALL,
                new NewAnswer(Verdict.PARTIEL, null));
        shared.answers()
                .apply(
                        person,
                        all,
                        Set.of(),
                        shared.answers().preview(person, all).seen());
        AuditId audit = APP.scene().audit(Scene.COLLEGE);
        String without = cell(audit, "DCP-01", 1, "CONFORME");
        assertThat(lot(agent, "{\"cells\":[" + without + "]}").body())
                .contains("\"kind\":\"REASON\"", "Écrivez la raison de l’exception");
        String told = without.replace("\"comment\":null", "\"comment\":\"Déjà fait ici.\"");
        assertThat(lot(agent, "{\"cells\":[" + told + "]}").body())
                .contains("\"kind\":\"SAVED\"", "\"exception\":true");
        assertThat(agent.get("/grille?theme=DCP&montrer=exceptions").body())
                .contains("v-c own", "Conforme, exception", "La Passerelle")
                .doesNotContain("Les Tilleuls");

        LabelId label = shared.labels().create(person, Scene.VALLEYS, "Sites sous infogérance");
        shared.labels().save(person, label, "Sites sous infogérance", List.of(Scene.SECOND_COLLEGE));
        assertThat(agent.get("/grille?theme=DCP&etiquette=" + label).body())
                .contains("Les Tilleuls")
                .doesNotContain("La Passerelle");
        assertThat(APP.signIn(APP.scene().stateAgent().account())
                        .get("/grille?theme=DCP&etiquette=" + label)
                        .body())
                .doesNotContain("Les Tilleuls");
    }

    @Test
    void saves_a_lot_and_tells_of_each_cell() {
        AuditId audit = APP.scene().audit(Scene.SECOND_COLLEGE);
        HttpResponse<String> reply = lot(
                agent,
                "{\"cells\":[" + cell(audit, "SAU-01", 0, "PARTIEL") + "," + cell(audit, "SAU-02", 3, "PARTIEL") + ","
                        + cell(APP.scene().audit(Scene.SCHOOL), "SAU-01", 0, "PARTIEL") + "]}");
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.body())
                .contains("\"kind\":\"SAVED\"", "\"kind\":\"STALE\"", "\"kind\":\"NOT_FOUND\"", "\"version\":1");
        assertThat(lot(agent, "{\"cells\":[{\"audit\":\"x\"}]}").statusCode()).isIn(400, 422);
        assertThat(agent.json("POST", "/grille/reponses", "{\"cells\":[]}", "Origin", agent.base())
                        .statusCode())
                .as("without the form's token")
                .isEqualTo(403);
    }

    @Test
    void saves_a_theme_of_one_school_by_a_plain_form_and_keeps_what_was_refused() {
        AuditId audit = APP.scene().audit(Scene.THIRD_COLLEGE);
        String path = "/audits/" + audit + "/themes/SAU/saisie";
        assertThat(agent.get(path).body()).contains("name=\"verdict.SAU-01\"", "Enregistrer les réponses");
        Map<String, String> form = new HashMap<>();
        form.putAll(line("SAU-01", "PARTIEL", "Sauf le samedi."));
        form.putAll(line("SAU-02", "NON_APPLICABLE", ""));
        form.putAll(line("SAU-03", "", ""));
        HttpResponse<String> refused = agent.post(path, form);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Écrivez pourquoi la mesure est sans objet ici")
                .contains("value=\"NON_APPLICABLE\" checked");
        assertThat(verdict(audit, "SAU-01")).isEqualTo(Verdict.PARTIEL);
        assertThat(verdict(audit, "SAU-02")).isNull();
        HttpResponse<String> saved = agent.post(path, line("SAU-02", "NON_APPLICABLE", "Aucun serveur ici."));
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(agent.get(saved.headers().firstValue("Location").orElseThrow())
                        .body())
                .contains("1 réponse enregistrée.");
        HttpResponse<String> stale = agent.post(path, line("SAU-01", "CONFORME", ""));
        assertThat(stale.body()).contains("La réponse enregistrée entre-temps", "value=\"CONFORME\" checked");
    }

    private static Map<String, String> line(String code, String verdict, String comment) {
        return Map.of(
                "verdict." + code, verdict, "comment." + code, comment, "version." + code, "0", "was." + code, ".0");
    }

    private static HttpResponse<String> lot(Visitor visitor, String body) {
        return visitor.json(
                "POST",
                "/grille/reponses",
                body,
                "Origin",
                visitor.base(),
                "X-CSRF-Token",
                visitor.csrf(),
                "Accept",
                "application/json");
    }

    private static String cell(AuditId audit, String control, int seen, String verdict) {
        return "{\"audit\":\"" + audit + "\",\"control\":\"" + control + "\",\"seen\":" + seen + ",\"verdict\":\""
                + verdict + "\",\"comment\":null,\"last\":false}";
    }

    private static Verdict verdict(AuditId audit, String control) {
        return APP.scene()
                .audits
                .control(person, audit, Scene.control(control))
                .cell()
                .verdict();
    }
}
