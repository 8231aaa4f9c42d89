package fr.preau.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.Visitor;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.Actor;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An administrator at the list: filters, a right with its end, the file and what comes back of it. */
class PeopleHttpTest {
    @RegisterExtension
    static final App APP = new App();

    private static final Grant AGENT = new Grant(Role.AGENT, Scene.TOWN);

    @Test
    void the_list_tells_the_end_of_a_right_and_filters_by_role_unit_and_state() {
        Principal administrator = APP.scene().administrator();
        Visitor visitor = APP.signIn(administrator.account());
        HttpResponse<String> invited = visitor.post(
                "/personnes/inviter",
                Map.of(
                        "email",
                        "datee@exemple.invalid",
                        "name",
                        "Datée Rivage",
                        "employer",
                        "35901",
                        "role",
                        "AGENT",
                        "unit",
                        "35901",
                        "fin",
                        "2027-03-12"));
        assertThat(invited.body()).contains("/lien/");
        String list = visitor.get("/personnes?q=rivage&role=AGENT&unite=35901&etat=INVITED")
                .body();
        assertThat(list)
                .contains(
                        "Datée Rivage", "jusqu’au 12\u00a0mars 2027 compris", administrator.name(), "Pas encore venue")
                .contains("liste.csv?q=rivage&amp;role=AGENT&amp;unite=35901&amp;etat=INVITED");
        assertThat(visitor.get("/personnes?q=rivage&role=READER").body()).doesNotContain("Datée Rivage");
        assertThat(visitor.get("/personnes?q=rivage&etat=CLOSED").body()).doesNotContain("Datée Rivage");
        assertThat(visitor.get("/personnes?unite=nulle-part").body()).contains("Aucune unité ne répond");
    }

    @Test
    void a_day_that_is_past_or_no_day_is_told_at_its_field() {
        AccountId person = APP.scene().townAgent().account();
        Visitor visitor = APP.signIn(APP.scene().administrator().account());
        for (String wrong : List.of("2020-01-01", "demain", "2026-02-30", "9999-01-01")) {
            HttpResponse<String> reply = visitor.post(
                    "/personnes/" + person + "/droits", Map.of("role", "READER", "unit", "35901", "fin", wrong));
            assertThat(reply.statusCode()).as(wrong).isEqualTo(422);
            assertThat(reply.body()).contains("href=\"#fin\"", "id=\"fin-error\"");
        }
        assertThat(visitor.post(
                                "/personnes/" + person + "/droits",
                                Map.of("role", "AGENT", "unit", "collectivite-35901", "fin", "2026-11-23"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(APP.signIn(person).get("/compte").body()).contains("jusqu’au 23\u00a0novembre 2026 compris");
        APP.scene().at("2026-11-23T23:00:00Z");
        assertThat(APP.signIn(person).get("/compte").body()).contains("Aucun pour l’instant");
        APP.scene().at("2026-11-23T09:00:00Z");
    }

    @Test
    void the_file_of_the_list_holds_no_formula_and_is_taken_back_without_a_change() {
        Principal local = APP.scene().person("Mairie", Scene.TOWN, new Grant(Role.ADMINISTRATOR, Scene.TOWN));
        APP.scene()
                .accounts
                .add(
                        Actor.SYSTEM,
                        new NewPerson("calcul@exemple.invalid", "=cmd|' /C calc'!A0", Scene.TOWN),
                        List.of(AGENT));
        Visitor visitor = APP.signIn(local.account());
        HttpResponse<String> file = visitor.get("/personnes/liste.csv?q=calcul");
        assertThat(file.headers().firstValue("Content-Type")).hasValue("text/csv;charset=utf-8");
        assertThat(file.body())
                .startsWith(
                        "\ufeffemail;nom;employeur;role;unite;fin;nom_unite;depuis;accorde_par;derniere_venue;etat\r\n")
                .contains(";'=cmd|' /C calc'!A0;collectivite-35901;AGENT;collectivite-35901;;Montrelay;2026-11-23;");
        assertThat(visitor.post("/personnes/importer", Map.of("texte", file.body()))
                        .body())
                .contains("Rien à faire", "1 droit déjà ainsi");
        assertThat(actions("people")).contains("people.exported");
    }

    @Test
    void an_import_is_reported_then_confirmed_and_its_links_are_shown_once() {
        Visitor visitor = APP.signIn(APP.scene().administrator().account());
        String file = "email;nom;employeur;role;unite;fin\n@x;X;35901;agent;35901;\n";
        HttpResponse<String> wrong = visitor.post("/personnes/importer", Map.of("texte", file));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Ligne 2", "n’est pas une adresse").doesNotContain("Confirmer");

        String right = "email;nom;employeur;role;unite;fin\nimportee@exemple.invalid;Importée;35901;agent;35901;\n";
        String report =
                visitor.post("/personnes/importer", Map.of("texte", right)).body();
        assertThat(report).contains("1 compte à créer", "Confirmer l’importation");
        String digest = report.replaceAll("(?s).*name=\"lu\" value=\"([0-9a-f]+)\".*", "$1");
        String path = "/personnes/importer/confirmation";
        assertThat(visitor.post(path, Map.of("texte", right, "lu", "autre")).statusCode())
                .isEqualTo(409);
        String done = visitor.post(path, Map.of("texte", right, "lu", digest)).body();
        assertThat(done).contains("Importation faite", "1 lien à transmettre");
        String secret = done.replaceAll("(?s).*name=\"lien\" value=\"([^\"]+)\".*", "$1");
        assertThat(APP.anonymous().get("/lien/" + secret).body()).contains("Choisir votre mot de passe");
        assertThat(visitor.post("/personnes/importer/liens", Map.of("lien", secret))
                        .body())
                .contains("importee@exemple.invalid;Importée;" + APP.url().replaceAll(":\\d+$", ""))
                .contains("/lien/" + secret);
        Visitor other = APP.signIn(APP.scene().administrator().account());
        assertThat(other.post("/personnes/importer/liens", Map.of("lien", secret))
                        .body())
                .doesNotContain(secret);
        assertThat(visitor.post("/personnes/importer", Map.of("texte", right)).body())
                .contains("Rien à faire");
    }

    @Test
    void reading_somebody_elses_pages_is_recorded() {
        AccountId person = APP.scene().townAgent().account();
        for (String page : List.of("", "/fermeture", "/effacement", "/second-facteur", "/journal")) {
            Principal administrator = APP.scene().administrator();
            APP.signIn(administrator.account()).get("/personnes/" + person + page);
            List<Long> readers = APP.postgres()
                    .owner()
                    .withHandle(owner -> owner.createQuery("SELECT account FROM journal_entry WHERE object = :object"
                                    + " AND action = 'account.read' ORDER BY id DESC")
                            .bind("object", "account/" + person)
                            .mapTo(Long.class)
                            .list());
            assertThat(readers).as(page).contains(administrator.account().value());
        }
    }

    private static List<String> actions(String object) {
        return APP.postgres()
                .owner()
                .withHandle(owner -> owner.createQuery("SELECT action FROM journal_entry WHERE object = :object")
                        .bind("object", object)
                        .mapTo(String.class)
                        .list());
    }
}
