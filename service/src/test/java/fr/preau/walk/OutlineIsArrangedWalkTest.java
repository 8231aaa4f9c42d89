package fr.preau.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import fr.preau.App;
import fr.preau.edition.EditionScene;
import fr.preau.edition.Label;
import fr.preau.edition.OutlineEdit;
import fr.preau.edition.OutlineStep;
import fr.preau.kernel.DeliverableId;
import fr.preau.web.Browser;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An editor arranges the outline of a draft by keyboard alone, without scripts; with them, no barrier on the way. */
class OutlineIsArrangedWalkTest {
    @RegisterExtension
    static final App APP = new App();

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final String SECTION = "Retours d’expérience";

    private static EditionScene stage;

    @BeforeAll
    static void stage() {
        stage = new EditionScene(APP.scene(), APP.postgres());
    }

    @Test
    void without_scripts_a_section_is_added_moved_named_written_and_another_taken_out() {
        DeliverableId id = stage.start(Label.CLEAR);
        Walker walker = Walker.withoutScripts(APP, BROWSER, stage.state).goesTo("/livrables/" + id);
        Page page = walker.page();
        walker.follows("Changer le plan du document").is("Plan du document");
        page.fill("#heading", SECTION);
        walker.presses("Ajouter une section").isTold("C’est fait.");
        walker.presses("Monter «\u00a0" + SECTION + "\u00a0»").isTold("C’est fait.");
        walker.presses("Retirer «\u00a0Évolutions\u00a0»").isTold("C’est fait.");
        page.locator("#priorites summary").press("Enter");
        page.fill("#titre-priorites", "Nos trois priorités");
        page.locator("#priorites button[value=RENAME]").press("Enter");
        walker.isTold("C’est fait.");
        assertThat(page.locator(".outline .name").allInnerTexts().stream()
                        .map(String::strip)
                        .toList())
                .containsSubsequence("Évolutions (retirée)", "Nos trois priorités", SECTION, "Méthode et limites");
        page.locator("#ajout-1 .name a").press("Enter");
        page.fill("#body", "Il y a {{rendus}} audits.");
        page.locator("button[value=save]").press("Enter");
        walker.goesTo("/livrables/" + id + "/document");
        assertThat(page.locator("h2").allInnerTexts())
                .doesNotContain("Évolutions")
                .containsSubsequence("Nos trois priorités", SECTION, "Méthode et limites", "Annexes");
        assertThat(page.textContent("main")).contains("Il y a 10 audits.");
        walker.goesTo("/livrables/" + id + "/plan/versions").reads("Section retirée\u00a0: «\u00a0Évolutions\u00a0».");
    }

    @Test
    void no_barrier_stands_in_the_way_and_what_was_typed_is_there_again_after_a_refusal() {
        DeliverableId id = stage.start(Label.CLEAR);
        Walker walker = Walker.of(APP, BROWSER, stage.state).goesTo("/livrables/" + id + "/plan");
        Page page = walker.page();
        look(walker, "plan");
        stage.editions.outlines().change(stage.collectivity, id, 1, new OutlineEdit(OutlineStep.OUT, "evolutions", ""));
        page.fill("#heading", SECTION);
        walker.presses("Ajouter une section");
        PlaywrightAssertions.assertThat(page.locator(".note.error")).containsText("Quelqu’un vient de changer le plan");
        PlaywrightAssertions.assertThat(page.locator("#heading")).hasValue(SECTION);
        PlaywrightAssertions.assertThat(page.locator("#evolutions .name")).containsText("(retirée)");
        walker.presses("Ajouter une section").isTold("C’est fait.");
        page.click("#ajout-1 summary");
        page.fill("#titre-ajout-1", "—");
        page.click("#ajout-1 button[value=RENAME]");
        PlaywrightAssertions.assertThat(page.locator("#titre-ajout-1")).hasValue("—");
        look(walker, "plan-refused");
        walker.goesTo("/livrables/" + id + "/plan/versions");
        look(walker, "plan-versions");
        stage.publish(id);
        walker.goesTo("/livrables/" + id + "/plan");
        PlaywrightAssertions.assertThat(page.locator("main button")).hasCount(0);
        look(walker, "plan-published");
    }

    private static void look(Walker walker, String name) {
        if (Boolean.getBoolean("preau.pictures")) {
            List.of(320, 1440).forEach(width -> Browser.shot(walker.page(), "livrable-" + name, width));
        }
        walker.meetsNoBarrier();
    }
}
