package fr.preau.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import fr.preau.App;
import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.audit.Cell;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.AuditId;
import fr.preau.web.Browser;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page of a control without a mouse: tabs, letters, arrows, and no keystroke that is lost. */
class KeyboardOnlyWalkTest {
    @RegisterExtension
    static final App APP = new App();

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final String FOCUSED = "document.activeElement.";

    private Principal agent;
    private AuditId audit;
    private Page page;
    private Keyboard keyboard;

    @BeforeEach
    void open() {
        agent = APP.scene().agent();
        audit = APP.scene().audit(Scene.COLLEGE);
        page = Walker.of(APP, BROWSER, agent).page();
        keyboard = page.keyboard();
    }

    @Test
    void each_letter_saves_its_answer_and_keeps_the_focus() {
        open("SAU-01");
        Map<String, Verdict> letters = new LinkedHashMap<>();
        letters.put("c", Verdict.CONFORME);
        letters.put("p", Verdict.PARTIEL);
        letters.put("n", Verdict.NON_CONFORME);
        letters.put("?", Verdict.NE_SAIT_PAS);
        letters.forEach((key, verdict) -> {
            keyboard.press(key);
            awaitSaved("SAU-01", verdict);
            assertThat(page.evaluate(FOCUSED + "value")).isEqualTo(verdict.name());
        });
        assertThat(cell("SAU-01").version()).isEqualTo(4);
    }

    @Test
    void not_applicable_asks_for_its_reason_and_takes_it() {
        open("SAU-02");
        keyboard.press("a");
        assertThat(page.locator(".note.error")).containsText("Écrivez pourquoi la mesure est sans objet ici");
        assertThat(page.locator("#comment")).hasAttribute("aria-invalid", "true");
        Browser.assertNoBarrier(page);
        assertThat(cell("SAU-02").verdict()).isNull();
        tabTo("comment");
        keyboard.type("Aucun serveur dans ce collège.");
        tabToButton("Enregistrer");
        keyboard.press("Enter");
        awaitSaved("SAU-02", Verdict.NON_APPLICABLE);
        assertThat(page.locator(".note.done")).containsText("Réponse enregistrée");
        assertThat(cell("SAU-02").comment()).isEqualTo("Aucun serveur dans ce collège.");
    }

    @Test
    void goes_from_the_top_of_the_page_to_the_next_control_by_tab_alone() {
        open("SAU-03");
        keyboard.press("Tab");
        assertThat(page.evaluate(FOCUSED + "textContent")).isEqualTo("Aller au contenu");
        keyboard.press("Enter");
        tabTo("verdict");
        keyboard.press("Space");
        awaitSaved("SAU-03", Verdict.CONFORME);
        keyboard.press("ArrowDown");
        awaitSaved("SAU-03", Verdict.PARTIEL);
        tabToButton("Enregistrer et passer à SAU-04");
        keyboard.press("Enter");
        page.waitForURL("**/mesures/SAU-04");
    }

    @Test
    void two_letters_at_once_save_the_last() {
        open("ACC-01");
        slowDownSaves();
        keyboard.press("c");
        keyboard.press("n");
        awaitSaved("ACC-01", Verdict.NON_CONFORME);
        assertThat(page.locator("input[value=NON_CONFORME]")).isChecked();
    }

    @Test
    void what_is_typed_while_a_choice_is_being_saved_stays() {
        open("ACC-02");
        slowDownSaves();
        keyboard.press("p");
        page.locator("#comment").focus();
        keyboard.type("Second facteur pour", new Keyboard.TypeOptions().setDelay(20));
        awaitSaved("ACC-02", Verdict.PARTIEL);
        keyboard.type(" trois comptes sur cinq");
        assertThat(page.locator("#comment")).hasValue("Second facteur pour trois comptes sur cinq");
        assertThat(page.evaluate(FOCUSED + "id")).isEqualTo("comment");
    }

    @Test
    void going_on_at_once_waits_for_the_choice_and_is_no_conflict() {
        open("ACC-03");
        slowDownSaves();
        keyboard.press("c");
        page.locator("#comment").fill("Depuis la rentrée.");
        page.locator("button[value=next]").focus();
        keyboard.press("Enter");
        page.waitForURL(url -> !url.endsWith("ACC-03"));
        assertThat(cell("ACC-03").verdict()).isEqualTo(Verdict.CONFORME);
        assertThat(cell("ACC-03").comment()).isEqualTo("Depuis la rentrée.");
        assertThat(page.locator(".note.error")).hasCount(0);
    }

    private void open(String control) {
        page.navigate(APP.url() + "/audits/" + audit + "/mesures/" + control);
    }

    /** As over a far line: each reply takes a third of a second more. */
    private void slowDownSaves() {
        JsonObject far = new JsonObject();
        far.addProperty("offline", false);
        far.addProperty("latency", 300);
        far.addProperty("downloadThroughput", -1);
        far.addProperty("uploadThroughput", -1);
        CDPSession session = page.context().newCDPSession(page);
        session.send("Network.enable");
        session.send("Network.emulateNetworkConditions", far);
    }

    private void tabTo(String field) {
        tabUntil(FOCUSED + "name === '" + field + "'");
    }

    private void tabToButton(String name) {
        tabUntil(FOCUSED + "textContent.trim() === '" + name + "'");
    }

    private void tabUntil(String condition) {
        for (int i = 0; i < 40; i++) {
            keyboard.press("Tab");
            assertThat((String) page.evaluate("getComputedStyle(document.activeElement).outlineStyle"
                            + " + getComputedStyle(document.activeElement.closest('label') ?? document.activeElement)"
                            + ".outlineStyle"))
                    .as("a ring on " + page.evaluate(FOCUSED + "outerHTML"))
                    .contains("solid");
            if ((boolean) page.evaluate(condition)) {
                return;
            }
        }
        throw new AssertionError("no tab stop where " + condition);
    }

    private void awaitSaved(String control, Verdict verdict) {
        for (int i = 0; i < 60 && cell(control).verdict() != verdict; i++) {
            page.waitForTimeout(50);
        }
        assertThat(cell(control).verdict()).isEqualTo(verdict);
        assertThat(page.locator(".htmx-request")).hasCount(0);
    }

    private Cell cell(String control) {
        return APP.scene().audits.control(agent, audit, Scene.control(control)).cell();
    }
}
