package fr.preau.walk;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.access.Grant;
import fr.preau.access.NewPerson;
import fr.preau.access.Role;
import fr.preau.access.Secret;
import fr.preau.kernel.Actor;
import fr.preau.web.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The only walk that comes in by a password: a person opens an invitation, chooses one, goes out and comes in. */
class InvitedPersonWalkTest {
    @RegisterExtension
    static final App APP = new App();

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final String PASSWORD = "trois tilleuls et un préau";

    @Test
    void chooses_a_password_by_the_link_and_signs_in_with_it() {
        Secret link = APP.scene()
                .accounts
                .invite(
                        Actor.SYSTEM,
                        new NewPerson("accueil@exemple.invalid", "Agent de mairie", Scene.TOWN),
                        new Grant(Role.AGENT, Scene.TOWN));
        Walker walker = Walker.anonymous(APP, BROWSER);
        walker.goesTo("/lien/" + link.text()).is("Choisir votre mot de passe").meetsNoBarrier();
        walker.page().locator("#password").fill("court");
        walker.presses("Enregistrer et entrer")
                .reads("Écrivez un mot de passe de")
                .meetsNoBarrier();
        walker.page().locator("#password").fill(PASSWORD);
        walker.presses("Enregistrer et entrer").is("Mes établissements");
        walker.page().getByText("Se déconnecter").click();

        walker.goesTo("/etablissements?q=pr%C3%A9").is("Se connecter").meetsNoBarrier();
        walker.page().locator("#email").fill("Accueil@exemple.invalid");
        walker.page().locator("#password").fill("autre chose, bien plus long");
        walker.presses("Se connecter")
                .reads("L’adresse ou le mot de passe ne correspond pas")
                .meetsNoBarrier();
        walker.page().locator("#password").fill(PASSWORD);
        walker.presses("Se connecter").is("Mes établissements");
        org.assertj.core.api.Assertions.assertThat(walker.page().url()).endsWith("/etablissements?q=pr%C3%A9");
        walker.goesTo("/lien/" + link.text()).is("Ce lien ne sert plus").meetsNoBarrier();
    }
}
