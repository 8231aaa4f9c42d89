package fr.preau.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.Visitor;
import fr.preau.WideCountry;
import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.kernel.Stretch;
import fr.preau.kernel.UnitId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What pages of a department of many towns weigh: a part of its lines at a time, each of few bytes, and all in reach. */
class LongTablesTest {
    @RegisterExtension
    static final App APP = new App();

    /** By page, what one more line may cost. */
    private static final Map<String, Integer> BYTES_A_LINE = Map.of(
            "/unites/departement-44?campagne=%s", 700,
            "/unites/departement-44/ecarts?campagne=%s&par=COLLECTIVITIES", 2_400,
            "/unites/departement-44/mesures/SAU-02?campagne=%s&par=COLLECTIVITIES", 2_200,
            "/campagnes/%s/suivi?unite=departement-44", 1_600,
            "/campagnes/%s/suivi?unite=academie-17", 1_600);

    private static final int MOST = 150_000;
    private static final int LINES = WideCountry.TOWNS + 1;
    private static final Pattern TOWN =
            Pattern.compile("<th scope=\"row\"[^>]*>(?:<a [^>]*>)?((?:Ville |Ombreville)[0-9]*)");

    private static WideCountry country;
    private static Visitor visitor;

    @BeforeAll
    static void render() {
        country = WideCountry.on(APP.scene(), APP.postgres());
        APP.postgres()
                .owner()
                .useHandle(owner -> owner.execute(
                        "UPDATE audit SET state = 'SUBMITTED', round = 1, submitted_by = 0, submitted_at = now()"
                                + " WHERE campaign = ? AND department = '44'",
                        country.campaign().value()));
        Principal everything = APP.scene()
                .person("Tout voir", UnitId.NATION, Scene.everything().toArray(Grant[]::new));
        visitor = APP.signIn(everything.account());
    }

    @Test
    void each_page_shows_a_part_of_few_bytes_and_leads_to_every_other_line() {
        BYTES_A_LINE.forEach((path, most) -> {
            String address = path.formatted(country.campaign());
            List<Integer> weights = new ArrayList<>();
            List<String> towns = new ArrayList<>();
            for (int from = 1; from <= LINES; from += Stretch.PAGE) {
                String page = visitor.get(address + "&de=" + from).body();
                weights.add(page.getBytes(StandardCharsets.UTF_8).length);
                TOWN.matcher(page).results().map(found -> found.group(1)).forEach(towns::add);
                assertThat(page).as(address).contains("de=51\"", "de=101\"");
            }
            assertThat(towns).as(address).doesNotHaveDuplicates().hasSize(LINES);
            assertThat(weights).as(address).allMatch(weight -> weight < MOST);
            int lines = Stretch.PAGE - LINES % Stretch.PAGE;
            assertThat((weights.get(0) - weights.get(2)) / lines)
                    .as("bytes a line of " + address)
                    .isLessThan(most);
        });
    }

    @Test
    void a_file_holds_the_whole_table() {
        String csv = visitor.get("/unites/departement-44/fichiers/ecarts.csv?campagne=" + country.campaign())
                .body();
        assertThat(csv.lines()).hasSize(LINES + 2);
    }
}
