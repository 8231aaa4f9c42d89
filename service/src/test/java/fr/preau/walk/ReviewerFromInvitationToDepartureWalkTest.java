package fr.preau.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.preau.App;
import fr.preau.access.Telephone;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.Actor;
import fr.preau.web.Browser;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * One reviewer through every door: invited, comes in by the link, sets a second factor up, comes in with its code, binds
 * an identity, comes in by it, loses the right, leaves.
 */
class ReviewerFromInvitationToDepartureWalkTest {
    private static final MockOAuth2Server THERE = SignsOnElsewhereWalkTest.provider();

    @RegisterExtension
    static final App APP = SignsOnElsewhereWalkTest.bound(new App(), THERE);

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final String EMAIL = "revue.de.rennes@exemple.invalid";
    private static final String PASSWORD = "trois tilleuls et un préau";

    /** The provider lives by the time of now: so does the scene, for once. */
    @BeforeAll
    static void agreeOnTheTime() {
        APP.scene().now.set(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    @AfterAll
    static void leave() {
        THERE.shutdown();
    }

    @Test
    void is_invited_comes_in_by_every_door_loses_the_right_and_leaves() {
        Walker administrator = Walker.of(APP, BROWSER, APP.scene().administrator());
        Walker reviewer = Walker.anonymous(APP, BROWSER);
        Telephone telephone = comesInFirst(reviewer, invites(administrator));
        comesInAgain(reviewer, telephone);
        bindsAndComesInByIt(reviewer, telephone);

        AccountId account = APP.scene().accounts.byEmail(Actor.SYSTEM, EMAIL);
        administrator.goesTo("/personnes/" + account).reads("Rennes").meetsNoBarrier();
        administrator
                .page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Retirer : Revue"))
                .click();
        administrator.reads("Aucun droit").meetsNoBarrier();
        reviewer.goesTo("/revue").is("Se connecter");

        administrator.follows("Fermer le compte…").meetsNoBarrier();
        administrator.presses("Fermer le compte").reads("Ce compte est fermé").meetsNoBarrier();
        reviewer.presses("Se connecter avec l’académie");
        SignsOnElsewhereWalkTest.signIn(reviewer.page(), "camille");
        reviewer.is("Vous n’êtes pas entré").meetsNoBarrier();
    }

    /** The link, from the administrator's page. */
    private static String invites(Walker administrator) {
        administrator.goesTo("/personnes/inviter").is("Inviter une personne").meetsNoBarrier();
        Page page = administrator.page();
        page.getByLabel("Nom", new Page.GetByLabelOptions().setExact(true)).fill("Responsable invitée");
        page.getByLabel("Adresse électronique").fill(EMAIL);
        page.getByLabel("Employeur").fill("academie-14");
        page.getByLabel("Rôle").selectOption("REVIEWER");
        page.getByLabel("Unité du droit").fill("academie-14");
        administrator
                .presses("Créer le lien d’invitation")
                .is("Lien à transmettre")
                .meetsNoBarrier();
        String link = page.getByLabel("Lien", new Page.GetByLabelOptions().setExact(true))
                .inputValue();
        return link.substring(link.indexOf("/lien/"));
    }

    private static Telephone comesInFirst(Walker reviewer, String link) {
        reviewer.goesTo(link).is("Choisir votre mot de passe").meetsNoBarrier();
        reviewer.page().locator("#password").fill(PASSWORD);
        reviewer.presses("Enregistrer et entrer").is("Protéger votre compte").meetsNoBarrier();
        Telephone telephone = Telephone.reading(reviewer.page().content());
        reviewer.page().locator("#first").fill(telephone.secret().code(now()));
        reviewer.presses("Mettre en place et entrer").is("Vos codes de secours").meetsNoBarrier();
        reviewer.follows("C’est fait, continuer").is("Audits à revoir").meetsNoBarrier();
        return telephone;
    }

    private static void comesInAgain(Walker reviewer, Telephone telephone) {
        reviewer.page().getByText("Se déconnecter").click();
        reviewer.goesTo("/connexion").is("Se connecter").meetsNoBarrier();
        reviewer.page().locator("#email").fill(EMAIL);
        reviewer.page().locator("#password").fill(PASSWORD);
        reviewer.presses("Se connecter");
        givesTheCode(reviewer, telephone);
        reviewer.is("Audits à revoir");
    }

    private static void bindsAndComesInByIt(Walker reviewer, Telephone telephone) {
        reviewer.goesTo("/compte/fournisseur").is("Connexion avec l’académie").meetsNoBarrier();
        reviewer.page().locator("#present").fill(PASSWORD);
        reviewer.presses("Lier une identité avec l’académie");
        SignsOnElsewhereWalkTest.signIn(reviewer.page(), "camille");
        reviewer.reads("Camille Moreau").meetsNoBarrier();
        reviewer.page().getByText("Se déconnecter").click();
        reviewer.goesTo("/revue").is("Se connecter");
        reviewer.presses("Se connecter avec l’académie");
        SignsOnElsewhereWalkTest.signIn(reviewer.page(), "camille");
        givesTheCode(reviewer, telephone);
        reviewer.is("À savoir sur votre compte").meetsNoBarrier();
        reviewer.presses("J’ai lu, continuer").is("Audits à revoir");
        assertThat(reviewer.page().url()).endsWith("/revue");
    }

    /** A minute later: a code serves once. */
    private static void givesTheCode(Walker reviewer, Telephone telephone) {
        reviewer.is("Code de connexion").meetsNoBarrier();
        APP.scene().now.updateAndGet(now -> now.plus(Duration.ofMinutes(1)));
        reviewer.page().locator("#code").fill(telephone.secret().code(now()));
        reviewer.presses("Se connecter");
    }

    private static Instant now() {
        return APP.scene().now.get();
    }
}
