package fr.preau.access;

import fr.preau.App;
import fr.preau.Visitor;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.Actor;
import fr.preau.kernel.UnitId;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;

/** Real sign-ins over HTTP: people with a password, and the cookies that they get on the way. */
record Door(App app) {
    static final String PASSWORD = "trois mots et un quatrième";
    private static int number;

    /** Somebody who has chosen a password. */
    record Known(AccountId account, String email) {}

    Known known(Grant... grants) {
        String email = "porte" + (++number) + "@exemple.invalid";
        Accounts accounts = app.scene().accounts;
        Secret link =
                accounts.invite(Actor.SYSTEM, new NewPerson(email, "Personne " + number, UnitId.NATION), grants[0]);
        AccountId account = accounts.choosePassword(link, PASSWORD);
        for (Grant grant : grants) {
            accounts.grant(Actor.SYSTEM, account, grant);
        }
        return new Known(account, email);
    }

    HttpResponse<String> password(Known person) {
        return app.anonymous()
                .post("/connexion", Map.of("email", person.email(), "password", PASSWORD, "retour", "/chiffres"));
    }

    /** The browser as it is after the reply: with the cookie of that name. */
    Visitor with(HttpResponse<String> reply, String cookie) {
        String value = cookie(reply, cookie).orElseThrow();
        String secret = value.substring(value.indexOf('=') + 1);
        String csrf = cookie.equals("preau") ? new Secret(secret).derive("form") : "";
        return new Visitor(app.url(), value, null, csrf);
    }

    static Optional<String> cookie(HttpResponse<String> reply, String name) {
        return reply.headers().allValues("Set-Cookie").stream()
                .filter(value -> value.startsWith(name + "="))
                .map(value -> value.substring(0, value.indexOf(';')))
                .filter(value -> !value.endsWith("="))
                .findFirst();
    }

    static String leadsTo(HttpResponse<String> reply) {
        return reply.headers().firstValue("Location").orElse("");
    }

    /** Sets the first factor up at sign-in. */
    Enrolled enrol(Known person) {
        Visitor half = with(password(person), "preau-etape");
        Telephone telephone = Telephone.reading(half.get("/connexion/code").body());
        HttpResponse<String> reply = half.post(
                "/connexion/second-facteur",
                Map.of("draft", telephone.draft(), "first", telephone.secret().code(now()), "retour", "/chiffres"));
        return new Enrolled(telephone, reply, half);
    }

    /** What setting up gave: the telephone, the reply with the recovery codes, the browser before it. */
    record Enrolled(Telephone telephone, HttpResponse<String> reply, Visitor half) {}

    java.time.Instant now() {
        return app.scene().now.get();
    }
}
