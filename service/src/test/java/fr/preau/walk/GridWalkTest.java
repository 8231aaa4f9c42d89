package fr.preau.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fr.preau.App;
import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.audit.Cell;
import fr.preau.audit.NewAnswer;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Uai;
import fr.preau.web.Browser;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The grid without a mouse: letters, ranges, the clipboard, two people in one cell, a connection that is lost. */
class GridWalkTest {
    @RegisterExtension
    static final App APP = new App();

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static Principal agent;
    /** Rows in the order of the grid: L’Œuvre-d’Été, La Passerelle, Les Tilleuls. */
    private static final List<Uai> ROWS = List.of(Scene.THIRD_COLLEGE, Scene.COLLEGE, Scene.SECOND_COLLEGE);

    private Page page;
    private Keyboard keyboard;

    @BeforeAll
    static void lastYear() {
        Scene scene = APP.scene();
        CampaignId before = scene.campaign("2025–2026", LocalDate.of(2025, 11, 3), LocalDate.of(2026, 1, 30));
        scene.at("2025-12-01T09:00:00Z");
        agent = scene.agent();
        AuditId then = scene.audit(before, Scene.COLLEGE);
        scene.answers.save(
                agent, then, Scene.control("ACC-03"), 0, new NewAnswer(Verdict.NON_APPLICABLE, "Sans objet."));
        scene.at("2026-11-23T09:00:00Z");
        agent = scene.principal(agent.account());
    }

    @BeforeEach
    void open() {
        Walker walker = Walker.of(APP, BROWSER, agent);
        page = walker.page();
        keyboard = page.keyboard();
    }

    @Test
    void answers_by_letters_fills_down_undoes_and_confirms_last_year() {
        go("ACC");
        Browser.assertNoBarrier(page);
        focus(0, 0);
        keyboard.press("c");
        keyboard.press("ArrowDown");
        keyboard.press("p");
        saved();
        assertThat(verdict(0, "ACC-01")).isEqualTo(Verdict.CONFORME);
        assertThat(verdict(1, "ACC-01")).isEqualTo(Verdict.PARTIEL);

        keyboard.press("ArrowUp");
        keyboard.press("Shift+ArrowDown");
        keyboard.press("Shift+ArrowDown");
        assertThat(page.locator("#grid [aria-selected=true]")).hasCount(3);
        keyboard.press("Control+d");
        saved();
        assertThat(verdict(1, "ACC-01")).isEqualTo(Verdict.CONFORME);
        assertThat(verdict(2, "ACC-01")).isEqualTo(Verdict.CONFORME);
        keyboard.press("Control+z");
        saved();
        assertThat(verdict(1, "ACC-01")).isEqualTo(Verdict.PARTIEL);
        assertThat(page.locator("#grid-live")).containsText("Une réponse ne s’efface pas");
        keyboard.press("Delete");
        assertThat(verdict(1, "ACC-01")).isEqualTo(Verdict.PARTIEL);

        focus(1, 2);
        assertThat(td(1, 2)).hasClass("v-a last");
        Browser.shot(page, "grid", 1440);
        Browser.shot(page, "grid", 320);
        page.setViewportSize(1440, 900);
        focus(1, 2);
        keyboard.press("o");
        saved();
        assertThat(cell(1, "ACC-03").comment()).isEqualTo("Sans objet.");
        assertThat(td(1, 2)).hasClass("v-a");
    }

    @Test
    void goes_about_like_a_spreadsheet_with_one_tab_stop() {
        go("ACC");
        int last = page.locator("#grid thead th").count() - 2;
        focus(0, 0);
        keyboard.press("Control+End");
        assertThat(td(2, last)).isFocused();
        keyboard.press("Home");
        assertThat(td(2, 0)).isFocused();
        keyboard.press("Control+ArrowRight");
        keyboard.press("PageUp");
        assertThat(td(0, last)).isFocused();
        keyboard.press("Control+Home");
        keyboard.press("ArrowLeft");
        assertThat(page.locator("#grid tbody th a").first()).isFocused();
        assertThat(page.locator("#grid [tabindex='0']")).hasCount(1);
        keyboard.press("ArrowRight");
        keyboard.press("Enter");
        assertThat(page.locator("#panel-comment")).isFocused();
        keyboard.press("Escape");
        assertThat(td(0, 0)).isFocused();
    }

    @Test
    void pastes_a_range_from_a_spreadsheet_and_copies_one_to_it() {
        go("SAU");
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.evaluate("navigator.clipboard.writeText('C\\tpartiel\\nNon conforme\\t\\nxyz\\t?\\n')");
        focus(0, 0);
        keyboard.press("Control+v");
        saved();
        assertThat(verdict(0, "SAU-01")).isEqualTo(Verdict.CONFORME);
        assertThat(verdict(0, "SAU-02")).isEqualTo(Verdict.PARTIEL);
        assertThat(verdict(1, "SAU-01")).isEqualTo(Verdict.NON_CONFORME);
        assertThat(verdict(1, "SAU-02")).isNull();
        assertThat(verdict(2, "SAU-01")).isNull();
        assertThat(verdict(2, "SAU-02")).isEqualTo(Verdict.NE_SAIT_PAS);
        keyboard.press("Shift+ArrowRight");
        keyboard.press("Shift+ArrowDown");
        keyboard.press("Control+c");
        assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo("Conforme\tPartiel\nNon conforme\t");
    }

    @Test
    void shows_both_values_of_a_conflict_and_lets_one_choose() {
        go("EQP");
        other("EQP-01", Verdict.NON_CONFORME);
        focus(1, 0);
        keyboard.press("p");
        assertThat(td(1, 0)).hasClass("v-p clash");
        assertThat(page.locator("#grid-said")).containsText("Conflits à trancher\u00a0: 1");
        assertThat(page.locator("#clash-mine")).hasText("Partiel");
        assertThat(page.locator("#clash-theirs")).containsText("Non conforme");
        assertThat(verdict(1, "EQP-01")).isEqualTo(Verdict.NON_CONFORME);
        Browser.assertNoBarrier(page);
        Browser.shot(page, "grid-conflict", 1440);
        keyboard.press("Enter");
        assertThat(page.locator("#clash-keep")).isFocused();
        keyboard.press("Enter");
        saved();
        assertThat(verdict(1, "EQP-01")).isEqualTo(Verdict.PARTIEL);
        assertThat(td(1, 0)).isFocused();
    }

    @Test
    void asks_for_the_reason_and_takes_it() {
        go("GOV");
        focus(1, 0);
        keyboard.press("a");
        assertThat(page.locator("#wrong-text")).containsText("sans objet");
        assertThat(cell(1, "GOV-01").verdict()).isNull();
        keyboard.press("Enter");
        assertThat(page.locator("#panel-comment")).isFocused();
        keyboard.type("Aucun serveur ici.");
        keyboard.press("Tab");
        keyboard.press("Enter");
        saved();
        assertThat(cell(1, "GOV-01").verdict()).isEqualTo(Verdict.NON_APPLICABLE);
        assertThat(cell(1, "GOV-01").comment()).isEqualTo("Aucun serveur ici.");
    }

    @Test
    void keeps_what_is_typed_while_the_connection_is_lost_and_sends_it_afterwards() {
        go("SEN");
        page.context().setOffline(true);
        focus(0, 0);
        keyboard.press("c");
        keyboard.press("ArrowRight");
        keyboard.press("n");
        assertThat(page.locator("#grid-said")).containsText("Pas de connexion");
        assertThat(td(0, 0)).hasClass("v-c unsaved");
        assertThat(warnsWhoLeaves()).isTrue();
        page.context().setOffline(false);
        saved();
        assertThat(warnsWhoLeaves()).isFalse();
        assertThat(verdict(0, "SEN-01")).isEqualTo(Verdict.CONFORME);
        assertThat(verdict(0, "SEN-02")).isEqualTo(Verdict.NON_CONFORME);
    }

    @Test
    void works_without_scripts_as_forms_of_one_school() {
        Walker walker = Walker.withoutScripts(APP, BROWSER, agent).goesTo("/grille?theme=PAT");
        walker.reads("Collège La Passerelle").follows("Collège La Passerelle").reads("Saisie, ");
        walker.page().locator("input[name='verdict.PAT-01'][value=PARTIEL]").check();
        walker.page().locator("input[name='verdict.PAT-03'][value=CONFORME]").check();
        walker.presses("Enregistrer les réponses").isTold("2 réponses enregistrées.");
        assertThat(verdict(1, "PAT-01")).isEqualTo(Verdict.PARTIEL);
        page.navigate(APP.url() + "/audits/" + APP.scene().audit(Scene.COLLEGE) + "/themes/PAT/saisie");
        Browser.assertNoBarrier(page);
        Browser.shot(page, "sheet", 1440);
        Browser.shot(page, "sheet", 320);
    }

    private void go(String theme) {
        page.navigate(APP.url() + "/grille?theme=" + theme);
        assertThat(page.locator("#grid")).hasAttribute("role", "grid");
        assertThat(page.locator("#grid [tabindex='0']")).hasCount(1);
    }

    private void focus(int row, int column) {
        td(row, column).click();
        assertThat(td(row, column)).isFocused();
    }

    private Locator td(int row, int column) {
        return page.locator("#grid tbody tr").nth(row).locator("td").nth(column);
    }

    private boolean warnsWhoLeaves() {
        return (boolean) page.evaluate("""
                () => {
                  const leaving = new Event("beforeunload", {cancelable: true});
                  dispatchEvent(leaving);
                  return leaving.defaultPrevented;
                }""");
    }

    private void saved() {
        assertThat(page.locator("#grid-said")).hasText("Tout est enregistré.");
    }

    private static void other(String control, Verdict verdict) {
        APP.scene()
                .answers
                .save(APP.scene().agent(), audit(1), Scene.control(control), 0, new NewAnswer(verdict, null));
    }

    private static AuditId audit(int row) {
        return APP.scene().audit(ROWS.get(row));
    }

    private static Cell cell(int row, String control) {
        return APP.scene()
                .audits
                .control(agent, audit(row), Scene.control(control))
                .cell();
    }

    private static Verdict verdict(int row, String control) {
        return cell(row, control).verdict();
    }
}
