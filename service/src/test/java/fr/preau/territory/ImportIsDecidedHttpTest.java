package fr.preau.territory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.Visitor;
import fr.preau.access.Principal;
import fr.preau.audit.KeptFigures;
import fr.preau.database.Database;
import fr.preau.kernel.Actor;
import fr.preau.kernel.Uai;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * An import of the directory finds, while a campaign runs, a commune that merged, schools that moved, closed, vanished and
 * came back: each is decided from « À décider », its effect on the figures told before and kept, once, whoever is faster.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ImportIsDecidedHttpTest {
    @RegisterExtension
    static final App APP = new App();

    @TempDir
    static Path folder;

    private static final List<String> SCHOOLS = List.of("Aulnes", "Bouleaux", "Charmes", "Chênes", "Érables", "Frênes");
    private static Scene scene;
    private static Visitor one;
    private static Visitor other;

    @BeforeAll
    static void stage() {
        scene = APP.scene();
        Principal nation = scene.administrator();
        one = APP.signIn(nation.account());
        other = APP.signIn(scene.administrator().account());
        imports(ImportOptions.PLAIN, file("22901", "22903", "22903", "OUVERT", true));
        APP.services().shared().arrivals().join(nation, scene.campaign);
        imports(new ImportOptions(false, true, 1, Map.of()), file("22902", "22902", "22903", "FERME", false));
    }

    @Test
    @Order(1)
    void asks_each_question_with_the_page_where_one_decides() {
        assertThat(one.get("/a-decider").body())
                .contains("6 questions attendent", "Hautbourg → Basbourg", "3 établissements ont changé")
                .contains("1 établissement a fermé", "École Chênes", "1 établissement manque", "École Érables")
                .contains("/unites/collectivite-22901/succession?par=22902", roster())
                .contains("Attendu dans la campagne 2026–2027", "Un effectif attend des décisions");
    }

    @Test
    @Order(2)
    void a_merger_is_decided_once_after_its_effect() {
        String page = "/unites/collectivite-22901/succession";
        String preview = one.get(page + "?par=22902&jour=2026-11-20").body();
        assertThat(preview).contains("2 audits ouverts suivent", "quittent les chiffres de Hautbourg");
        Map<String, String> form =
                Map.of("par", "22902", "jour", "2026-11-20", "vu", hidden(preview, "vu"), "reason", "Commune nouvelle");
        once(() -> one.post(page, form), () -> other.post(page, form), "déjà remplacée par Basbourg");
        assertThat(one.get(page).body()).contains("Ce qui a suivi", "2 audits ouverts suivent", "Commune nouvelle");
        assertThat(one.get("/a-decider").body())
                .contains("3 questions attendent")
                .doesNotContain("Hautbourg");
    }

    @Test
    @Order(3)
    void a_school_that_moved_is_decided_once_whatever_two_people_want() {
        assertThat(one.get(roster()).body())
                .contains(
                        "Effet sur les chiffres si tous suivent",
                        "4\u00a0→\u00a03",
                        "3\u00a0→\u00a04",
                        "0\u00a0→\u00a00");
        Map<String, String> follows = line("MOVED", "Charmes", "follow");
        Map<String, String> stays = line("MOVED", "Charmes", "stay");
        once(() -> one.post(roster(), follows), () -> other.post(roster(), stays), "quelqu’un vient d’en décider");
        assertThat(decisions("Charmes")).isOne();
        assertThat(one.get("/a-decider").body()).doesNotContain("École Charmes");
    }

    @Test
    @Order(4)
    void a_school_that_closed_is_decided_once_and_the_figures_say_so() {
        assertThat(one.get(roster()).body()).contains("Si tous le sont", "13 attendus au lieu de 14");
        Map<String, String> form = line("CLOSED", "Chênes", "follow");
        once(() -> one.post(roster(), form), () -> other.post(roster(), form), "quelqu’un vient d’en décider");
        assertThat(one.get(roster()).body()).contains("Retiré, établissement fermé", "13 audits attendus");
    }

    @Test
    @Order(5)
    void a_school_that_vanished_is_closed_once_and_its_roster_goes_on_asking() {
        Map<String, String> form = Map.of(
                "kind",
                "ABSENT",
                "question",
                match(one.get("/a-decider").body(), "value=\"(\\d+)\"[^>]*aria-label=\"Choisir École Érables"),
                "reason-ABSENT",
                "Fermée en juillet",
                "close",
                "1");
        once(() -> one.post("/a-decider", form), () -> other.post("/a-decider", form), "Quelqu’un vient d’en décider");
        assertThat(one.get("/a-decider").body())
                .contains("Rien n’attend", "Un effectif attend des décisions", roster());
        Map<String, String> kept = line("CLOSED", "Érables", "stay");
        once(() -> one.post(roster(), kept), () -> other.post(roster(), kept), "quelqu’un vient d’en décider");
        assertThat(decisions("Érables"))
                .as("to leave as it is is decided once, too")
                .isOne();
        assertThat(one.get("/a-decider").body()).contains("Rien n’attend de décision");
    }

    @Test
    @Order(6)
    void a_school_that_comes_back_is_told_where_its_audit_was_decided() {
        imports(ImportOptions.PLAIN, file("22902", "22902", "22903", "OUVERT", false));
        assertThat(one.get("/a-decider").body()).contains("Rien n’attend de décision");
        assertThat(one.get(roster()).body()).contains("École Chênes", "Rouvert depuis");
        assertThat(new KeptFigures(new Database(APP.postgres().owner(), scene.clock)).difference())
                .isEmpty();
    }

    private static String roster() {
        return "/campagnes/" + scene.campaign + "/effectif";
    }

    /** Both at the same time: one decision, and one refusal that says so. */
    private static void once(Request first, Request second, String told) {
        List<HttpResponse<String>> replies =
                List.of(CompletableFuture.supplyAsync(first::send), CompletableFuture.supplyAsync(second::send))
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();
        assertThat(replies).filteredOn(reply -> reply.statusCode() == 303).hasSize(1);
        assertThat(replies)
                .filteredOn(reply -> reply.statusCode() == 409)
                .singleElement()
                .satisfies(reply -> assertThat(reply.body()).contains(told));
    }

    private interface Request {
        HttpResponse<String> send();
    }

    /** The form of one line of a roster, as its page has it. */
    private static Map<String, String> line(String kind, String school, String button) {
        String ticket =
                match(one.get(roster()).body(), "value=\"([^\"]+)\"[^>]*aria-label=\"Décider pour École " + school);
        return new HashMap<>(
                Map.of("kind", kind, "audit", ticket, button, "1", "reason-" + kind, "Arrêté du 20 novembre"));
    }

    private static long decisions(String school) {
        return APP.postgres()
                .owner()
                .withHandle(tx -> tx.createQuery("SELECT count(*) FROM roster_decision d JOIN audit a ON a.id = d.audit"
                                + " WHERE a.school_name = :name")
                        .bind("name", "École " + school)
                        .mapTo(Long.class)
                        .one());
    }

    private static String hidden(String page, String name) {
        return match(page, "name=\"" + name + "\" value=\"([^\"]+)\"");
    }

    private static String match(String page, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    private static void imports(ImportOptions options, Path file) {
        new DirectoryImport(scene.database, scene.journal, scene.clock).run(Actor.OPERATOR, file, options, read -> {});
    }

    /** Two schools of Hautbourg, one that moves, one that closes, one that vanishes, one that stays; of Basbourg, one. */
    private static Path file(String first, String third, String fourth, String state, boolean fifth) {
        DirectoryFixture file = new DirectoryFixture();
        row(file, 0, first, "OUVERT");
        row(file, 1, first, "OUVERT");
        row(file, 2, third, "OUVERT");
        row(file, 3, fourth, state);
        if (fifth) {
            row(file, 4, "22903", "OUVERT");
        }
        row(file, 5, "22903", "OUVERT");
        file.row(Uai.of(8_500_010).value(), cells("École Basbourg", "22902", "OUVERT"));
        return file.write(folder);
    }

    private static void row(DirectoryFixture file, int school, String commune, String state) {
        file.row(Uai.of(8_500_001 + school).value(), cells("École " + SCHOOLS.get(school), commune, state));
    }

    private static String[] cells(String name, String commune, String state) {
        Map<String, String> towns = Map.of("22901", "Hautbourg", "22902", "Basbourg", "22903", "Tiercelet");
        return new String[] {
            "Nom_etablissement", name,
            "Code_commune", commune,
            "Nom_commune", towns.get(commune),
            "Code_departement", "022",
            "etat", state
        };
    }
}
