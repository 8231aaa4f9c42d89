package fr.preau.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.preau.App;
import fr.preau.Scene;
import fr.preau.access.Grant;
import fr.preau.access.Role;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.Actor;
import fr.preau.web.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The only walk that comes in by a password: an administrator invites a person, who opens the link, chooses one, goes out
 * and comes in.
 */
class InvitedPersonWalkTest {
    @RegisterExtension
    static final App APP = new App();

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final String EMAIL = "accueil@exemple.invalid";
    private static final String PASSWORD = "trois tilleuls et un préau";

    @Test
    void chooses_a_password_by_the_link_and_signs_in_with_it() {
        String link = invite();
        Walker walker = Walker.anonymous(APP, BROWSER);
        walker.goesTo(link).is("Choisir votre mot de passe").meetsNoBarrier();
        type(walker, "#password", "court");
        walker.presses("Enregistrer et entrer")
                .reads("Écrivez un mot de passe de")
                .meetsNoBarrier();
        type(walker, "#password", PASSWORD);
        walker.presses("Enregistrer et entrer").is("Ce qui m’attend");
        walker.page().getByText("Se déconnecter").click();

        walker.goesTo("/etablissements?q=pr%C3%A9").is("Se connecter").meetsNoBarrier();
        type(walker, "#email", "Accueil@exemple.invalid");
        type(walker, "#password", "autre chose, bien plus long");
        walker.presses("Se connecter")
                .reads("L’adresse ou le mot de passe ne correspond pas")
                .meetsNoBarrier();
        type(walker, "#password", PASSWORD);
        walker.presses("Se connecter").is("Mes établissements");
        assertThat(walker.page().url()).endsWith("/etablissements?q=pr%C3%A9");
        walker.goesTo(link).is("Ce lien ne sert plus").meetsNoBarrier();
    }

    /** The link that the administrator's page shows, once the right is in the database. */
    private static String invite() {
        Walker administrator = Walker.withoutScripts(APP, BROWSER, APP.scene().administrator());
        administrator.goesTo("/personnes").follows("Inviter une personne").is("Inviter une personne");
        Page page = administrator.page();
        page.getByLabel("Nom", new Page.GetByLabelOptions().setExact(true)).fill("Agent de mairie");
        page.getByLabel("Adresse électronique").fill(EMAIL);
        page.getByLabel("Employeur").fill("Montrelay");
        page.getByLabel("Unité du droit").fill(Scene.TOWN.code());
        administrator.presses("Créer le lien d’invitation").is("Lien à transmettre");
        String link = page.getByLabel("Lien", new Page.GetByLabelOptions().setExact(true))
                .inputValue();
        AccountId account = APP.scene().accounts.byEmail(Actor.SYSTEM, EMAIL);
        assertThat(APP.scene().principal(account).grants()).containsExactly(new Grant(Role.AGENT, Scene.TOWN));
        return link.substring(link.indexOf("/lien/"));
    }

    private static void type(Walker walker, String field, String text) {
        walker.page().locator(field).fill(text);
    }
}
