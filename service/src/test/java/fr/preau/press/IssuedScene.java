package fr.preau.press;

import fr.preau.App;
import fr.preau.Services;
import fr.preau.access.Principal;
import fr.preau.kernel.DeliverableId;
import fr.preau.kernel.Paris;
import java.time.LocalDate;
import java.util.Map;

/** The files of a published edition, made at once: for tests of what comes after. */
public record IssuedScene(long issue) {

    /** Makes them by the application's own job, and waits for it. */
    public static IssuedScene of(App app, Principal editor, DeliverableId id) {
        var visitor = app.signIn(editor.account());
        String page = "/livrables/" + id + "/fichiers";
        String job =
                visitor.post(page, Map.of()).headers().firstValue("Location").orElseThrow();
        try {
            for (int tries = 0; tries < 300 && visitor.get(job).body().contains("/arret"); tries++) {
                Thread.sleep(100);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return new IssuedScene(issues(app).shelf(editor, id).issues().get(0).id());
    }

    /** The page that a receiver comes to. */
    public String link(App app, Principal editor, DeliverableId id) {
        LocalDate until = Paris.today(app.scene().clock);
        return "/recu/"
                + issues(app)
                        .handOn(editor, id, issue, "Mairie des Tilleuls", until)
                        .text();
    }

    private static Issues issues(App app) {
        return new Issues(
                app.scene().database,
                app.scene().journal,
                app.scene().clock,
                new Services(app.scene().database, app.scene().clock).editions().dossiers());
    }
}
