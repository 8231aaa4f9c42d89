package fr.preau.journal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.Visitor;
import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.audit.NewAnswer;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.Actor;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.UnitId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The use case « who did what »: the journal of an audit, of a unit, of a person, on pages and as files. */
class JournalPagesTest {
    @RegisterExtension
    static final App APP = new App();

    @Test
    void an_audit_shows_its_entries_its_campaign_s_and_the_actions_on_many_that_touched_it() {
        Scene scene = APP.scene();
        Principal agent = scene.agent();
        AuditId audit = scene.audit(Scene.COLLEGE);
        AuditId other = scene.audit(Scene.SECOND_COLLEGE);
        scene.answers.save(agent, audit, Scene.control("SAU-02"), 0, new NewAnswer(Verdict.CONFORME, "=1+1; « oui »"));
        Entry unheardOf = Entry.of(Actor.SYSTEM, "campaign.archived", "archive/1")
                .touching(List.of("audit/" + audit, "audit/" + other));
        scene.database.run(Actor.SYSTEM, tx -> scene.journal.record(tx, unheardOf));
        Visitor visitor = APP.signIn(agent.account());
        for (AuditId touched : List.of(audit, other)) {
            assertThat(visitor.get("/audits/" + touched + "/historique").body())
                    .contains("Campagne ouverte", "campaign.archived", "et 2 autres objets", "Campagne préparée");
        }
        byte[] file = visitor.download("/audits/" + audit + "/historique.csv").body();
        String text = new String(file, StandardCharsets.UTF_8);
        assertThat(text).startsWith("\ufeffDate;Auteur;Action;Code;Objet;").contains("\r\n");
        assertThat(text).contains(";\"'=1+1; « oui »\"\r\n", ";answer.saved;audit/" + audit + "/SAU-02;0;");
        assertThat(text).contains(agent.name(), "journal.exported");
        assertThat(visitor.get("/audits/" + scene.audit(Scene.SCHOOL) + "/historique.csv")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_reviewer_takes_no_file_of_what_is_not_handed_in() {
        Visitor reviewer = APP.signIn(APP.scene().reviewer().account());
        AuditId audit = APP.scene().audit(Scene.THIRD_COLLEGE);
        assertThat(reviewer.get("/audits/" + audit + "/historique.csv").statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_unit_tells_its_administrator_who_did_what_and_neither_values_nor_names_of_schools() {
        Scene scene = APP.scene();
        Principal town = scene.townAgent();
        Principal far = scene.person("Agente lointaine", Scene.FAR_TOWN, new Grant(Role.AGENT, Scene.FAR_TOWN));
        AuditId audit = scene.audit(Scene.SCHOOL);
        scene.answers.save(town, audit, Scene.control("SAU-02"), 0, new NewAnswer(Verdict.PARTIEL, "Un secret"));
        scene.answers.save(
                far,
                scene.audit(Scene.FAR_SCHOOL),
                Scene.control("SAU-02"),
                0,
                new NewAnswer(Verdict.PARTIEL, "Un autre"));
        Principal administrator =
                scene.person("Administratrice de Rennes", Scene.ACADEMY, new Grant(Role.ADMINISTRATOR, Scene.ACADEMY));
        Visitor visitor = APP.signIn(administrator.account());
        for (UnitId unit : List.of(Scene.ACADEMY, Scene.TOWN, UnitId.department("35"))) {
            String page = visitor.get("/unites/" + unit + "/journal").body();
            assertThat(page).as(unit.toString()).contains("audit/" + audit + "/SAU-02", town.name());
            assertThat(page)
                    .doesNotContain("Un secret", "PARTIEL", "Grand-Pré", far.name(), "Un autre", "Campagne ouverte");
        }
        assertThat(visitor.get("/unites/academie-14/journal.csv").body())
                .contains("audit/" + audit + "/SAU-02")
                .doesNotContain("Un secret", "PARTIEL", far.name());
        for (String unit : List.of("nation", "academie-17", "collectivite-44901", "departement-44", "x-1")) {
            assertThat(visitor.get("/unites/" + unit + "/journal").statusCode())
                    .as(unit)
                    .isEqualTo(404);
            assertThat(visitor.get("/unites/" + unit + "/journal.csv").statusCode())
                    .as(unit)
                    .isEqualTo(404);
        }
        Visitor nation = APP.signIn(scene.administrator().account());
        assertThat(nation.get("/unites/nation/journal").body()).contains(far.name(), town.name(), "Journal téléchargé");
        assertThat(nation.get("/unites/nation").body()).contains("/unites/nation/journal");
        assertThat(APP.signIn(town.account())
                        .get("/unites/" + Scene.TOWN + "/journal")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_unit_tells_nothing_of_somebody_whose_right_there_has_lapsed() {
        Scene scene = APP.scene();
        Principal passing = scene.person("De passage", Scene.FAR_TOWN, new Grant(Role.READER, UnitId.department("35")));
        Visitor visitor = APP.signIn(scene.administrator().account());
        List<UnitId> units = List.of(UnitId.department("35"), Scene.ACADEMY);
        for (UnitId unit : units) {
            assertThat(visitor.get("/unites/" + unit + "/journal").body())
                    .as(unit.toString())
                    .contains("account/" + passing.account());
        }
        APP.postgres()
                .owner()
                .useHandle(tx -> tx.execute(
                        "UPDATE access_grant SET since = since - interval '1 day', until = ?::timestamptz WHERE account = ?",
                        scene.now.get().toString(),
                        passing.account().value()));
        for (UnitId unit : units) {
            assertThat(visitor.get("/unites/" + unit + "/journal").body())
                    .as(unit.toString())
                    .doesNotContain("account/" + passing.account());
        }
    }

    @Test
    void an_erased_account_is_told_in_the_language_of_the_page() {
        Scene scene = APP.scene();
        Principal gone = scene.person("Qui s’en va", Scene.TOWN, new Grant(Role.AGENT, Scene.TOWN));
        AuditId audit = scene.audit(Scene.SCHOOL);
        scene.answers.save(gone, audit, Scene.control("SAU-01"), 0, new NewAnswer(Verdict.PARTIEL, null));
        scene.accounts.disable(Actor.SYSTEM, gone.account());
        APP.services().access().people().erasures().erase(Actor.SYSTEM, gone.account());
        Visitor agent = APP.signIn(scene.townAgent().account());
        for (String page : List.of("/historique", "/mesures/SAU-01")) {
            String english = agent.get("/audits/" + audit + page, "Accept-Language", "en")
                    .body();
            assertThat(english).as(page).contains("Erased account").doesNotContain("Compte effacé");
            assertThat(agent.get("/audits/" + audit + page).body()).as(page).contains("Compte effacé");
        }
    }

    @Test
    void a_person_reads_their_journal_and_their_administrator_reads_it_without_the_audits() {
        Scene scene = APP.scene();
        Principal agent = scene.agent();
        AuditId audit = scene.audit(Scene.THIRD_COLLEGE);
        scene.answers.save(agent, audit, Scene.control("SAU-02"), 0, new NewAnswer(Verdict.CONFORME, "À moi"));
        Visitor own = APP.signIn(agent.account());
        assertThat(own.get("/compte").body()).contains("/compte/journal");
        assertThat(own.get("/compte/journal").body())
                .contains("Réponse", "audit/" + audit + "/SAU-02", "Connexion", "Droit donné")
                .doesNotContain("À moi");
        assertThat(own.get("/compte/journal.csv").body()).contains("answer.saved");
        Principal administrator = scene.administrator();
        Visitor visitor = APP.signIn(administrator.account());
        String home = "/personnes/" + agent.account();
        assertThat(visitor.get(home).body()).contains(home + "/journal");
        assertThat(visitor.get(home + "/journal").body())
                .contains("Réponse", agent.name(), "Fiche de la personne consultée")
                .doesNotContain("audit/" + audit);
        assertThat(visitor.get(home + "/journal.csv").body()).doesNotContain("audit/" + audit);
        visitor.get(home);
        visitor.get(home);
        assertThat(actions("account/" + agent.account()))
                .containsOnlyOnce("account.read " + administrator.account())
                .contains("journal.exported " + administrator.account());
        assertThat(own.get("/personnes/" + administrator.account() + "/journal").statusCode())
                .isEqualTo(404);
    }

    @Test
    void what_a_national_reviewer_reads_is_recorded_once_a_day() {
        Scene scene = APP.scene();
        Principal national = scene.person("Revue nationale", UnitId.NATION, new Grant(Role.REVIEWER, UnitId.NATION));
        Principal near = scene.reviewer();
        AuditId audit = scene.audit(Scene.OTHER_SCHOOL);
        for (Principal reader : List.of(national, near)) {
            Visitor visitor = APP.signIn(reader.account());
            visitor.get("/audits/" + audit);
            visitor.get("/audits/" + audit);
            visitor.get("/etablissements");
        }
        assertThat(actions("audit/" + audit)).containsExactly("audit.read " + national.account());
        assertThat(actions("campaign/" + scene.campaign))
                .containsOnlyOnce("audits.listed " + national.account())
                .doesNotContain("audits.listed " + near.account());
        var before = scene.now.get();
        scene.at("2026-11-24T09:00:00Z");
        APP.signIn(national.account()).get("/audits/" + audit);
        scene.now.set(before);
        assertThat(actions("audit/" + audit)).hasSize(2);
    }

    private static List<String> actions(String object) {
        return APP.scene()
                .database
                .call(
                        Actor.SYSTEM,
                        tx -> APP.scene().journal.exactly(tx, object, 100).stream()
                                .map(trace -> trace.action() + " " + trace.account())
                                .toList());
    }
}
