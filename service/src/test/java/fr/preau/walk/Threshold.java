package fr.preau.walk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.Visitor;
import fr.preau.access.Accounts;
import fr.preau.access.Grant;
import fr.preau.access.NewPerson;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.kernel.Actor;
import java.net.http.HttpResponse;
import java.util.Map;

/** What it takes to meet the pages that no link leads to: those between a password and a session, and right after. */
final class Threshold {
    private static final String PASSWORD = "trois mots et un quatrième";

    private Threshold() {}

    /** A reviewer's browser who has given the password, and not yet a second factor. */
    static Visitor afterThePassword(App app) {
        Accounts accounts = app.scene().accounts;
        NewPerson person = new NewPerson("seuil@exemple.invalid", "Responsable au seuil", Scene.ACADEMY);
        accounts.choosePassword(
                accounts.invite(Actor.SYSTEM, person, new Grant(Role.REVIEWER, Scene.ACADEMY)), PASSWORD);
        HttpResponse<String> reply =
                app.anonymous().post("/connexion", Map.of("email", person.email(), "password", PASSWORD));
        String cookie = reply.headers().allValues("Set-Cookie").stream()
                .filter(value -> value.startsWith("preau-etape="))
                .findFirst()
                .orElseThrow();
        assertThat(reply.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).contains("/connexion/code"));
        return new Visitor(app.url(), cookie.replaceFirst(";.*", ""), null, "");
    }

    /** Gives the person a second factor of their own accord, and something to be told. */
    static void factorAndNotice(App app, Principal person) {
        app.postgres().owner().useHandle(handle -> {
            handle.createUpdate(
                            "INSERT INTO second_factor (account, sealed, since, last_step, salt)"
                                    + " VALUES (:account, decode(repeat('07', 48), 'hex'), :now, 1, decode(repeat('07', 16), 'hex'))")
                    .bind("account", person.account())
                    .bind("now", app.scene().now.get())
                    .execute();
            handle.createUpdate("INSERT INTO sign_in_notice (account, kind, author, at)"
                            + " VALUES (:account, 'RESET_LINK', 0, :now)")
                    .bind("account", person.account())
                    .bind("now", app.scene().now.get())
                    .execute();
        });
    }
}
