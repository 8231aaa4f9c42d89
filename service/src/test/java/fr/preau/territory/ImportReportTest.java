package fr.preau.territory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.kernel.Message;
import fr.preau.kernel.Uai;
import fr.preau.territory.ImportReport.Merger;
import fr.preau.territory.ImportReport.Move;
import fr.preau.territory.ImportReport.Named;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ImportReportTest {
    private static final Uai SCHOOL = new Uai("8000011P");
    private static final ImportReport REPORT = new ImportReport(
            7,
            "annuaire.csv",
            false,
            new ImportCounts(9, 1, 2, 0, 1, 4, 1, 1, 1, 1, 1, 2, 1, 1),
            Map.of(LeftOut.SECTION, 1, LeftOut.SERVICE, 3),
            List.of(new Remark(14, "8350101Y", Message.of("territory.line.name"))),
            List.of(new Remark(15, "8000018X", Message.of("territory.flag.closing"))),
            List.of(new Remark(1016, "8000011P", Message.of("territory.line.duplicate", 1017, "École"))),
            List.of(new Move(SCHOOL, "École", "Kerbaliou", null)),
            List.of(new Merger("Kerbaliou", "Trémour", 2)),
            List.of(new Named(SCHOOL, "École", "35")),
            List.of(new Named(SCHOOL, "École", "35")));

    @Test
    void reads_in_french_figures_first_then_what_to_look_at() {
        assertThat(rendered("fr", Locale.FRANCE)).isEqualToNormalizingUnicode("""
                Import n° 7 de annuaire.csv
                9 lignes lues
                1 établissement créé, 2 modifiés, 0 inchangé
                1 ligne refusée
                1 ligne signalée
                1 ligne en double
                4 lignes hors périmètre
                  3 services administratifs
                  1 section rattachée à un lycée
                2 établissements sans collectivité, dont 1 privé
                1 collectivité nouvelle
                Refusée, ligne 14, UAI « 8350101Y » : le nom de l’établissement manque
                Signalée, ligne 15, 8000018X : à fermer d’après le fichier ; reste ouvert
                En double, ligne 1016, 8000011P : la ligne 1017 est gardée pour cet UAI : École
                À décider : 8000011P École passe de « Kerbaliou » à « sans collectivité ». Ses audits ouverts restent où ils sont.
                À décider : tous les établissements de « Kerbaliou » (2) sont passés à « Trémour » ; est-ce une fusion ?
                À décider : 8000011P École est fermé d’après le fichier.
                À décider : 8000011P École (département 35) n’est plus dans le fichier. Il reste ouvert.""");
    }

    @Test
    void reads_in_english_with_as_many_lines() {
        assertThat(rendered("en", Locale.UK).lines())
                .hasSize(18)
                .startsWith("Import no. 7 of annuaire.csv", "9 lines read")
                .noneMatch(line -> line.contains("{"));
    }

    private static String rendered(String language, Locale locale) {
        Properties bundle = bundle(language);
        return String.join(
                        "\n",
                        REPORT.lines().stream()
                                .map(line -> text(bundle, locale, line))
                                .toList())
                .replace('\u00A0', ' ')
                .replace('\u202F', ' ');
    }

    private static String text(Properties bundle, Locale locale, Message message) {
        String pattern = bundle.getProperty(message.key());
        assertThat(pattern).as(message.key()).isNotNull();
        Object[] args = message.args().stream()
                .map(arg -> arg instanceof Message nested ? text(bundle, locale, nested) : arg)
                .toArray();
        return new MessageFormat(pattern, locale).format(args);
    }

    private static Properties bundle(String language) {
        String path = "/messages/" + language + "/territory.properties";
        try (Reader reader =
                new InputStreamReader(ImportReportTest.class.getResourceAsStream(path), StandardCharsets.UTF_8)) {
            Properties bundle = new Properties();
            bundle.load(reader);
            return bundle;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
