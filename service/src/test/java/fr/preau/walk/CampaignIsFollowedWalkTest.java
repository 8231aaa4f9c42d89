package fr.preau.walk;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.access.Grant;
import fr.preau.access.Mailbox;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.audit.NewAnswer;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.UnitId;
import fr.preau.web.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who runs a campaign at its follow-up: from the nation to a list, and a later day for a town, found from links alone. */
class CampaignIsFollowedWalkTest {
    @RegisterExtension
    static final Mailbox MAILBOX = new Mailbox();

    @RegisterExtension
    static final App APP = MAILBOX.configured(new App());

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @Test
    void goes_from_the_nation_to_the_audits_behind_a_number_and_gives_a_town_a_later_day() {
        Scene scene = APP.scene();
        scene.answers.save(
                scene.agent(),
                scene.audit(Scene.COLLEGE),
                Scene.control("SAU-01"),
                0,
                new NewAnswer(Verdict.CONFORME, null));
        Principal editor = scene.person(
                "Éditrice",
                UnitId.NATION,
                new Grant(Role.EDITOR, UnitId.NATION),
                new Grant(Role.REVIEWER, UnitId.NATION));
        Walker walker = Walker.of(APP, BROWSER, editor).goesTo("/campagnes/" + scene.campaign);
        walker.follows("Suivre la campagne")
                .reads("France entière\u00a0: où en sont les audits")
                .meetsNoBarrier();
        look(walker, "nation");
        walker.follows("Académie de Rennes")
                .reads("Département des Trois-Vallées")
                .meetsNoBarrier();
        look(walker, "academie");
        walker.page().locator("a[href*='etat=IN_PROGRESS']").first().click();
        walker.is("Mes établissements").reads("Collège La Passerelle").meetsNoBarrier();
        look(walker, "liste");
        walker.page().goBack();
        walker.page()
                .locator("a[href$='prolongation?unite=" + Scene.TOWN + "']")
                .click();
        walker.is("Prolonger\u00a0: Montrelay").meetsNoBarrier();
        walker.page().getByLabel("Nouveau dernier jour").fill("2027-02-15");
        walker.page().getByLabel("Raison de la décision").fill("Serveur en panne jusqu’en février");
        look(walker, "prolonger");
        walker.presses("Prolonger 1 audit").reads("Serveur en panne").meetsNoBarrier();
        look(walker, "prolongee");
    }

    @Test
    void takes_an_absorbed_school_out_of_the_roster() {
        Scene scene = APP.scene();
        Principal editor = scene.person("Éditrice des fusions", UnitId.NATION, new Grant(Role.EDITOR, UnitId.NATION));
        APP.postgres()
                .owner()
                .useHandle(tx ->
                        tx.execute("UPDATE school SET state = 'CLOSED' WHERE uai = ?", Scene.THIRD_COLLEGE.value()));
        Walker walker = Walker.of(APP, BROWSER, editor)
                .goesTo("/campagnes/" + scene.campaign + "/effectif")
                .meetsNoBarrier();
        walker.page().getByLabel("Décider pour").check();
        walker.page().getByLabel("UAI de l’établissement qui l’absorbe").fill(Scene.SECOND_COLLEGE.value());
        walker.page().getByLabel("Raison de la décision").fill("Fusion à la rentrée");
        look(walker, "fusion");
        walker.presses("Retirer de l’effectif")
                .reads("Fusionné dans Collège Les Tilleuls")
                .meetsNoBarrier();
        look(walker, "fusionnee");
    }

    @Test
    void finds_a_merger_among_what_is_to_decide_and_confirms_it() {
        Scene scene = APP.scene();
        APP.postgres()
                .owner()
                .useHandle(tx -> tx.execute("INSERT INTO directory_import (file_name, sha256, at, account, counts)"
                        + " VALUES ('a.csv', repeat('0', 64), '2026-11-20T08:00:00Z', 0, '{}');"
                        + " INSERT INTO pending_decision (import, kind, uai, collectivity, successor) VALUES"
                        + " (1, 'MERGED', NULL, '44901', '35902'), (1, 'ABSENT', '" + Scene.CIO + "', NULL, NULL)"));
        Walker walker = Walker.of(APP, BROWSER, scene.administrator()).goesTo("/campagnes");
        walker.follows("À décider").reads("Ombreville → Cormerel").meetsNoBarrier();
        look(walker, "a-decider");
        walker.follows("Décider de son remplacement").meetsNoBarrier();
        walker.page().getByLabel("Depuis le").fill("2026-11-01");
        walker.presses("Voir les effets")
                .reads("1 établissement change de collectivité")
                .meetsNoBarrier();
        look(walker, "remplacement");
        walker.page().getByLabel("Raison de la décision").fill("Arrêté préfectoral");
        walker.presses("Confirmer le remplacement").reads("Ce qui a suivi").meetsNoBarrier();
        look(walker, "remplacee");
    }

    @Test
    void reminds_the_silent_after_reading_what_they_get() {
        Scene scene = APP.scene();
        scene.person(
                "Camille Rivière",
                Scene.TOWN,
                new Grant(Role.AGENT, Scene.TOWN),
                new Grant(Role.AGENT, Scene.OTHER_TOWN));
        scene.person("Noé Lenoir", Scene.OTHER_TOWN, new Grant(Role.AGENT, Scene.OTHER_TOWN));
        Walker walker = Walker.of(APP, BROWSER, scene.administrator())
                .goesTo("/campagnes/" + scene.campaign + "/suivi?unite=academie-14");
        look(walker, "a-relancer");
        walker.follows("Relancer les silencieux…")
                .reads("Bonjour Camille Rivière")
                .reads("- Montrelay\u00a0: 1 établissement")
                .meetsNoBarrier();
        look(walker, "relance");
        walker.presses("Envoyer 2 courriels")
                .reads("2 courriels partent")
                .reads("2 personnes ont reçu une relance")
                .meetsNoBarrier();
        look(walker, "relancee");
        MAILBOX.only("camille.riviere@exemple.invalid");
    }

    private static void look(Walker walker, String name) {
        Browser.shot(walker.page(), "follow-" + name, 1440);
        Browser.shot(walker.page(), "follow-" + name + "-narrow", 320);
    }
}
