package fr.preau.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.Visitor;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.Actor;
import fr.preau.kernel.UnitId;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Links that leave by mail: to their bearer alone, without anybody waiting, and the administrator told when they don't. */
class MailHttpTest {
    @RegisterExtension
    static final Mailbox MAILBOX = new Mailbox();

    @RegisterExtension
    static final App APP = MAILBOX.configured(new App());

    private static final Door DOOR = new Door(APP);
    private static final Grant AGENT = new Grant(Role.AGENT, Scene.TOWN);
    private static final Pause PAUSE = new Pause();
    private static int number;

    private Visitor administrator;
    private String email;

    @BeforeEach
    void come() {
        APP.scene().now.updateAndGet(now -> now.plus(Duration.ofHours(1)));
        administrator = APP.signIn(APP.scene().administrator().account());
        email = "courriel" + (++number) + "@exemple.invalid";
    }

    @Test
    void an_invitation_goes_to_its_bearer_alone_in_french_then_english_and_opens_the_account() throws Exception {
        HttpResponse<String> reply = invite();
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.body()).contains("Un courriel part à " + email).doesNotContain("/lien/");
        MimeMessage got = MAILBOX.only(email);
        String text = Mailbox.text(got);
        assertThat(got.getSubject()).isEqualTo("Votre compte Préau vous attend — Your Préau account");
        assertThat(text)
                .containsSubsequence("Bonjour Invitée,", "/lien/", "Il vaut jusqu’au", "Hello Invitée,", "/lien/");
        String link = Mailbox.link(got);
        assertThat(APP.anonymous().get(link).body()).contains("Choisir votre mot de passe");
        assertThat(APP.anonymous().post(link, Map.of("password", Door.PASSWORD)).statusCode())
                .isEqualTo(303);
        assertThat(rows(email)).as("what has left is forgotten").isZero();
        assertThat(administrator.get("/personnes/" + account()).body())
                .doesNotContain("n’est pas parti")
                .contains("Envoyer un lien de mot de passe");
    }

    @Test
    void a_reset_by_an_administrator_leaves_by_mail_and_is_told_to_its_owner() {
        Door.Known person = DOOR.known(AGENT);
        HttpResponse<String> reply = administrator.post("/personnes/" + person.account() + "/lien", Map.of());
        assertThat(reply.body()).contains("Un courriel part à").doesNotContain("/lien/\"");
        String link = Mailbox.link(MAILBOX.only(person.email()));
        assertThat(APP.anonymous().get(link).body()).contains("Choisir un nouveau mot de passe");
        assertThat(Door.leadsTo(DOOR.password(person))).startsWith("/compte/avis");
    }

    @Test
    void a_mail_that_does_not_leave_holds_up_nobody_is_told_of_and_leaves_later() {
        MAILBOX.goAway();
        try {
            assertThat(invite().statusCode()).isEqualTo(200);
            String page = PAUSE.until(
                    () -> administrator.get("/personnes/" + account()).body(),
                    body -> body.contains("n’est pas parti"));
            assertThat(page).contains("le serveur de messagerie ne répond pas", "Nouvel essai le");
            assertThat(links()).as("a link that never left does not serve").isZero();
        } finally {
            MAILBOX.comeBack();
        }
        APP.scene().now.updateAndGet(now -> now.plus(Duration.ofMinutes(2)));
        String link = Mailbox.link(MAILBOX.only(email));
        assertThat(APP.anonymous().get(link).statusCode()).isEqualTo(200);
    }

    @Test
    void after_eight_attempts_it_is_given_up_and_another_one_may_be_asked() {
        MAILBOX.goAway();
        try {
            invite();
            PAUSE.until(this::attempts, made -> made == 1);
            // Six more of the same.
            APP.postgres()
                    .owner()
                    .useHandle(tx -> tx.execute("UPDATE preau.mail SET attempts = 7 WHERE email = ?", email));
            APP.scene().now.updateAndGet(now -> now.plus(Duration.ofMinutes(30)));
            String page = PAUSE.until(
                    () -> administrator.get("/personnes/" + account()).body(),
                    body -> body.contains("Il n’y aura plus d’essai"));
            assertThat(page).contains("le serveur de messagerie ne répond pas");
        } finally {
            MAILBOX.comeBack();
        }
        administrator.post("/personnes/" + account() + "/lien", Map.of());
        assertThat(Mailbox.text(MAILBOX.only(email))).contains("nouveau mot de passe");
    }

    @Test
    void a_forgotten_password_is_answered_alike_for_an_address_that_is_known_and_one_that_is_not() {
        Door.Known person = DOOR.known(AGENT);
        assertThat(APP.anonymous().get("/connexion").body()).contains("/connexion/oubli");
        assertThat(APP.anonymous().get("/connexion/oubli").statusCode()).isEqualTo(200);
        HttpResponse<String> known = forgot(person.email());
        HttpResponse<String> unknown = forgot(email);
        assertThat(unknown.statusCode()).isEqualTo(known.statusCode()).isEqualTo(200);
        assertThat(unknown.body().replace(email, "x")).isEqualTo(known.body().replace(person.email(), "x"));
        String link = Mailbox.link(MAILBOX.only(person.email()));
        PAUSE.until(() -> rows(email), left -> left == 0);
        assertThat(MAILBOX.to(email)).as("nobody there gets a mail").isEmpty();
        assertThat(APP.anonymous()
                        .post(link, Map.of("password", Door.PASSWORD + " bis"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(APP.anonymous().get(link).statusCode()).isEqualTo(404);
    }

    @Test
    void asking_again_and_again_is_slowed_down_whoever_it_is() {
        int slowed = 0;
        for (int asked = 0; asked < 6; asked++) {
            HttpResponse<String> reply = forgot(email);
            slowed += reply.statusCode() == 429 ? 1 : 0;
        }
        assertThat(slowed).isPositive();
    }

    @Test
    void a_closed_account_gets_no_mail() {
        Door.Known person = DOOR.known(AGENT);
        APP.scene().accounts.disable(Actor.SYSTEM, person.account());
        assertThat(forgot(person.email()).statusCode()).isEqualTo(200);
        PAUSE.until(() -> rows(person.email()), left -> left == 0);
        assertThat(MAILBOX.to(person.email())).isEmpty();
    }

    @Test
    void an_address_or_a_name_that_would_begin_a_header_is_refused() {
        for (String split : new String[] {"a@exemple.invalid\r\nBcc: b@exemple.invalid", "a b@exemple.invalid"}) {
            assertThat(forgot(split).statusCode()).isEqualTo(422);
        }
        HttpResponse<String> named = administrator.post(
                "/personnes/inviter",
                Map.of(
                        "email",
                        email,
                        "name",
                        "a\r\nBcc: b@exemple.invalid",
                        "employer",
                        "nation",
                        "role",
                        "AGENT",
                        "unit",
                        Scene.TOWN.code()));
        assertThat(named.statusCode()).isEqualTo(422);
    }

    private HttpResponse<String> invite() {
        return administrator.post(
                "/personnes/inviter",
                Map.of(
                        "email",
                        email,
                        "name",
                        "Invitée",
                        "employer",
                        UnitId.NATION.toString(),
                        "role",
                        "AGENT",
                        "unit",
                        Scene.TOWN.code()));
    }

    private HttpResponse<String> forgot(String address) {
        return APP.anonymous().post("/connexion/oubli", Map.of("email", address));
    }

    private AccountId account() {
        return APP.scene().accounts.byEmail(Actor.SYSTEM, email);
    }

    private static long rows(String address) {
        return count("SELECT count(*) FROM preau.mail WHERE email = :email", address);
    }

    private long attempts() {
        return count(
                "SELECT COALESCE(max(attempts), 0) FROM preau.mail WHERE fault IS NOT NULL AND email = :email", email);
    }

    private long links() {
        return count(
                "SELECT count(*) FROM preau.one_time_link l JOIN preau.account a ON a.id = l.account"
                        + " WHERE a.email = :email AND l.used_at IS NULL",
                email);
    }

    private static long count(String query, String address) {
        return APP.postgres()
                .owner()
                .withHandle(tx -> tx.createQuery(query)
                        .bind("email", address)
                        .mapTo(Long.class)
                        .one());
    }
}
