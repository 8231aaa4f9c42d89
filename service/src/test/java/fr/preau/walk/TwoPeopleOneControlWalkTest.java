package fr.preau.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.preau.App;
import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.audit.Cell;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.AuditId;
import fr.preau.web.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two agents on the same page: the second sees both answers, loses nothing of what was typed, and decides. */
class TwoPeopleOneControlWalkTest {
    @RegisterExtension
    static final App APP = new App();

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final String THEIRS = "Vu avec le prestataire : rien n’est en place.";
    private static final String MINE = "Deux lignes que je ne veux pas retaper.";

    @Test
    void shows_both_answers_by_the_button_and_keeps_what_was_typed() {
        conflict("RES-01", false);
    }

    @Test
    void shows_both_answers_at_the_choice_and_keeps_what_was_typed() {
        conflict("RES-03", true);
    }

    private static void conflict(String control, boolean scripts) {
        Principal first = APP.scene().agent();
        Principal second = APP.scene().agent();
        AuditId audit = APP.scene().audit(Scene.SECOND_COLLEGE);
        String path = "/audits/" + audit + "/mesures/" + control;
        Walker late = scripts ? Walker.of(APP, BROWSER, second) : Walker.withoutScripts(APP, BROWSER, second);
        late.goesTo(path);
        Walker.withoutScripts(APP, BROWSER, first)
                .goesTo(path)
                .chooses("NON_CONFORME")
                .comments(THEIRS)
                .presses("Enregistrer")
                .isTold("Réponse enregistrée");

        late.comments(MINE).chooses("PARTIEL");
        if (!scripts) {
            late.presses("Enregistrer");
        }
        late.reads("Quelqu’un vient d’enregistrer une autre réponse");
        late.reads("Votre réponse, pas enregistrée")
                .reads("La réponse enregistrée entre-temps")
                .reads(THEIRS);
        late.reads(first.name()).meetsNoBarrier();
        Page page = late.page();
        assertThat(page.locator("#comment")).hasValue(MINE);
        assertThat(page.locator("input[value=PARTIEL]")).isChecked();
        assertThat(cell(second, audit, control).verdict()).isEqualTo(Verdict.NON_CONFORME);

        late.presses("Enregistrer").isTold("Réponse enregistrée");
        assertThat(cell(second, audit, control).verdict()).isEqualTo(Verdict.PARTIEL);
        assertThat(cell(second, audit, control).comment()).isEqualTo(MINE);
        late.reads("Non conforme").reads(THEIRS);
    }

    private static Cell cell(Principal person, AuditId audit, String control) {
        return APP.scene().audits.control(person, audit, Scene.control(control)).cell();
    }
}
