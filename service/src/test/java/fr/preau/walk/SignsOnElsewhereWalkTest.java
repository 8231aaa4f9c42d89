package fr.preau.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.preau.App;
import fr.preau.Scene;
import fr.preau.access.Grant;
import fr.preau.access.NewPerson;
import fr.preau.access.Role;
import fr.preau.access.Secret;
import fr.preau.kernel.Actor;
import fr.preau.web.Browser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Somebody invited comes in by a provider of identities that others have written, over HTTP: answers the invitation by
 * it, sees the binding, goes out here and there, comes in again.
 */
class SignsOnElsewhereWalkTest {
    private static final MockOAuth2Server THERE = provider();

    @RegisterExtension
    static final App APP = bound(new App(), THERE);

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    /** The provider lives by the time of now: so does the scene, for once. */
    @BeforeAll
    static void agreeOnTheTime() {
        APP.scene().now.set(Instant.now());
    }

    @AfterAll
    static void leave() {
        THERE.shutdown();
    }

    @Test
    void answers_an_invitation_sees_the_binding_and_signs_out_at_the_provider() {
        Secret link = APP.scene()
                .accounts
                .invite(
                        Actor.SYSTEM,
                        new NewPerson("ailleurs@exemple.invalid", "Agente invitée", Scene.TOWN),
                        new Grant(Role.AGENT, Scene.TOWN));
        Walker walker = Walker.anonymous(APP, BROWSER);
        walker.goesTo("/lien/" + link.text()).is("Choisir votre mot de passe").meetsNoBarrier();
        walker.presses("Se connecter avec l’académie");
        signIn(walker.page(), "camille");
        walker.is("Ce qui m’attend")
                .goesTo("/compte")
                .reads("Camille Moreau, depuis le")
                .meetsNoBarrier();
        walker.follows("La voir ou la délier")
                .is("Connexion avec l’académie")
                .reads("camille@ailleurs.invalid")
                .meetsNoBarrier();

        walker.page().getByText("Se déconnecter").click();
        walker.is("Vous êtes déconnecté").meetsNoBarrier();
        assertThat(walker.page().url()).startsWith(APP.url() + "/deconnexion/retour");

        walker.goesTo("/etablissements?q=pr%C3%A9").is("Se connecter").meetsNoBarrier();
        walker.presses("Se connecter avec l’académie");
        signIn(walker.page(), "camille");
        walker.is("Mes établissements");
        assertThat(walker.page().url()).endsWith("/etablissements?q=pr%C3%A9");
    }

    @Test
    void somebody_whom_nobody_has_bound_stays_outside() {
        Walker walker = Walker.withoutScripts(APP, BROWSER, APP.scene().agent());
        walker.page().context().clearCookies();
        walker.goesTo("/connexion").presses("Se connecter avec l’académie");
        signIn(walker.page(), "inconnue");
        walker.is("Vous n’êtes pas entré").reads("Aucun compte ouvert");
        walker.goesTo("/etablissements").is("Se connecter");
    }

    /** On the provider's own page. */
    static void signIn(Page page, String subject) {
        page.locator("input[name=username]").fill(subject);
        page.locator("textarea[name=claims]")
                .fill("{\"given_name\":\"Camille\",\"usual_name\":\"Moreau\",\"email\":\"camille@ailleurs.invalid\"}");
        page.locator("input[type=submit], button[type=submit]").first().click();
    }

    /** The service with this provider in its configuration. */
    static App bound(App app, MockOAuth2Server provider) {
        return app.with("server.applicationConnectors[0].port", Integer.toString(freePort()))
                .with("singleSignOn.issuer", provider.issuerUrl("academie").toString())
                .with("singleSignOn.name", "l’académie")
                .with("singleSignOn.clientId", "preau")
                .with("singleSignOn.clientSecret", "un secret d’essai")
                .with("singleSignOn.timeout", "20s");
    }

    static MockOAuth2Server provider() {
        MockOAuth2Server server = new MockOAuth2Server(new OAuth2Config(true));
        server.start(InetAddress.getLoopbackAddress(), 0);
        return server;
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
