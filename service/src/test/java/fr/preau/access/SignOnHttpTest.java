package fr.preau.access;

import static fr.preau.access.Door.leadsTo;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.Visitor;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.Actor;
import fr.preau.kernel.UnitId;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Coming in by a provider of identities: only who is bound to an account, and nobody without a factor that is due. */
class SignOnHttpTest {
    @RegisterExtension
    static final FakeProvider THERE =
            new FakeProvider(() -> SignOnHttpTest.APP.scene().now.get());

    @RegisterExtension
    static final App APP = SignOn.configured(new App(), THERE).with("singleSignOn.secondFactorAcr", "eidas2");

    private static final Door DOOR = new Door(APP);
    private static final SignOn SIGN_ON = new SignOn(APP, THERE);
    private static final Grant AGENT = new Grant(Role.AGENT, Scene.TOWN);
    private static final Grant REVIEWER = new Grant(Role.REVIEWER, Scene.ACADEMY);
    private static final Pattern REMOVAL = Pattern.compile("/compte/fournisseur/(\\d+)/retrait");
    private static int number;

    @BeforeEach
    void somebodyElse() {
        THERE.reset();
        THERE.person.put("sub", "personne-" + (++number));
    }

    @Test
    void an_invitation_is_answered_by_the_provider_and_the_identity_then_opens_the_account() {
        Secret link = invite(AGENT);
        assertThat(APP.anonymous().get("/lien/" + link.text()).body()).contains("Se connecter avec Essai");
        HttpResponse<String> in = SIGN_ON.comesBack(SIGN_ON.leaves("/lien/" + link.text(), Map.of("avec", "x")));
        Visitor inside = DOOR.with(in, "preau");
        assertThat(inside.get("/compte").body()).contains("Camille Moreau, depuis le");
        assertThat(inside.get("/compte/fournisseur").body())
                .contains("camille@ailleurs.invalid", "cmoreau", "80000001300017");
        assertThat(APP.anonymous().get("/lien/" + link.text()).statusCode())
                .as("the link has served")
                .isEqualTo(404);

        HttpResponse<String> again = SIGN_ON.in("/chiffres");
        assertThat(leadsTo(again)).isEqualTo("/chiffres");
        assertThat(DOOR.with(again, "preau").get("/compte").statusCode()).isEqualTo(200);
        assertThat(count("SELECT count(*) FROM preau.journal_entry WHERE action = 'identity.bound'"))
                .isPositive();
    }

    @Test
    void defect_11_an_identity_that_nobody_knows_gets_no_account_and_no_right_whatever_its_address() {
        Door.Known administrator = DOOR.known(new Grant(Role.ADMINISTRATOR, UnitId.NATION));
        THERE.person.put("email", administrator.email());
        long accounts = accounts();
        HttpResponse<String> refused = SIGN_ON.in("/personnes");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Aucun compte ouvert n’est lié à cette identité");
        assertThat(Door.cookie(refused, "preau")).isEmpty();
        assertThat(Door.cookie(refused, "preau-etape")).isEmpty();
        assertThat(accounts()).isEqualTo(accounts);
    }

    @Test
    void a_role_that_demands_a_second_factor_is_asked_for_ours_unless_the_provider_has_asked() {
        Secret link = invite(REVIEWER);
        HttpResponse<String> half = SIGN_ON.comesBack(SIGN_ON.leaves("/lien/" + link.text(), Map.of("avec", "x")));
        assertThat(leadsTo(half)).startsWith("/connexion/code");
        assertThat(Door.cookie(half, "preau"))
                .as("no session before the factor")
                .isEmpty();
        THERE.token.put("acr", "eidas1");
        assertThat(leadsTo(SIGN_ON.in("/revue"))).startsWith("/connexion/code");
        THERE.token.put("acr", "eidas2");
        HttpResponse<String> in = SIGN_ON.in("/revue");
        assertThat(leadsTo(in)).isEqualTo("/revue");
        assertThat(DOOR.with(in, "preau").get("/revue").statusCode()).isEqualTo(200);
    }

    @Test
    void a_closed_account_stays_closed() {
        Secret link = invite(AGENT);
        Visitor inside =
                DOOR.with(SIGN_ON.comesBack(SIGN_ON.leaves("/lien/" + link.text(), Map.of("avec", "x"))), "preau");
        assertThat(inside.get("/compte").statusCode()).isEqualTo(200);
        AccountId account = APP.scene().accounts.byEmail(Actor.SYSTEM, email());
        APP.scene().accounts.disable(Actor.SYSTEM, account);
        assertThat(SIGN_ON.in("/").statusCode()).isEqualTo(403);
    }

    @Test
    void what_comes_back_serves_once_within_ten_minutes_and_in_the_browser_that_left() {
        Secret link = invite(AGENT);
        SIGN_ON.comesBack(SIGN_ON.leaves("/lien/" + link.text(), Map.of("avec", "x")));

        SignOn.Away away = SIGN_ON.leaves("/connexion/fournisseur", Map.of());
        String back = THERE.comesBack(away.address());
        assertOver(APP.anonymous().get(back));
        SignOn.Away other = SIGN_ON.leaves("/connexion/fournisseur", Map.of());
        assertOver(other.browser().get(back));
        assertThat(away.browser().get(back).statusCode()).isEqualTo(303);
        assertOver(away.browser().get(back));

        SignOn.Away slow = SIGN_ON.leaves("/connexion/fournisseur", Map.of());
        APP.scene().now.updateAndGet(now -> now.plus(Duration.ofMinutes(10)));
        assertOver(slow.browser().get(THERE.comesBack(slow.address())));
    }

    @Test
    void what_the_provider_writes_never_reaches_a_page() {
        SignOn.Away away = SIGN_ON.leaves("/connexion/fournisseur", Map.of());
        String state = THERE.comesBack(away.address()).replaceFirst(".*&state=", "");
        HttpResponse<String> refused = away.browser()
                .get(
                        "/connexion/fournisseur/retour?error=access_denied&error_description=%3Cb%3EMot%20du%20fournisseur&state="
                                + state);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("n’a pas abouti").doesNotContain("Mot du fournisseur", "access_denied");
        THERE.lie("/token", 400, "application/json", "{\"error\":\"x\",\"error_description\":\"Mot du fournisseur\"}");
        assertThat(SIGN_ON.in("/").body()).contains("n’a pas pu être vérifié").doesNotContain("Mot du fournisseur");
    }

    @Test
    void leads_back_to_our_own_pages_only() {
        Secret link = invite(AGENT);
        SIGN_ON.comesBack(SIGN_ON.leaves("/lien/" + link.text(), Map.of("avec", "x")));
        for (String elsewhere :
                List.of("https://ailleurs.exemple.fr", "//ailleurs.exemple.fr", "/\\ailleurs", "/..//x")) {
            assertThat(leadsTo(SIGN_ON.in(elsewhere))).as(elsewhere).isEqualTo("/");
        }
    }

    @Test
    void an_owner_binds_an_identity_in_a_session_of_theirs_is_told_and_removes_it() {
        Door.Known person = DOOR.known(AGENT);
        Visitor inside = DOOR.with(DOOR.password(person), "preau");
        HttpResponse<String> wrong = inside.post("/compte/fournisseur", Map.of("present", "pas le bon"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        SignOn.Away away = SIGN_ON.away(inside.post("/compte/fournisseur", Map.of("present", Door.PASSWORD)));
        String back = THERE.comesBack(away.address());
        Visitor both =
                new Visitor(APP.url(), inside.cookie() + "; " + away.browser().cookie(), null, inside.csrf());
        assertThat(leadsTo(both.get(back))).isEqualTo("/compte/fournisseur");
        String page = inside.get("/compte/fournisseur").body();
        assertThat(page).contains("Camille Moreau");
        HttpResponse<String> in = SIGN_ON.in("/chiffres");
        assertThat(leadsTo(in)).startsWith("/compte/avis");
        assertThat(DOOR.with(in, "preau").get("/compte/avis").body()).contains("a été liée à votre compte");

        Matcher removal = REMOVAL.matcher(page);
        assertThat(removal.find()).isTrue();
        Visitor stranger = DOOR.with(DOOR.password(DOOR.known(AGENT)), "preau");
        assertThat(stranger.post(removal.group(), Map.of("present", Door.PASSWORD))
                        .statusCode())
                .isEqualTo(404);
        assertThat(inside.post(removal.group(), Map.of("present", Door.PASSWORD))
                        .statusCode())
                .isEqualTo(303);
        assertThat(SIGN_ON.in("/").statusCode()).isEqualTo(403);
    }

    @Test
    void a_binding_comes_back_to_the_session_that_asked_for_it_and_to_no_other() {
        Visitor inside = DOOR.with(DOOR.password(DOOR.known(AGENT)), "preau");
        Visitor other = DOOR.with(DOOR.password(DOOR.known(AGENT)), "preau");
        SignOn.Away away = SIGN_ON.away(inside.post("/compte/fournisseur", Map.of("present", Door.PASSWORD)));
        Visitor both =
                new Visitor(APP.url(), other.cookie() + "; " + away.browser().cookie(), null, other.csrf());
        assertOver(both.get(THERE.comesBack(away.address())));
        assertThat(other.get("/compte/fournisseur").body()).contains("Aucune identité");
    }

    @Test
    void an_identity_is_one_persons_and_the_link_still_serves_when_it_was_anothers() {
        SIGN_ON.comesBack(SIGN_ON.leaves("/lien/" + invite(AGENT).text(), Map.of("avec", "x")));
        Secret second = invite(AGENT);
        HttpResponse<String> taken = SIGN_ON.comesBack(SIGN_ON.leaves("/lien/" + second.text(), Map.of("avec", "x")));
        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(taken.body()).contains("déjà liée à un compte");
        assertThat(APP.anonymous().get("/lien/" + second.text()).statusCode()).isEqualTo(200);
    }

    @Test
    void the_only_way_in_is_not_removed() {
        Visitor inside = DOOR.with(
                SIGN_ON.comesBack(SIGN_ON.leaves("/lien/" + invite(AGENT).text(), Map.of("avec", "x"))), "preau");
        Matcher removal = REMOVAL.matcher(inside.get("/compte/fournisseur").body());
        assertThat(removal.find()).isTrue();
        HttpResponse<String> last = inside.post(removal.group(), Map.of());
        assertThat(last.statusCode()).isEqualTo(409);
        assertThat(last.body()).contains("votre seule façon d’entrer");
        APP.scene().now.updateAndGet(now -> now.plus(Duration.ofMinutes(11)));
        assertThat(inside.post("/compte/fournisseur", Map.of()).body()).contains("Reconnectez-vous");
    }

    @Test
    void a_reset_link_chooses_a_password_and_binds_nothing() {
        Secret link = invite(AGENT);
        AccountId account = APP.scene().accounts.choosePassword(link, Door.PASSWORD);
        Secret reset = APP.scene().accounts.resetLink(Actor.SYSTEM, account);
        assertThat(APP.anonymous().get("/lien/" + reset.text()).body()).doesNotContain("Se connecter avec");
        HttpResponse<String> back = SIGN_ON.comesBack(SIGN_ON.leaves("/lien/" + reset.text(), Map.of("avec", "x")));
        assertThat(back.statusCode()).isEqualTo(404);
        assertThat(SIGN_ON.in("/").statusCode()).isEqualTo(403);
    }

    @Test
    void signing_out_leads_on_to_the_provider() {
        SignOn.Away away = SIGN_ON.leaves("/lien/" + invite(AGENT).text(), Map.of("avec", "x"));
        Visitor inside = SIGN_ON.whole(away, SIGN_ON.comesBack(away));
        HttpResponse<String> out = inside.post("/deconnexion", Map.of());
        URI address = SignOn.address(out.body());
        assertThat(address.toString())
                .startsWith(THERE.issuer() + "/logout?")
                .contains("id_token_hint=", "state=")
                .contains("post_logout_redirect_uri=http%3A%2F%2Flocalhost");
        assertThat(leadsTo(inside.get("/compte"))).startsWith("/connexion");
        assertThat(APP.anonymous().get("/deconnexion/retour?state=x").body()).contains("Vous êtes déconnecté");
        Visitor byPassword = DOOR.with(DOOR.password(DOOR.known(AGENT)), "preau");
        assertThat(leadsTo(byPassword.post("/deconnexion", Map.of()))).isEqualTo("/connexion");
    }

    private static void assertOver(HttpResponse<String> reply) {
        assertThat(reply.statusCode()).isEqualTo(409);
        assertThat(reply.body()).contains("n’est plus en cours");
        assertThat(Door.cookie(reply, "preau")).isEmpty();
    }

    private static long accounts() {
        return count("SELECT count(*) FROM preau.account");
    }

    private static long count(String query) {
        return APP.postgres()
                .owner()
                .withHandle(tx -> tx.createQuery(query).mapTo(Long.class).one());
    }

    private static String email() {
        return "invite" + number + "@exemple.invalid";
    }

    private static Secret invite(Grant grant) {
        String email = "invite" + (++number) + "@exemple.invalid";
        return APP.scene().accounts.invite(Actor.SYSTEM, new NewPerson(email, "Invitée", Scene.TOWN), grant);
    }
}
