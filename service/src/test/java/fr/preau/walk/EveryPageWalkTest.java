package fr.preau.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import fr.preau.App;
import fr.preau.Scene;
import fr.preau.Visitor;
import fr.preau.access.Grant;
import fr.preau.access.NewPerson;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.audit.NewAnswer;
import fr.preau.campaign.NewCampaign;
import fr.preau.checklist.Party;
import fr.preau.checklist.Verdict;
import fr.preau.edition.EditionServices;
import fr.preau.edition.Label;
import fr.preau.edition.NewDeliverable;
import fr.preau.evidence.NewPiece;
import fr.preau.evidence.Spool;
import fr.preau.job.JobRows;
import fr.preau.kernel.ActionId;
import fr.preau.kernel.Actor;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.DeliverableId;
import fr.preau.kernel.SharedAnswerId;
import fr.preau.kernel.UnitId;
import fr.preau.plan.ActionStep;
import fr.preau.plan.Extent;
import fr.preau.plan.NewAction;
import fr.preau.plan.PlanServices;
import fr.preau.press.IssuedScene;
import fr.preau.review.NewSample;
import fr.preau.review.SendBack;
import fr.preau.review.Strata;
import fr.preau.shared.Proposal;
import fr.preau.shared.SchoolSet;
import fr.preau.shared.SharedServices;
import fr.preau.web.Browser;
import fr.preau.workbook.WorkbookBack;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Every page of the service, reached by links as people of each role reach it, looked at once in a browser with axe. It
 * fails on a link that leads nowhere, and on a route of the resource model that nobody reached.
 */
class EveryPageWalkTest {
    @RegisterExtension
    static final App APP = new App().withAllDoors();

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private final SoftAssertions soft = new SoftAssertions();
    private int pictures;

    @Test
    void every_page_is_reached_by_links_and_has_no_barrier() {
        List<Principal> people = people();
        Threshold.factorAndNotice(APP, people.get(0));
        prepare();
        freezeFigures(people.get(5));
        String received = publishFiles(people.get(5));
        JobRows.of(APP, people.get(0));
        WorkbookBack.of(APP, people.get(0));
        Crawl crawl = new Crawl(APP.model());
        Walker walker = Walker.anonymous(APP, BROWSER);
        meet(walker, crawl.from(APP.anonymous(), "/connexion", "/aide", "/deconnexion/retour", invitation(), received));
        Visitor halfway = Threshold.afterThePassword(APP);
        walker.carries(halfway);
        meet(walker, crawl.from(halfway, "/connexion/code"));
        for (Principal person : people) {
            walker.becomes(APP, person);
            meet(
                    walker,
                    crawl.from(
                            APP.signIn(person.account()), "/", "/recherche?q=coll%C3%A8ge", "/compte", "/compte/avis"));
        }
        // Its forms lead there, as those of the control's page do where no script runs.
        walker.becomes(APP, people.get(0));
        String pieces = "/audits/" + APP.scene().audit(Scene.COLLEGE) + "/mesures/SAU-02/pieces";
        meet(walker, crawl.from(APP.signIn(people.get(0).account()), pieces));
        soft.assertThat(crawl.dead()).as("links that lead nowhere").isEmpty();
        soft.assertThat(crawl.forgotten())
                .as("pages that nobody reached by links")
                .isEmpty();
        soft.assertAll();
    }

    /** A person of each role; the organiser also reviews, and so meets the page that takes an audit away. */
    private static List<Principal> people() {
        Scene scene = APP.scene();
        Principal organiser = scene.person(
                "Organisatrice nationale",
                UnitId.NATION,
                new Grant(Role.EDITOR, UnitId.NATION),
                new Grant(Role.REVIEWER, Scene.ACADEMY));
        return List.of(
                scene.agent(),
                scene.stateAgent(),
                scene.head(),
                scene.reviewer(),
                scene.nationalReader(),
                organiser,
                scene.administrator());
    }

    /** An audit under way, one that waits for its review, a campaign in preparation. */
    private static void prepare() {
        Scene scene = APP.scene();
        AuditId college = scene.audit(Scene.THIRD_COLLEGE);
        NewAnswer answer = new NewAnswer(Verdict.PARTIEL, "Chaque nuit, sauf le samedi.");
        scene.answers.save(scene.agent(), college, Scene.control("SAU-01"), 0, answer);
        shareAnAnswer(scene.agent());
        planActions(scene.agent(), college);
        Principal townAgent = scene.townAgent();
        AuditId school = scene.audit(Scene.SCHOOL);
        scene.answerAll(townAgent, school, Verdict.NON_CONFORME);
        scene.reviews.submit(townAgent, school);
        // Sent back once and corrected: there is something to compare.
        scene.reviews.sendBack(
                scene.reviewer(), school, new SendBack(Map.of(Scene.control("SAU-02"), "Datez la copie.")));
        scene.reviews.submit(townAgent, school);
        APP.services()
                .review()
                .samples()
                .draw(scene.reviewer(), new NewSample(scene.campaign, Scene.ACADEMY, Strata.TYPE, 3, 7L));
        // First in the list, so that the walk comes to the pages that erase and that close.
        scene.person("Abel, en poste", Scene.TOWN, new Grant(Role.AGENT, Scene.TOWN));
        scene.accounts.disable(
                Actor.SYSTEM,
                scene.person("Aaron, parti", Scene.TOWN, new Grant(Role.AGENT, Scene.TOWN))
                        .account());
        scene.campaigns.create(
                Actor.SYSTEM,
                new NewCampaign(
                        "2027–2028",
                        UnitId.NATION,
                        LocalDate.of(2027, 11, 1),
                        LocalDate.of(2028, 1, 28),
                        false,
                        NewCampaign.defaultLevels()));
        APP.postgres().owner().useHandle(EveryPageWalkTest::askWhetherTownsHaveMerged);
    }

    /** And a syndicat that the département has replaced has left it a label. */
    private static void askWhetherTownsHaveMerged(Handle owner) {
        owner.execute("INSERT INTO collectivity (code, kind, name, fictitious, succeeded_by)"
                + " VALUES ('800000021', 'SYNDICAT', 'Syndicat des Vallées', true, '800000013')");
        owner.execute("INSERT INTO school_label (owner, name, created_at, created_by)"
                + " VALUES ('collectivite-800000021', 'Internats', '2026-11-20T08:00:00Z', 0)");
        owner.execute("INSERT INTO directory_import (file_name, sha256, at, account, counts)"
                + " VALUES ('annuaire.csv', repeat('0', 64), '2026-11-20T08:00:00Z', 0, '{}')");
        owner.execute("INSERT INTO pending_decision (import, kind, collectivity, successor)"
                + " SELECT max(number), 'MERGED', '44901', '35902' FROM directory_import");
    }

    /** An edition with its files, and a link to them. */
    private static String publishFiles(Principal organiser) {
        EditionServices editions = APP.services().editions();
        NewDeliverable asked =
                new NewDeliverable("Édition publique", UnitId.NATION, Label.CLEAR, APP.scene().campaign, null);
        DeliverableId id = editions.deliverables().start(organiser, asked);
        editions.lives().propose(organiser, id);
        String seen = editions.dossiers().of(organiser, id).sha256();
        Principal other =
                APP.scene().person("Éditeur d’un département", Scene.VALLEYS, new Grant(Role.EDITOR, UnitId.NATION));
        editions.lives().sign(organiser, id, seen);
        editions.lives().sign(other, id, seen);
        editions.lives().publish(organiser, id);
        return IssuedScene.of(APP, organiser, id).link(APP, organiser, id);
    }

    private static void freezeFigures(Principal organiser) {
        CampaignId campaign = APP.scene().campaign;
        NewDeliverable asked = new NewDeliverable("État des lieux", UnitId.NATION, Label.GREEN, campaign, null);
        APP.services().editions().deliverables().start(organiser, asked);
    }

    private static void shareAnAnswer(Principal agent) {
        SharedServices shared = APP.services().shared();
        shared.labels().create(agent, Scene.VALLEYS, "Sites sous infogérance");
        NewAnswer answer = new NewAnswer(Verdict.PARTIEL, null);
        Proposal all =
                new Proposal(APP.scene().campaign, Scene.VALLEYS, Scene.control("SAU-02"), SchoolSet.ALL, answer);
        SharedAnswerId given = shared.answers()
                .apply(
                        agent,
                        all,
                        Set.of(),
                        shared.answers().preview(agent, all).seen())
                .id();
        APP.services().sharedPieces().attach(agent, given, text());
        APP.services().evidence().attach(agent, APP.scene().audit(Scene.COLLEGE), Scene.control("SAU-02"), text());
    }

    private static NewPiece text() {
        byte[] line = "Sauvegarde du 3 novembre : réussie.".getBytes(StandardCharsets.UTF_8);
        return NewPiece.file(Spool.of(new ByteArrayInputStream(line)), "relevé.txt");
    }

    /** One that goes on, one that is done while its school still has the weak answer. */
    private static void planActions(Principal agent, AuditId audit) {
        PlanServices plan = APP.services().plan();
        NewAction action =
                new NewAction("Sauver aussi le samedi", Party.COLLECTIVITE, LocalDate.of(2027, 3, 31), 400, null);
        plan.plans().plan(agent, audit, Scene.control("SAU-01"), action, Extent.ONE, Set.of());
        ActionId done = plan.plans().plan(agent, audit, Scene.control("SAU-01"), action, Extent.ONE, Set.of());
        plan.actions().take(agent, done, 1, ActionStep.FINISH);
    }

    private static String invitation() {
        NewPerson person = new NewPerson("invite@exemple.invalid", "Personne invitée", Scene.TOWN);
        Grant grant = new Grant(Role.AGENT, Scene.TOWN);
        return "/lien/"
                + APP.scene().accounts.invite(Actor.SYSTEM, person, grant).text();
    }

    /** Looks at each page; a fault keeps its picture and lets the walk go on. */
    private void meet(Walker walker, Map<String, String> pages) {
        pages.forEach((route, path) -> soft.check(() -> {
            try {
                meet(walker.page(), walker.base() + path);
            } catch (AssertionError fault) {
                pictures++;
                String picture = Browser.picture(walker.page(), "EveryPageWalkTest-" + pictures);
                throw new AssertionError(route + ": " + fault.getMessage() + "\nThe page: " + picture, fault);
            }
        }));
    }

    private static void meet(Page page, String address) {
        Response reply = page.navigate(address);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(page.title()).endsWith("— Préau").doesNotContain("{", "null");
        assertThat(page.locator("h1").count()).as("main titles").isEqualTo(1);
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("fr");
        Browser.assertNoBarrier(page);
    }
}
