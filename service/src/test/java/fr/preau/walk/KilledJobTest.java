package fr.preau.walk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.Visitor;
import fr.preau.workbook.Edited;
import fr.preau.workbook.Format;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of the service while it applies a workbook: started again, it does the whole of it, once. */
@EnabledIfSystemProperty(named = "preau.long", matches = "true")
class KilledJobTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Pattern CAMPAIGN =
            Pattern.compile("name=\"campagne\" value=\"(\\d+)\"|value=\"(\\d+)\" selected");

    @TempDir
    Path directory;

    @Test
    void a_workbook_is_applied_whole_although_the_service_is_killed_on_the_way() throws Exception {
        // The user that PostgreSQL runs as must get through.
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        ServiceProcess service = ServiceProcess.start(directory);
        try {
            Visitor visitor = KilledServiceTest.signIn(service.url());
            String campaign = CAMPAIGN.matcher(visitor.get("/classeurs").body())
                    .results()
                    .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                    .findFirst()
                    .orElseThrow();
            byte[] filled = Edited.of(exported(visitor, campaign))
                    .fill("Non conforme", "Relevé pendant la coupure.")
                    .save(Format.ODS);
            String report = location(
                    visitor.upload("/classeurs/lectures?campagne=" + campaign, Map.of(), "fichier", "a.ods", filled));
            assertThat(visitor.get(report).body()).contains("réponses seront enregistrées");
            String job = location(visitor.post(report + "/application", Map.of()));
            service.kill();
            service = ServiceProcess.start(directory);
            Visitor again = new Visitor(service.url(), visitor.cookie(), null, visitor.csrf());
            await(again, job);
            assertThat(again.get(job).body()).containsPattern("réponses enregistrées, aucune laissée");
            String twice = location(
                    again.upload("/classeurs/lectures?campagne=" + campaign, Map.of(), "fichier", "a.ods", filled));
            assertThat(again.get(twice).body()).contains("Rien à enregistrer");
        } finally {
            service.close();
        }
    }

    private static byte[] exported(Visitor visitor, String campaign) {
        String form = "csrf=" + visitor.csrf() + "&campagne=" + campaign + "&etat=OPEN&format=ODS&forme=WHOLE";
        String[] headers = {"Origin", visitor.base(), "Content-Type", "application/x-www-form-urlencoded"};
        return visitor.bytes("POST", "/classeurs/export", form, headers).body();
    }

    private static void await(Visitor visitor, String job) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!visitor.get(job).body().contains("Voir le résultat")) {
            assertThat(System.nanoTime()).as(visitor.get(job).body()).isLessThan(end);
            Thread.sleep(500);
        }
    }

    private static String location(HttpResponse<String> reply) {
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(303);
        return reply.headers().firstValue("Location").orElseThrow();
    }
}
