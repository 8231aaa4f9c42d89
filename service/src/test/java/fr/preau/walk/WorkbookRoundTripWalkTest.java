package fr.preau.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import fr.preau.App;
import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.audit.NewAnswer;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.Uai;
import fr.preau.web.Browser;
import fr.preau.workbook.Edited;
import fr.preau.workbook.Format;
import java.io.IOException;
import java.nio.file.Files;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An agent takes a workbook, fills it in elsewhere, brings it back, chooses between two values, and sees it saved. */
class WorkbookRoundTripWalkTest {
    @RegisterExtension
    static final App APP = new App();

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @Test
    void takes_a_workbook_and_brings_it_back_filled_in() throws IOException {
        Principal agent = APP.scene().agent();
        journey(Walker.of(APP, BROWSER, agent), agent, "SAU-01", Format.ODS);
    }

    private static void journey(Walker walker, Principal agent, String control, Format format) throws IOException {
        walker.goesTo("/etablissements").follows("Emporter ou rapporter un classeur");
        walker.is("Classeurs").reads("3 établissements.").meetsNoBarrier();
        walker.page().locator("input[name=format][value=" + format + "]").check();
        Download download =
                walker.page().waitForDownload(() -> walker.presses("Télécharger le classeur de 3\u00a0établissements"));
        byte[] taken = Files.readAllBytes(download.path());
        APP.scene()
                .answers
                .save(
                        APP.scene().agent(),
                        APP.scene().audit(Scene.SECOND_COLLEGE),
                        Scene.control(control),
                        0,
                        new NewAnswer(Verdict.PARTIEL, "Vu sur place."));
        byte[] filled = Edited.of(taken)
                .set(Scene.COLLEGE.value(), control, "Conforme", "=1+1")
                .set(Scene.SECOND_COLLEGE.value(), control, "Conforme", "D’après le prestataire.")
                .set(Scene.THIRD_COLLEGE.value(), control, "oui", "")
                .save(format);
        walker.page()
                .locator("#fichier")
                .setInputFiles(new FilePayload(download.suggestedFilename(), "application/octet-stream", filled));
        walker.presses("Lire le classeur").is("Ce que changerait ce classeur");
        walker.reads("1 réponse sera enregistrée")
                .reads("Vu sur place.")
                .reads("oui")
                .meetsNoBarrier();
        walker.page()
                .locator("tr", new Page.LocatorOptions().setHasText("Vu sur place."))
                .locator("input[type=checkbox]")
                .check();
        walker.presses("Garder ce choix").isTold("2 réponses seront enregistrées");
        walker.presses("Enregistrer 2\u00a0réponses");
        walker.isTold("2 réponses enregistrées").meetsNoBarrier();
        walker.follows("Voir le résultat").is("Ce qui a été enregistré").meetsNoBarrier();
        Assertions.assertThat(comment(agent, Scene.COLLEGE, control)).isEqualTo("=1+1");
        Assertions.assertThat(comment(agent, Scene.SECOND_COLLEGE, control)).isEqualTo("D’après le prestataire.");
        assertThat(walker.page().locator("main")).containsText("Enregistrée");
    }

    private static String comment(Principal agent, Uai school, String control) {
        return APP.scene()
                .audits
                .control(agent, APP.scene().audit(school), Scene.control(control))
                .cell()
                .comment();
    }
}
