package fr.preau.access;

import static fr.preau.access.Door.leadsTo;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.Visitor;
import fr.preau.kernel.UnitId;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Removing the second factor of somebody who lost it: two administrators, neither of them the owner, who is told. */
class FactorRemovalHttpTest {
    @RegisterExtension
    static final App APP = new App();

    private static final Door DOOR = new Door(APP);

    @Test
    void two_administrators_remove_it_and_the_owner_is_told_and_sets_up_another() {
        Door.Known lost = DOOR.known(new Grant(Role.REVIEWER, Scene.ACADEMY));
        Visitor session = DOOR.with(DOOR.enrol(lost).reply(), "preau");
        String page = "/personnes/" + lost.account() + "/second-facteur";
        Visitor first = APP.signIn(APP.scene().administrator().account());
        Principal second = academy();

        assertThat(first.post(page + "/retrait", Map.of()).statusCode())
                .as("nothing asked")
                .isEqualTo(409);
        assertThat(first.post(page + "/demande", Map.of("reason", " ")).statusCode())
                .isEqualTo(422);
        assertThat(first.post(page + "/demande", Map.of("reason", "Téléphone tombé, reconnu à la voix"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(first.get(page).body()).contains("Une autre personne").doesNotContain("Confirmer le retrait");
        assertThat(first.post(page + "/retrait", Map.of()).statusCode())
                .as("the same person")
                .isEqualTo(409);
        assertThat(session.get("/revue").statusCode()).isEqualTo(200);

        Visitor other = APP.signIn(second.account());
        assertThat(other.get(page).body()).contains("Confirmer le retrait", "Retrait demandé le");
        assertThat(other.post(page + "/retrait", Map.of()).statusCode()).isEqualTo(303);
        assertThat(leadsTo(session.get("/revue"))).as("sessions end").startsWith("/connexion");

        HttpResponse<String> in = DOOR.enrol(lost).reply();
        assertThat(in.body()).contains("href=\"/compte/avis?retour=%2Fchiffres\"");
        assertThat(DOOR.with(in, "preau").get("/compte/avis").body())
                .contains("votre second facteur a été retiré", second.name());
        assertThat(actions(lost)).contains("factor.removalAsked", "factor.removed", "factor.enrolled");
    }

    @Test
    void an_administrator_of_less_than_all_of_the_rights_finds_nobody() {
        Door.Known both = DOOR.known(new Grant(Role.REVIEWER, Scene.ACADEMY), new Grant(Role.READER, UnitId.NATION));
        DOOR.enrol(both);
        Visitor academy = APP.signIn(academy().account());
        String page = "/personnes/" + both.account() + "/second-facteur";
        assertThat(academy.get(page).statusCode()).isEqualTo(404);
        assertThat(academy.post(page + "/demande", Map.of("reason", "x")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_request_dies_when_dropped_and_after_a_week_and_is_never_about_oneself() {
        Door.Known lost = DOOR.known(new Grant(Role.REVIEWER, Scene.ACADEMY));
        DOOR.enrol(lost);
        String page = "/personnes/" + lost.account() + "/second-facteur";
        Principal administrator = APP.scene().administrator();
        Visitor first = APP.signIn(administrator.account());
        first.post(page + "/demande", Map.of("reason", "Perdu"));
        Visitor second = APP.signIn(academy().account());
        assertThat(second.post(page + "/demande", Map.of("reason", "Perdu")).statusCode())
                .isEqualTo(409);
        assertThat(second.post(page + "/abandon", Map.of()).statusCode()).isEqualTo(303);
        assertThat(second.post(page + "/retrait", Map.of()).statusCode()).isEqualTo(409);

        first.post(page + "/demande", Map.of("reason", "Perdu"));
        APP.scene().now.updateAndGet(now -> now.plus(FactorRemovals.LIFE));
        Visitor late = APP.signIn(academy().account());
        assertThat(late.post(page + "/retrait", Map.of()).statusCode()).isEqualTo(409);
        Visitor own = APP.signIn(administrator.account());
        assertThat(own.post("/personnes/" + administrator.account() + "/second-facteur/demande", Map.of("reason", "x"))
                        .statusCode())
                .isEqualTo(409);
    }

    private static Principal academy() {
        return APP.scene()
                .person(
                        "Administrateur d’académie " + Secret.random().text().substring(0, 6),
                        Scene.ACADEMY,
                        new Grant(Role.ADMINISTRATOR, Scene.ACADEMY));
    }

    private static List<String> actions(Door.Known person) {
        return APP.postgres()
                .owner()
                .withHandle(tx -> tx.createQuery("SELECT action FROM preau.journal_entry WHERE object = :object")
                        .bind("object", "account/" + person.account())
                        .mapTo(String.class)
                        .list());
    }
}
