package fr.preau.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.preau.App;
import fr.preau.Scene;
import fr.preau.kernel.Actor;
import fr.preau.web.Browser;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The first sign-in of somebody who must have a second factor, in a real browser, to a token. */
class FactorJourneyTest {
    @RegisterExtension
    static final App APP = new App();

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final Door DOOR = new Door(APP);

    @Test
    void comes_in_for_the_first_time_and_again_and_makes_a_token() {
        Door.Known person = DOOR.known(new Grant(Role.REVIEWER, Scene.ACADEMY));
        Page page = BROWSER.page();
        password(page, person);
        look(page, "second-facteur");
        Telephone telephone = Telephone.reading(page.content());
        page.locator("#first").fill(telephone.secret().code(DOOR.now()));
        press(page, "Mettre en place et entrer");
        look(page, "codes-de-secours");
        page.locator("a.button").click();
        assertThat(page.url()).endsWith("/revue");

        APP.scene().now.updateAndGet(now -> now.plus(Duration.ofMinutes(2)));
        press(page, "Se déconnecter");
        password(page, person);
        look(page, "code");
        page.locator("#code").fill(telephone.secret().code(DOOR.now()));
        press(page, "Se connecter");
        assertThat(page.url()).endsWith("/revue");

        page.navigate(APP.url() + "/compte");
        look(page, "compte");
        page.navigate(APP.url() + "/compte/second-facteur");
        look(page, "second-facteur-en-place");
        page.navigate(APP.url() + "/compte/jetons");
        page.locator("#name").fill("Tableur");
        page.locator("#present").fill(Door.PASSWORD);
        press(page, "Créer le jeton");
        look(page, "jeton");
        page.navigate(APP.url() + "/compte/jetons");
        look(page, "jetons");
    }

    @Test
    void takes_one_up_of_ones_own_will_is_told_of_a_link_and_gives_it_up() {
        Door.Known person = DOOR.known(new Grant(Role.AGENT, Scene.TOWN));
        Page page = BROWSER.page();
        password(page, person);
        page.navigate(APP.url() + "/compte/second-facteur");
        Telephone telephone = Telephone.reading(page.content());
        page.locator("#first").fill(telephone.secret().code(DOOR.now()));
        page.locator("#present").fill(Door.PASSWORD);
        press(page, "Mettre en place");

        APP.scene().accounts.resetLink(Actor.SYSTEM, person.account());
        APP.scene().now.updateAndGet(now -> now.plus(Duration.ofMinutes(2)));
        page.navigate(APP.url() + "/compte");
        press(page, "Se déconnecter");
        password(page, person);
        page.locator("#code").fill(telephone.secret().code(DOOR.now()));
        press(page, "Se connecter");
        assertThat(page.url()).contains("/compte/avis");
        look(page, "avis");
        press(page, "J’ai lu, continuer");

        APP.scene().now.updateAndGet(now -> now.plus(Duration.ofMinutes(2)));
        page.navigate(APP.url() + "/compte/second-facteur/retrait");
        look(page, "second-facteur-retrait");
        page.locator("#code").fill(telephone.secret().code(DOOR.now()));
        page.locator("#present").fill(Door.PASSWORD);
        press(page, "Y renoncer");
        assertThat(page.url()).endsWith("/compte");
        press(page, "Se déconnecter");
        password(page, person);
        assertThat(page.url()).as("the password is enough again").endsWith("/a-faire");
    }

    private static void password(Page page, Door.Known person) {
        page.navigate(APP.url() + "/connexion");
        page.locator("#email").fill(person.email());
        page.locator("#password").fill(Door.PASSWORD);
        press(page, "Se connecter");
    }

    private static void press(Page page, String button) {
        page.locator("button:has-text(\"" + button + "\")").click();
    }

    private static void look(Page page, String name) {
        Browser.shot(page, "factor-" + name, 390);
        Browser.assertNoBarrier(page);
    }
}
