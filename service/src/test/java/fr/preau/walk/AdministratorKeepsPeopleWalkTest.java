package fr.preau.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.preau.App;
import fr.preau.Scene;
import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.kernel.AccountId;
import fr.preau.web.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An administrator at the pages of people: a doubtful unit, a right given and taken away, an account closed. */
class AdministratorKeepsPeopleWalkTest {
    @RegisterExtension
    static final App APP = new App();

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @Test
    void names_the_units_that_a_doubtful_word_may_mean_and_keeps_what_was_typed() {
        Walker walker = Walker.of(APP, BROWSER, APP.scene().administrator()).goesTo("/personnes/inviter");
        Page page = walker.page();
        page.getByLabel("Nom", new Page.GetByLabelOptions().setExact(true)).fill("Personne");
        page.getByLabel("Adresse électronique").fill("doute@exemple.invalid");
        page.getByLabel("Employeur").fill("Trois-Vallées");
        page.getByLabel("Unité du droit").fill(Scene.TOWN.code());
        walker.presses("Créer le lien d’invitation").reads("Plusieurs unités répondent à “Trois-Vallées”");
        walker.reads(Scene.VALLEYS.code()).meetsNoBarrier();
        assertThat(page.getByLabel("Adresse électronique")).hasValue("doute@exemple.invalid");
        assertThat(count("SELECT count(*) FROM account WHERE email = 'doute@exemple.invalid'"))
                .isZero();
    }

    @Test
    void gives_a_right_takes_one_away_and_closes_the_account() {
        AccountId person = APP.scene().townAgent().account();
        Principal administrator = APP.scene().administrator();
        Walker walker = Walker.of(APP, BROWSER, administrator).goesTo("/personnes/" + person);
        walker.page().getByLabel("Rôle").selectOption("READER");
        walker.page().getByLabel("Unité du droit").fill("academie-14");
        walker.presses("Donner ce droit");
        assertThat(walker.page().locator(".todo .what")).hasCount(2);
        walker.meetsNoBarrier();
        walker.presses("Retirer : Agent, Montrelay");
        assertThat(walker.page().locator(".todo .what")).hasCount(1);
        assertThat(APP.scene().principal(person).grants()).containsExactly(new Grant(Role.READER, Scene.ACADEMY));

        walker.follows("Fermer le compte…").meetsNoBarrier();
        walker.presses("Fermer le compte").reads("Ce compte est fermé").meetsNoBarrier();
        assertThat(count("SELECT count(*) FROM account WHERE disabled_at IS NOT NULL"))
                .isEqualTo(1);
    }

    private static int count(String query) {
        return APP.postgres()
                .owner()
                .withHandle(
                        handle -> handle.createQuery(query).mapTo(Integer.class).one());
    }
}
