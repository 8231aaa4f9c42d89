package fr.preau.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.preau.App;
import fr.preau.edition.EditionScene;
import fr.preau.web.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Editors of both sides: figures frozen, a text written with a figure in it, proposed, approved twice, published. */
class DeliverableIsPublishedWalkTest {
    @RegisterExtension
    static final App APP = new App();

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @Test
    void two_editors_take_a_livrable_from_its_figures_to_its_publication() {
        EditionScene stage = new EditionScene(APP.scene(), APP.postgres());
        Walker walker = Walker.anonymous(APP, BROWSER);
        Page page = walker.page();
        walker.becomes(APP, stage.state);
        page.navigate(walker.base() + "/livrables/nouveau");
        page.fill("#title", EditionScene.TITLE);
        page.selectOption("#unit", "nation");
        page.selectOption("#campaign", stage.campaign.toString());
        look(page, "start");
        page.click("main form button[type=submit]");
        assertThat(page.textContent("main h1")).isEqualTo(EditionScene.TITLE);
        look(page, "draft");
        String home = page.url().replaceAll("\\?.*", "");
        page.click("a:has-text('Avant-propos')");
        page.fill("#body", "Conformité des écoles : **{{conformite.ECOLE}}**, et {{conformite.LUNE}}.");
        page.click("button[value=preview]");
        assertThat(page.textContent(".reads")).containsPattern("Conformité des écoles : \\d+");
        assertThat(page.textContent("main")).contains("conformite.LUNE");
        look(page, "text");
        page.fill("#body", "Conformité des écoles : **{{conformite.ECOLE}}**.");
        page.click("button[value=save]");
        page.navigate(home + "/textes/avant-propos/versions");
        assertThat(page.textContent("main")).contains("{{conformite.ECOLE}}");
        look(page, "versions");
        page.navigate(home);
        page.click("button[value=PROPOSE]");
        page.click("button[value=SIGN]");
        look(page, "proposed");
        walker.becomes(APP, stage.collectivity);
        page.navigate(home);
        page.click("button[value=SIGN]");
        page.click("button[value=PUBLISH]");
        assertThat(page.textContent(".shelter")).contains("Édition 1").contains("Département des Trois-Vallées");
        look(page, "published");
        page.navigate(home + "/document");
        assertThat(page.textContent("main")).contains("Réponses par type d’établissement et par thème");
        look(page, "document");
    }

    /** No barrier, and pictures at both widths when they are asked for. */
    private static void look(Page page, String name) {
        if (Boolean.getBoolean("preau.pictures")) {
            Browser.shot(page, "livrable-" + name, 320);
            Browser.shot(page, "livrable-" + name, 1440);
        }
        Browser.assertNoBarrier(page);
    }
}
