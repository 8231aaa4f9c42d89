package fr.preau.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import fr.preau.App;
import fr.preau.Scene;
import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.Actor;
import fr.preau.web.Browser;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One person from beginning to end: imported, comes in, a right with an end, leaves with a successor, is erased. */
class PersonComesAndLeavesWalkTest {
    @RegisterExtension
    static final App APP = new App();

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final String EMAIL = "passage@exemple.invalid";

    @Test
    void is_imported_comes_in_has_a_right_for_a_time_leaves_to_a_successor_and_is_erased() {
        Principal administrator = APP.scene().administrator();
        Principal heir = APP.scene().person("Relève de Montrelay", Scene.TOWN);
        Walker walker = Walker.of(APP, BROWSER, administrator).goesTo("/personnes");
        String link = imported(walker);
        AccountId person = APP.scene().accounts.byEmail(Actor.SYSTEM, EMAIL);

        Walker newcomer = Walker.anonymous(APP, BROWSER).goesTo(link).is("Choisir votre mot de passe");
        newcomer.page().locator("#password").fill("trois tilleuls et un préau");
        newcomer.presses("Enregistrer et entrer").is("Ce qui m’attend");
        newcomer.goesTo("/compte").reads("jusqu’au 31").meetsNoBarrier();

        walker.goesTo("/personnes?q=passage").reads("jusqu’au 31").meetsNoBarrier();
        look(walker, "liste");
        walker.follows("Personne de passage").is("Personne de passage");
        walker.page().getByText("Changer la fin").click();
        walker.page().getByLabel("Dernier jour").first().fill("2027-06-30");
        walker.meetsNoBarrier();
        look(walker, "personne");
        walker.presses("Enregistrer la fin").reads("jusqu’au 30").meetsNoBarrier();
        newcomer.goesTo("/compte").is("Se connecter");

        walker.follows("Fermer le compte…").meetsNoBarrier();
        walker.page().getByLabel("Adresse du successeur").fill("releve.de.montrelay@exemple.invalid");
        walker.presses("Voir ce qui passera")
                .reads("Ces droits passent à Relève de Montrelay")
                .meetsNoBarrier();
        look(walker, "depart");
        walker.presses("Fermer le compte et transmettre")
                .reads("Ce compte est fermé")
                .meetsNoBarrier();
        assertThat(APP.scene().principal(heir.account()).grants()).containsExactly(new Grant(Role.AGENT, Scene.TOWN));

        walker.follows("Effacer ce compte…").meetsNoBarrier();
        look(walker, "effacement");
        walker.presses("Effacer le compte").is("Compte effacé").meetsNoBarrier();
        walker.goesTo("/personnes/" + heir.account() + "/journal").reads("Droit donné");
        walker.goesTo("/unites/collectivite-35901/journal").reads("Compte effacé");
        assertThat(APP.scene()
                        .database
                        .<String>call(
                                Actor.SYSTEM,
                                tx -> tx.createQuery("SELECT name FROM account WHERE id = :id")
                                        .bind("id", person)
                                        .mapTo(String.class)
                                        .one()))
                .isEqualTo("Compte effacé");
    }

    /** From a file that the browser reads by itself. */
    private static String imported(Walker walker) {
        walker.follows("Importer").meetsNoBarrier();
        look(walker, "importer");
        String file = "email;nom;employeur;role;unite;fin\r\n" + EMAIL
                + ";Personne de passage;35901;agent;Montrelay;31/03/2027\r\n";
        Page page = walker.page();
        page.getByLabel("Choisir un fichier CSV")
                .setInputFiles(new FilePayload("personnes.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
        assertThat(page.getByLabel("Contenu du fichier")).not().isEmpty();
        walker.presses("Vérifier").reads("1 compte à créer").meetsNoBarrier();
        look(walker, "rapport");
        walker.presses("Confirmer l’importation").is("Importation faite").meetsNoBarrier();
        look(walker, "liens");
        String text = page.locator(".link-text").textContent();
        return text.substring(text.indexOf("/lien/"));
    }

    private static void look(Walker walker, String name) {
        Browser.shot(walker.page(), "people-" + name, 1440);
        Browser.shot(walker.page(), "people-" + name + "-narrow", 320);
    }
}
