package fr.preau.job;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Visitor;
import fr.preau.access.Principal;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One's own jobs over HTTP, and nobody else's. */
class JobHttpTest {
    @RegisterExtension
    static final App APP = new App();

    @Test
    void shows_how_far_a_job_is_stops_it_and_hands_its_file_over_to_its_owner_alone() {
        Principal agent = APP.scene().agent();
        Visitor owner = APP.signIn(agent.account());
        assertThat(owner.get("/travaux").body()).contains("Aucun travail");
        JobRows rows = JobRows.of(APP, agent);
        String running = "/travaux/" + rows.running();
        assertThat(owner.get("/travaux").body()).contains("40 sur 300", running);
        assertThat(owner.get(running).body())
                .contains("40 sur 300", "<progress value=\"40\" max=\"300\"", "every 2s", "Vous pouvez quitter");
        HttpResponse<String> file = owner.get("/travaux/" + rows.done() + "/fichier");
        assertThat(file.body()).isEqualTo("x");
        assertThat(file.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"audits.ods\"");
        assertThat(owner.get("/travaux/" + rows.done()).body())
                .contains("Télécharger audits.ods")
                .doesNotContain("every 2s");
        Visitor other = APP.signIn(APP.scene().administrator().account());
        for (String path : new String[] {running, "/travaux/" + rows.done() + "/fichier", "/travaux/0", "/travaux/x"}) {
            assertThat(other.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(other.post(running + "/arret", Map.of()).statusCode()).isEqualTo(404);
        assertThat(owner.post(running + "/arret", Map.of()).statusCode()).isEqualTo(303);
        assertThat(owner.get(running).body()).contains("Vous l’avez arrêté");
    }
}
