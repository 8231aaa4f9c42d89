package fr.preau.rights;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.Visitor;
import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.access.Scope;
import fr.preau.kernel.Uai;
import fr.preau.kernel.UnitId;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The canary where one looks for it: searches, filters, lists and their continuations, counts, completions, errors.
 * {@link AccessMatrixTest} listens for it on every route besides, in the text of each PDF too.
 */
class CanaryTest {
    @RegisterExtension
    static final App APP = new App().withAllDoors();

    private static Stage stage;
    private static List<Who> people;

    @BeforeAll
    static void stage() {
        stage = new Stage(APP);
        people = stage.people();
    }

    @Test
    void defect_08_sings_for_its_own_collectivity() {
        Principal own = APP.scene().person("Sa collectivité", Canary.TOWN, new Grant(Role.AGENT, Canary.TOWN));
        Visitor page = APP.signIn(own.account());
        Visitor program = APP.bearer(own.account(), Scope.READ);
        String heard = Stream.of(
                        page.get("/recherche?q=quetzal"),
                        page.get("/unites/" + Canary.TOWN),
                        page.get("/audits/" + stage.canary.audit() + "/historique"),
                        program.get("/api/v1/audits"),
                        program.get("/api/v1/units/" + Canary.TOWN + "/figures"))
                .map(HttpResponse::body)
                .reduce("", String::concat);
        assertThat(stage.canary.heard("", heard)).containsAll(stage.canary.songs());
    }

    @Test
    void defect_08_is_not_heard_outside_its_units_by_any_search_list_count_completion_or_error() {
        for (Who who : people) {
            Visitor page = who.page().get();
            Stream.concat(
                            pages(),
                            Stream.of(
                                    "/unites/" + who.targets().get(Place.INSIDE).unit()))
                    .forEach(path -> silent(who, path, page.get(path)));
            programs().forEach(path -> silent(who, path, who.program().get(path)));
            forms().forEach((path, form) -> silent(who, path + form, page.post(path, form)));
        }
    }

    @Test
    void defect_08_has_no_name_for_the_nations_readers_editors_and_administrators() {
        for (Role role : List.of(Role.READER, Role.EDITOR, Role.ADMINISTRATOR)) {
            Principal person = APP.scene().person("Nation " + role, UnitId.NATION, new Grant(role, UnitId.NATION));
            Visitor page = APP.signIn(person.account());
            Stream.concat(pages(), Stream.of("/unites/nation", "/unites/academie-17", "/unites/" + Canary.TOWN))
                    .filter(path -> role != Role.ADMINISTRATOR || !path.startsWith("/personnes"))
                    .forEach(path -> assertThat(page.get(path).body().replace(path, ""))
                            .as(role + " " + path)
                            .doesNotContain(Canary.SCHOOL.value() + "<", "École " + Canary.NAME));
        }
    }

    @Test
    void defect_08_is_in_no_reference_figure_of_four_schools() {
        Principal agent = APP.scene().townAgent();
        List<Uai> four = List.of(Scene.SCHOOL, Scene.OTHER_SCHOOL, Scene.FAR_SCHOOL);
        four.forEach(CanaryTest::render);
        assertThat(APP.services()
                        .figures()
                        .benchmarks()
                        .of(agent, stage.national)
                        .orElseThrow()
                        .boards())
                .isNotEmpty()
                .allSatisfy(board -> assertThat(board.cells()).noneMatch(cell -> cell.shown()));
        Visitor page = APP.signIn(agent.account());
        assertThat(page.get("/reference").body())
                .contains("masqué")
                .doesNotContainPattern("<td[^>]*>\\s*[0-9,]+\u00a0%");
        render(Stage.NEXT_SCHOOL);
        assertThat(page.get("/reference").body()).containsPattern("[0-9]\u00a0%");
    }

    private static Stream<String> pages() {
        String id = stage.canary.audit().toString();
        return Stream.of(
                "/recherche?q=quetzalcoatl",
                "/recherche?q=quetz",
                "/recherche?q=zanzibourg",
                "/recherche?q=" + Canary.SCHOOL,
                "/etablissements",
                "/etablissements?q=zanzi",
                "/etablissements?campagne=" + stage.national,
                "/etablissements?campagne=" + stage.national + "&etat=SUBMITTED",
                "/etablissements?apres=" + id,
                "/revue",
                "/revue?apres=" + id,
                "/campagnes",
                "/campagnes/" + stage.national,
                "/campagnes/nouvelle",
                "/chiffres",
                "/reference",
                "/personnes",
                "/compte",
                "/unites/" + Canary.TOWN,
                "/unites/etablissement-" + Canary.SCHOOL,
                "/audits/" + id,
                "/audits/" + id + "/rapport.pdf",
                "/audits/" + id + "/mesures/SAU-02");
    }

    private static Stream<String> programs() {
        String id = stage.canary.audit().toString();
        return Stream.of(
                "/api/v1/campaigns",
                "/api/v1/audits",
                "/api/v1/audits?campaign=" + stage.national,
                "/api/v1/audits?after=" + id,
                "/api/v1/audits/" + id,
                "/api/v1/units/" + Canary.TOWN + "/figures",
                "/api/v1/units/academie-17/figures");
    }

    private static Map<String, Map<String, String>> forms() {
        Map<String, String> invitation = Map.of(
                "email", "x@exemple.invalid", "name", "X", "employer", "zanzib", "role", "AGENT", "unit", "quetz");
        return Map.of(
                "/personnes/inviter",
                invitation,
                "/campagnes",
                Map.of("name", "x", "unit", Canary.TOWN.toString()),
                "/audits/" + stage.canary.audit() + "/envoi",
                Map.of());
    }

    private static void silent(Who who, String asked, HttpResponse<String> reply) {
        assertThat(stage.canary.heard(asked, reply.body()))
                .as(who.column() + " " + asked)
                .isEmpty();
    }

    private static void render(Uai school) {
        APP.postgres()
                .owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE audit SET state = 'VALIDATED', submitted_at = now(), submitted_by = 1 WHERE id = ?",
                        APP.scene().audit(stage.national, school).value()));
    }
}
