package fr.preau.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import fr.preau.App;
import fr.preau.Scene;
import fr.preau.Visitor;
import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.audit.NewAnswer;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.UnitId;
import fr.preau.review.SendBack;
import fr.preau.web.Browser;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every page that a person of each role can reach by links, in a browser with axe, and no link that leads nowhere. The
 * last test fails when the code has a page that none of them reached.
 */
class EveryPageWalkTest {
    @RegisterExtension
    static final App APP = new App();

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final Set<String> REACHED = new TreeSet<>();

    /** Who walks through the pages. */
    enum Who {
        AGENT,
        STATE_AGENT,
        HEAD,
        REVIEWER,
        READER,
        EDITOR,
        ADMINISTRATOR;

        private Principal person(Scene scene) {
            return switch (this) {
                case AGENT -> scene.agent();
                case STATE_AGENT -> scene.stateAgent();
                case HEAD -> scene.head();
                case REVIEWER -> scene.reviewer();
                case READER -> scene.nationalReader();
                case EDITOR ->
                    scene.person("Organisatrice nationale", UnitId.NATION, new Grant(Role.EDITOR, UnitId.NATION));
                case ADMINISTRATOR -> scene.administrator();
            };
        }
    }

    @BeforeAll
    static void prepare() {
        Scene scene = APP.scene();
        Principal agent = scene.agent();
        Principal reviewer = scene.reviewer();
        AuditId sentBack = submitted(agent, Verdict.NON_CONFORME, scene.audit(Scene.COLLEGE));
        scene.reviews.open(reviewer, sentBack);
        scene.reviews.sendBack(
                reviewer, sentBack, new SendBack(Map.of(Scene.control("SAU-02"), "Dites où est la copie.")));
        submitted(agent, Verdict.PARTIEL, scene.audit(Scene.SECOND_COLLEGE));
        scene.answers.save(
                agent,
                scene.audit(Scene.THIRD_COLLEGE),
                Scene.control("SAU-01"),
                0,
                new NewAnswer(Verdict.CONFORME, "Chaque nuit."));
        AuditId validated = submitted(scene.townAgent(), Verdict.CONFORME, scene.audit(Scene.SCHOOL));
        scene.reviews.validate(reviewer, validated);
        scene.campaigns.create(
                fr.preau.kernel.Actor.SYSTEM,
                new fr.preau.campaign.NewCampaign(
                        "2027–2028",
                        UnitId.NATION,
                        LocalDate.of(2027, 11, 1),
                        LocalDate.of(2028, 1, 28),
                        false,
                        fr.preau.campaign.NewCampaign.defaultLevels()));
    }

    private static AuditId submitted(Principal agent, Verdict verdict, AuditId audit) {
        APP.scene().answerAll(agent, audit, verdict);
        APP.scene().reviews.submit(agent, audit);
        return audit;
    }

    @ParameterizedTest
    @EnumSource
    void each_page_has_no_barrier_and_no_dead_link(Who who) {
        Principal person = who.person(APP.scene());
        Visitor visitor = APP.signIn(person.account());
        Walker walker = Walker.of(APP, BROWSER, person);
        Crawl crawl = Crawl.from(visitor, "/", "/recherche?q=coll%C3%A8ge", "/recherche?q=rien+de+tel", "/compte");
        assertThat(crawl.dead()).isEmpty();
        assertThat(crawl.pages()).isNotEmpty();
        crawl.pages().forEach((kind, path) -> meet(walker, kind, path, REACHED.add(kind)));
    }

    @Test
    void pages_for_everyone_have_no_barrier() {
        Walker walker = new Walker(BROWSER.page(), APP.url());
        Crawl crawl = Crawl.from(APP.anonymous(), "/connexion", "/aide");
        assertThat(crawl.dead()).isEmpty();
        crawl.pages().forEach((kind, path) -> meet(walker, kind, path, true));
        REACHED.addAll(crawl.pages().keySet());
    }

    /** A page met for the first time is looked at wide and narrow; another person's is looked at wide. */
    private static void meet(Walker walker, String kind, String path, boolean first) {
        Page page = walker.page();
        Response reply = page.navigate(walker.base() + path);
        assertThat(reply.status()).as(path).isEqualTo(200);
        assertThat(page.title()).as(path).endsWith("— Préau").doesNotContain("{", "null");
        assertThat(page.locator("h1").count()).as("titles of " + kind).isEqualTo(1);
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("fr");
        Browser.assertAccessibleAt(page, first ? new int[] {1440, 320} : new int[] {1440});
    }

    @AfterAll
    static void no_page_was_forgotten() {
        Set<String> all = Crawl.kindsInCode();
        all.removeAll(REACHED);
        assertThat(all).as("pages that nobody reached by links").isEmpty();
    }
}
