package fr.preau.walk;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.audit.NewAnswer;
import fr.preau.checklist.Party;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.Uai;
import fr.preau.plan.Extent;
import fr.preau.plan.NewAction;
import fr.preau.web.Browser;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An agent sees what awaits, where to begin, and entrusts a theme; the school's head finds it on the first page. */
class WhatAwaitsWalkTest {
    @RegisterExtension
    static final App APP = new App();

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @Test
    void a_theme_is_entrusted_to_the_head_who_finds_it_on_the_first_page() {
        Scene scene = APP.scene();
        Principal agent = scene.agent();
        Principal head = scene.head();
        for (Uai school : List.of(Scene.COLLEGE, Scene.SECOND_COLLEGE)) {
            for (String control : List.of("SAU-01", "SAU-02", "PAT-01", "ACC-03")) {
                scene.answers.save(
                        agent,
                        scene.audit(school),
                        Scene.control(control),
                        0,
                        new NewAnswer(control.startsWith("SAU") ? Verdict.PARTIEL : Verdict.NON_CONFORME, null));
            }
        }
        NewAction action = new NewAction("Sauver aussi le samedi", Party.ETAT, LocalDate.of(2026, 12, 1), null, null);
        APP.services()
                .plan()
                .plans()
                .plan(agent, scene.audit(Scene.COLLEGE), Scene.control("SAU-01"), action, Extent.ONE, Set.of());

        Walker walker = Walker.of(APP, BROWSER, agent);
        walker.goesTo("/")
                .is("Ce qui m’attend")
                .reads("1 action à finir sous 30 jours")
                .reads("mesures à compléter")
                .meetsNoBarrier();
        walker.follows("Par où commencer").is("Par où commencer");
        walker.reads("sur 2 collèges").reads("sur vos 3 audits").meetsNoBarrier();
        Browser.shot(walker.page(), "starts", 1440);
        Browser.shot(walker.page(), "starts", 320);
        walker.page().locator("main .shelter a").click();
        walker.is("Prévoir une action").reads("Les 2 établissements qui ont cette faiblesse");

        walker.goesTo("/audits/" + scene.audit(Scene.COLLEGE) + "/themes/SAU").follows("Confier ce thème");
        walker.is("Confier ce thème").meetsNoBarrier();
        walker.page().locator("#to").selectOption("HEADS");
        walker.presses("Confier ce thème")
                .isTold("Thème confié pour 1 établissement")
                .meetsNoBarrier();
        Browser.shot(walker.page(), "assign", 1440);
        walker.goesTo("/a-faire").reads("1 thème que vous avez confié").meetsNoBarrier();
        Browser.shot(walker.page(), "todo-agent", 1440);
        Browser.shot(walker.page(), "todo-agent", 320);

        walker.becomes(APP, head).goesTo("/").reads("1 thème vous est confié").meetsNoBarrier();
        Browser.shot(walker.page(), "todo-head", 1440);
        walker.page().locator("#confies ~ table a").click();
        walker.is("Sauvegarde et continuité");

        walker.becomes(APP, agent).goesTo("/a-faire");
        walker.page().locator("form[action$='/reprise'] button").click();
        walker.isTold("Thème repris");
        walker.becomes(APP, head).goesTo("/a-faire");
        com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(
                        walker.page().locator("main"))
                .not()
                .containsText("vous est confié");
    }
}
