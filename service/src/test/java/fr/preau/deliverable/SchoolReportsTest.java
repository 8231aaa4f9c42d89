package fr.preau.deliverable;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.Visitor;
import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Uai;
import fr.preau.kernel.UnitId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The use case « the reports of all schools of my collectivity », over HTTP and by the service's own worker. */
class SchoolReportsTest {
    @RegisterExtension
    static final App APP = new App();

    private static final String ASK = "/unites/" + Scene.VALLEYS + "/rapports";

    private static final boolean LONG = Boolean.getBoolean("preau.long");
    private static final int MANY = LONG ? 300 : 12;

    private static Scene scene;
    private static CampaignId campaign;

    @BeforeAll
    static void stage() {
        scene = APP.scene();
        campaign = scene.campaign("Rapports réunis", LocalDate.of(2026, 11, 2), LocalDate.of(2027, 1, 29));
        scene.answerAll(scene.agent(), scene.audit(campaign, Scene.COLLEGE), Verdict.PARTIEL);
    }

    @Test
    void gathers_every_school_in_sight_with_a_manifest_that_tells_true() throws Exception {
        Principal agent = scene.agent();
        Visitor visitor = APP.signIn(agent.account());
        assertThat(visitor.get("/unites/" + Scene.VALLEYS + "?campagne=" + campaign)
                        .body())
                .contains("action=\"" + ASK + "\"", "Préparer le ZIP");
        String job = ask(visitor);
        HttpResponse<byte[]> file = visitor.download(job + "/fichier");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("preau-800000013-", ".zip");
        Map<String, byte[]> entries = entries(file.body());
        assertThat(entries.keySet())
                .containsExactly(
                        Scene.COLLEGE + "-college-la-passerelle.pdf",
                        Scene.SECOND_COLLEGE + "-college-les-tilleuls.pdf",
                        Scene.THIRD_COLLEGE + "-college-l-oeuvre-d-ete.pdf",
                        "manifeste.csv",
                        "SHA256SUMS.txt");
        String sums = new String(entries.get("SHA256SUMS.txt"), StandardCharsets.UTF_8);
        String manifest = new String(entries.get("manifeste.csv"), StandardCharsets.UTF_8);
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            if (!entry.getKey().equals("SHA256SUMS.txt")) {
                assertThat(sums).contains(sha256(entry.getValue()) + "  " + entry.getKey() + "\n");
            }
            if (entry.getKey().endsWith(".pdf")) {
                assertThat(manifest).contains(entry.getKey(), sha256(entry.getValue()));
            }
        }
        assertThat(visitor.download(ask(visitor) + "/fichier").body())
                .as("same data, same day, same bytes")
                .isEqualTo(file.body());
        assertThat(APP.signIn(scene.agent().account()).get(job + "/fichier").statusCode())
                .isEqualTo(404);
        assertThat(journalled(agent)).isEqualTo(2);
    }

    @Test
    void is_not_found_by_who_sees_none_of_its_schools_by_name() {
        for (Principal stranger : new Principal[] {scene.otherReviewer(), scene.nationalReader()}) {
            Visitor visitor = APP.signIn(stranger.account());
            assertThat(post(visitor).statusCode()).isEqualTo(404);
        }
        Visitor agent = APP.signIn(scene.agent().account());
        assertThat(agent.post(ASK, Map.of("campagne", "999999")).statusCode()).isEqualTo(404);
        assertThat(agent.post(ASK, Map.of()).statusCode()).isEqualTo(404);
        assertThat(agent.post("/unites/" + Scene.TOWN + "/rapports", Map.of("campagne", campaign.toString()))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void leaves_out_a_school_that_left_and_hands_out_no_file_that_still_holds_it() throws Exception {
        UnitId elsewhere = UnitId.collectivity("35990");
        scene.collectivity(elsewhere, "COMMUNE", "Valbrume");
        Principal newcomer = scene.person("Agente de Valbrume", elsewhere, new Grant(Role.AGENT, elsewhere));
        Visitor visitor = APP.signIn(newcomer.account());
        assertThat(post(visitor).statusCode()).isEqualTo(404);

        scene.move(Scene.THIRD_COLLEGE, elsewhere);
        String job = ask(visitor);
        assertThat(entries(visitor.download(job + "/fichier").body()).keySet())
                .as("only the school that has come")
                .hasSize(3)
                .contains(Scene.THIRD_COLLEGE + "-college-l-oeuvre-d-ete.pdf");

        back();
        HttpResponse<String> refused = visitor.get(job + "/fichier");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Demandez-le de nouveau");
        assertThat(post(visitor).statusCode()).isEqualTo(404);
    }

    @Test
    void hands_out_no_file_made_with_a_right_that_is_gone() throws Exception {
        Principal agent = scene.person(
                "Agente qui change de poste",
                Scene.VALLEYS,
                new Grant(Role.AGENT, Scene.VALLEYS),
                new Grant(Role.READER, Scene.VALLEYS));
        Visitor visitor = APP.signIn(agent.account());
        String job = ask(visitor);
        assertThat(visitor.get(job + "/fichier").statusCode()).isEqualTo(200);
        APP.postgres()
                .owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE access_grant SET revoked_at = since WHERE account = ? AND role = 'AGENT'",
                        agent.account().value()));
        assertThat(visitor.get(job).body()).as("the job is still theirs").contains("Terminé");
        assertThat(visitor.get(job + "/fichier").statusCode()).isEqualTo(409);
    }

    /** The long run prints three hundred and tells what that took; run it with -Xmx512m. */
    @Test
    void writes_a_large_file_in_parts_and_gives_it_back_whole() throws Exception {
        UnitId large = UnitId.collectivity("35991");
        scene.collectivity(large, "COMMUNE", "Grandval");
        for (int number = 1; number <= MANY; number++) {
            scene.school(Uai.of(8_100_000 + number), "ECOLE", "École " + number, large, large);
        }
        CampaignId own = scene.campaign("Grand lot", LocalDate.of(2026, 11, 2), LocalDate.of(2027, 1, 29));
        Visitor visitor = APP.signIn(scene.person("Agent de Grandval", large, new Grant(Role.AGENT, large))
                .account());
        long begun = System.nanoTime();
        String job = done(visitor, visitor.post("/unites/" + large + "/rapports", Map.of("campagne", own.toString())));
        long took = (System.nanoTime() - begun) / 1_000_000;
        byte[] file = visitor.download(job + "/fichier").body();
        if (LONG) {
            System.out.printf(
                    "%d reports in %d ms, %d KiB, heap at most %d MiB%n",
                    MANY, took, file.length >> 10, Runtime.getRuntime().maxMemory() >> 20);
        }
        assertThat(file.length).as("more than one part").isGreaterThan(1 << 20);
        Map<String, byte[]> entries = entries(file);
        assertThat(entries).hasSize(MANY + 2);
        assertThat(entries.keySet().stream().limit(MANY)).isSorted();
    }

    private static HttpResponse<String> post(Visitor visitor) {
        return visitor.post(ASK, Map.of("campagne", campaign.toString()));
    }

    /** Asks, waits for the worker, and gives the address of the job that is done. */
    private static String ask(Visitor visitor) throws InterruptedException {
        return done(visitor, post(visitor));
    }

    private static String done(Visitor visitor, HttpResponse<String> asked) throws InterruptedException {
        assertThat(asked.statusCode()).isEqualTo(303);
        String job = asked.headers().firstValue("Location").orElseThrow();
        for (int turn = 0; turn < 6_000 && visitor.get(job).body().contains("every 2s"); turn++) {
            Thread.sleep(100);
        }
        assertThat(visitor.get(job).body()).contains("Terminé");
        return job;
    }

    private static void back() {
        APP.postgres().owner().useTransaction(handle -> {
            handle.execute(
                    "DELETE FROM school_collectivity WHERE uai = ? AND to_day IS NULL", Scene.THIRD_COLLEGE.value());
            handle.execute("UPDATE school_collectivity SET to_day = NULL WHERE uai = ?", Scene.THIRD_COLLEGE.value());
        });
    }

    private static int journalled(Principal by) {
        return APP.postgres()
                .owner()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM journal_entry"
                                + " WHERE action = 'reports.bundled' AND account = :account")
                        .bind("account", by.account())
                        .mapTo(Integer.class)
                        .one());
    }

    private static Map<String, byte[]> entries(byte[] file) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
