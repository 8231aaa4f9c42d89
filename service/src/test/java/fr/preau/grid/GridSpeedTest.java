package fr.preau.grid;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import fr.preau.App;
import fr.preau.Scene;
import fr.preau.Visitor;
import fr.preau.access.Principal;
import fr.preau.audit.CellOutcome;
import fr.preau.audit.CellSave;
import fr.preau.audit.NewAnswer;
import fr.preau.campaign.NewCampaign;
import fr.preau.checklist.Level;
import fr.preau.checklist.SchoolType;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.Actor;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Uai;
import fr.preau.kernel.UnitId;
import fr.preau.web.Browser;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The grid of 300 schools and all themes: its weight, its nodes, how soon it can be typed in. Prints its figures. */
@EnabledIfSystemProperty(named = "preau.long", matches = "true")
class GridSpeedTest {
    @RegisterExtension
    static final App APP = new App();

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final int SCHOOLS = 300;
    /** Three answers in four, and last year's where there is none. */
    private static final String FILL = """
            INSERT INTO answer (campaign, audit, control, verdict, comment, version, author, party, at)
            SELECT a.campaign, a.id, k.control,
                   (ARRAY['CONFORME', 'PARTIEL', 'NON_CONFORME', 'NE_SAIT_PAS'])[1 + (a.id + k.position) % 4],
                   NULL, 1, 1, 'COLLECTIVITE', now()
            FROM audit a JOIN asked_control k ON k.campaign = a.campaign AND k.school_type = a.school_type
            WHERE a.campaign = ? AND (? OR (a.id * 7 + k.position) % 4 > 0)
            """;
    /** Time from a key to the next frame, as the browser measures it. */
    private static final String KEYS = """
            new Promise(done => {
              const times = [];
              const grid = document.getElementById('grid');
              const step = (n) => {
                if (n === 0) { done(times.sort((a, b) => a - b)); return; }
                const began = performance.now();
                const key = n % 2 ? 'ArrowDown' : 'p';
                document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true}));
                requestAnimationFrame(() => setTimeout(() => { times.push(performance.now() - began); step(n - 1); }));
              };
              step(60);
            })""";

    private static Principal agent;
    private static CampaignId campaign;

    @BeforeAll
    static void schools() {
        Scene scene = APP.scene();
        UnitId[] towns = {Scene.TOWN, Scene.OTHER_TOWN};
        for (int i = 0; i < SCHOOLS; i++) {
            scene.school(Uai.of(8_100_000 + i), "LYCEE", "Lycée numéro " + i, towns[i % 2], Scene.VALLEYS);
        }
        CampaignId before = campaign("2025–2026", 2025);
        campaign = campaign("Toutes les mesures", 2026);
        APP.postgres().owner().useHandle(owner -> {
            owner.execute(FILL, before.value(), true);
            owner.execute(FILL, campaign.value(), false);
            owner.execute("ANALYZE");
        });
        agent = scene.agent();
    }

    private static CampaignId campaign(String name, int year) {
        Scene scene = APP.scene();
        CampaignId id = scene.campaigns.create(
                Actor.SYSTEM,
                new NewCampaign(
                        name,
                        UnitId.NATION,
                        LocalDate.of(year, 11, 2),
                        LocalDate.of(year + 1, 1, 29),
                        false,
                        Map.of(SchoolType.LYCEE, Level.RENFORCE)));
        scene.openings.open(Actor.OPERATOR, id);
        return id;
    }

    @Test
    void tells_what_a_grid_of_all_themes_weighs_and_how_soon_it_answers() throws Exception {
        Visitor visitor = APP.signIn(agent.account());
        String path = "/grille?campagne=" + campaign + "&theme=tous";
        visitor.get(path);
        long start = System.nanoTime();
        int bytes = visitor.get(path).body().length();
        long server = (System.nanoTime() - start) / 1_000_000;
        int zipped = visitor.download(path, "Accept-Encoding", "gzip").body().length;
        Page page = BROWSER.page();
        String[] cookie = visitor.cookie().split("=", 2);
        page.context().addCookies(List.of(new Cookie(cookie[0], cookie[1]).setUrl(APP.url())));
        page.navigate(APP.url() + path);
        page.waitForFunction("document.getElementById('grid').getAttribute('role') === 'grid'");
        Object ready =
                page.evaluate("Math.round(performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd)");
        Object first = page.evaluate("Math.round(performance.getEntriesByType('navigation')[0].responseStart)");
        Object nodes = page.evaluate("document.getElementsByTagName('*').length");
        Object cells = page.evaluate("document.querySelectorAll('#grid tbody td').length");
        page.locator("#grid tbody tr").nth(150).locator("td").nth(40).click();
        List<?> keys = (List<?>) page.evaluate(KEYS);
        System.out.printf(
                "grid %s cells: page %d kB (%d kB gzip), server %d ms, nodes %s, first byte %s ms, interactive %s ms,"
                        + " key to next frame median %.0f ms, 95th %.0f ms%n",
                cells,
                bytes / 1024,
                zipped / 1024,
                server,
                nodes,
                first,
                ready,
                ((Number) keys.get(keys.size() / 2)).doubleValue(),
                ((Number) keys.get(keys.size() * 95 / 100)).doubleValue());
        Browser.shot(page, "grid-300", 1440);
        assertThat((int) cells).isGreaterThan(SCHOOLS * 70);
        assertThat(page.locator("#grid-said").textContent()).isNotNull();
    }

    @Test
    void tells_what_300_cells_at_once_cost_beside_300_saves() {
        Scene scene = APP.scene();
        List<AuditId> audits = APP.postgres()
                .owner()
                .withHandle(owner -> owner.createQuery(
                                "SELECT id FROM audit WHERE campaign = :campaign ORDER BY id LIMIT " + SCHOOLS)
                        .bind("campaign", campaign)
                        .mapTo(AuditId.class)
                        .list());
        ControlCode[] columns = {Scene.control("SAU-01"), Scene.control("SAU-02")};
        double[] ratios = new double[4];
        for (int turn = 0; turn < ratios.length; turn++) {
            Verdict verdict = turn % 2 == 0 ? Verdict.CONFORME : Verdict.PARTIEL;
            NewAnswer answer = new NewAnswer(verdict, "Tour " + turn + ".");
            List<CellSave> saves = audits.stream()
                    .map(audit -> new CellSave(
                            audit, columns[0], version(audit, columns[0]), verdict, answer.comment(), false))
                    .toList();
            List<Integer> seen =
                    audits.stream().map(audit -> version(audit, columns[1])).toList();
            long start = System.nanoTime();
            List<CellOutcome> outcomes = APP.services().manyAnswers().save(agent, saves);
            long many = System.nanoTime() - start;
            start = System.nanoTime();
            for (int i = 0; i < audits.size(); i++) {
                scene.answers.save(agent, audits.get(i), columns[1], seen.get(i), answer);
            }
            ratios[turn] = (double) many / (System.nanoTime() - start);
            System.out.printf("300 cells at once: %d ms, ÷ 300 saves %.2f%n", many / 1_000_000, ratios[turn]);
            assertThat(outcomes).allMatch(outcome -> outcome.kind() == CellOutcome.Kind.SAVED);
        }
        assertThat(ratios[3]).as("at once is not slower than one by one").isLessThan(1);
    }

    private static int version(AuditId audit, ControlCode control) {
        return APP.scene().audits.control(agent, audit, control).cell().version();
    }
}
