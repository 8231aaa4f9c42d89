package fr.preau.access;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import fr.preau.App;
import fr.preau.Scene;
import fr.preau.Visitor;
import fr.preau.kernel.Actor;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

/** Secrets stay where they belong: not in the log, the journal, any table, an address or a reply but their own. */
class NoSecretHttpTest {
    @RegisterExtension
    static final FakeProvider THERE =
            new FakeProvider(() -> NoSecretHttpTest.APP.scene().now.get());

    @RegisterExtension
    static final Mailbox MAILBOX = new Mailbox();

    @RegisterExtension
    static final App APP = MAILBOX.configured(SignOn.configured(new App(), THERE));

    private static final Door DOOR = new Door(APP);

    @Test
    void keeps_every_secret_out_of_logs_tables_addresses_and_other_replies() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        Logger ours = (Logger) LoggerFactory.getLogger("fr.preau");
        Level before = ours.getLevel();
        log.start();
        root.addAppender(log);
        ours.setLevel(Level.TRACE);
        try {
            Map<String, String> secrets = new LinkedHashMap<>();
            List<HttpResponse<String>> replies = new ArrayList<>();
            walk(secrets, replies);
            walkElsewhere(secrets, replies);
            assertThat(log.list).as("a refused sign-in is logged").isNotEmpty();
            String logged = String.join(
                    "\n", log.list.stream().map(NoSecretHttpTest::told).toList());
            String tables = tables();
            for (Map.Entry<String, String> secret : secrets.entrySet()) {
                assertThat(logged).as(secret.getKey()).doesNotContain(secret.getValue());
                assertThat(tables).as(secret.getKey()).doesNotContain(secret.getValue());
                for (HttpResponse<String> reply : replies) {
                    assertThat(reply.body() + Door.leadsTo(reply))
                            .as(secret.getKey())
                            .doesNotContain(secret.getValue());
                }
            }
        } finally {
            ours.setLevel(before);
            root.detachAppender(log);
        }
    }

    /** Signs in by password and code, makes a token and uses it; keeps the replies that hold none of it. */
    private static void walk(Map<String, String> secrets, List<HttpResponse<String>> replies) {
        Door.Known person = DOOR.known(new Grant(Role.REVIEWER, Scene.ACADEMY));
        secrets.put("password", Door.PASSWORD);
        secrets.put("wrong password", "un essai manqué de peu");
        replies.add(APP.anonymous()
                .post("/connexion", Map.of("email", person.email(), "password", "un essai manqué de peu")));
        Door.Enrolled enrolled = DOOR.enrol(person);
        byte[] shared = enrolled.telephone().secret().bytes();
        secrets.put("shared secret", enrolled.telephone().secret().typed().replace(" ", ""));
        secrets.put("shared secret at rest", HexFormat.of().formatHex(shared));
        secrets.put("step", value(enrolled.half().cookie()));
        Telephone.recoveryCodes(enrolled.reply().body()).forEach(code -> secrets.put("recovery " + code, code));

        APP.scene().now.updateAndGet(now -> now.plus(Duration.ofMinutes(1)));
        HttpResponse<String> password = DOOR.password(person);
        Visitor half = DOOR.with(password, "preau-etape");
        String code = enrolled.telephone().secret().code(DOOR.now());
        HttpResponse<String> in = half.post("/connexion/code", Map.of("code", code));
        Visitor inside = DOOR.with(in, "preau");
        secrets.put("session", value(inside.cookie()));
        HttpResponse<String> made = inside.post(
                "/compte/jetons", Map.of("name", "essai", "scope", "READ", "days", "1", "present", Door.PASSWORD));
        String token = OwnAccountHttpTest.token(made.body());
        secrets.put("token", token);
        replies.addAll(List.of(password, in, inside.get("/compte"), inside.get("/compte/jetons")));
        replies.addAll(List.of(inside.get("/compte/second-facteur"), inside.post("/compte/jetons", Map.of())));
        replies.add(new Visitor(APP.url(), null, token, "").get("/api/v1/campaigns"));
        replies.add(new Visitor(APP.url(), null, token + "x", "").get("/api/v1/campaigns"));
    }

    /** Answers an invitation that came by mail through the provider, comes in by it, goes out by it. */
    private static void walkElsewhere(Map<String, String> secrets, List<HttpResponse<String>> replies) {
        secrets.put("client secret", FakeProvider.SECRET);
        SignOn signOn = new SignOn(APP, THERE);
        Visitor administrator = APP.signIn(APP.scene().administrator().account());
        String email = "ailleurs@exemple.invalid";
        replies.add(administrator.post(
                "/personnes/inviter",
                Map.of(
                        "email",
                        email,
                        "name",
                        "Ailleurs",
                        "employer",
                        "nation",
                        "role",
                        "AGENT",
                        "unit",
                        Scene.TOWN.code())));
        String link = Mailbox.link(MAILBOX.only(email));
        secrets.put("link by mail", link.substring("/lien/".length()));
        replies.add(APP.anonymous().get(link));
        SignOn.Away away = signOn.leaves(link, Map.of("avec", "fournisseur"));
        String back = THERE.comesBack(away.address());
        URLUtils.parseParameters(away.address().getRawQuery()).forEach((name, values) -> {
            if (List.of("state", "nonce").contains(name)) {
                secrets.put(name, values.get(0));
            }
        });
        secrets.put("code", back.replaceFirst(".*code=", "").replaceFirst("&.*", ""));
        secrets.put("provider cookie", value(away.browser().cookie()));
        HttpResponse<String> in = away.browser().get(back);
        Visitor inside = signOn.whole(away, in);
        THERE.given.forEach(token -> secrets.put("token " + secrets.size(), token));
        assertThat(THERE.given).hasSize(2);
        replies.addAll(List.of(in, away.browser().get(back), inside.get("/compte"), inside.get("/compte/fournisseur")));
        replies.add(administrator.get("/personnes/" + APP.scene().accounts.byEmail(Actor.SYSTEM, email)));
        // The reply that leads out holds the identity token, which is the provider's own: it is not among the others.
        inside.post("/deconnexion", Map.of());
        replies.add(APP.anonymous().get("/deconnexion/retour?state=x"));
    }

    private static String value(String cookie) {
        return cookie.substring(cookie.indexOf('=') + 1);
    }

    private static String told(ILoggingEvent event) {
        return event.getFormattedMessage() + " " + event.getMDCPropertyMap() + " " + event.getThrowableProxy();
    }

    /** Every row of every table, journal included, as text; bytes are in hexadecimal. */
    private static String tables() {
        return APP.postgres().owner().withHandle(tx -> {
            List<String> names = tx.createQuery(
                            "SELECT table_name FROM information_schema.tables"
                                    + " WHERE table_schema = 'preau' AND table_type = 'BASE TABLE'"
                                    + " AND table_name ~ '^(account|access|session|one_time|api|sign_in|journal|second|recovery|factor|identity|provider|mail)'")
                    .mapTo(String.class)
                    .list();
            assertThat(names).contains("journal_entry", "second_factor", "api_token");
            StringBuilder all = new StringBuilder();
            for (String name : names) {
                tx.createQuery("SELECT t::text FROM preau." + name + " AS t")
                        .mapTo(String.class)
                        .forEach(row -> all.append(row).append('\n'));
            }
            return all.toString();
        });
    }
}
