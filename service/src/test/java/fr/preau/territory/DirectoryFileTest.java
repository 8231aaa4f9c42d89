package fr.preau.territory;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.kernel.Message;
import fr.preau.kernel.Refusal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryFileTest {
    private static final String UAI = "8000011P";

    @TempDir
    Path folder;

    @Test
    void reads_the_invented_file_and_accounts_for_every_line() {
        Directory directory = DirectoryFile.read(DirectoryFixture.invented(folder), lines -> {});
        assertThat(directory.read()).isEqualTo(43);
        assertThat(directory.lines()).hasSize(27);
        assertThat(directory.leftOut())
                .isEqualTo(Map.of(LeftOut.SERVICE, 3, LeftOut.MEDICAL, 1, LeftOut.SECTION, 2, LeftOut.OTHER, 2));
        assertThat(directory.duplicates()).extracting(Remark::line).containsExactly(29, 32);
        assertThat(directory.refused()).extracting(Remark::line).containsExactly(34, 35, 36, 37, 38, 43);
        assertThat(directory.refused())
                .extracting(remark -> remark.reason().key())
                .containsExactly(
                        "uai.letter",
                        "territory.line.sector",
                        "territory.line.department",
                        "territory.line.commune",
                        "territory.line.name",
                        "territory.line.short");
        assertThat(directory.flagged())
                .extracting(remark -> remark.line() + " " + remark.reason().key())
                .containsExactly("9 territory.flag.closing", "39 territory.flag.siret", "40 territory.flag.academy");
        assertThat(line(directory, "8000017W").name()).isEqualTo("Ecole \"Les Saules ; la Rivière\"");
        assertThat(line(directory, "8140052H").flags()).isEmpty();
    }

    @Test
    void keeps_the_latest_line_of_a_school_and_the_first_of_the_same_day() {
        Directory directory = DirectoryFile.read(DirectoryFixture.invented(folder), lines -> {});
        assertThat(line(directory, "8000031L").name()).isEqualTo("Ecole du Vieux Lavoir");
        assertThat(line(directory, "8350118R").name()).isEqualTo("Collège des Deux Ponts");
        assertThat(directory.duplicates().get(0).reason())
                .isEqualTo(Message.of("territory.line.duplicate", 30, "Ecole du Vieux Lavoir"));
    }

    @Test
    void a_day_in_french_order_is_a_day_too() {
        Directory directory = read(new DirectoryFixture()
                .row(UAI, "Nom_etablissement", "Ancien", "date_maj_ligne", "31/12/2021")
                .row(UAI, "Nom_etablissement", "Nouveau", "date_maj_ligne", "02/01/2022"));
        assertThat(line(directory, UAI).name()).isEqualTo("Nouveau");
    }

    @Test
    void finds_columns_by_name_in_any_order_case_and_writing() {
        String text = "nom_commune,CODE COMMUNE,inconnue,statut_public_prive,Type_etablissement,Code_academie,"
                + "Code_departement,nom_etablissement,identifiant_de_l_etablissement\n"
                + "Kerbaliou,35902,?,Public,Ecole,14,35,Ecole du Moulin," + UAI + "\n";
        DirectoryLine line = line(DirectoryFile.read(DirectoryFixture.write(folder, text, UTF_8), lines -> {}), UAI);
        assertThat(line.name()).isEqualTo("Ecole du Moulin");
        assertThat(line.commune()).isEqualTo("35902");
        assertThat(line.communeName()).isEqualTo("Kerbaliou");
        assertThat(line.state()).isEqualTo(SchoolState.OPEN);
        assertThat(line.siret()).isNull();
    }

    @Test
    void any_separator_line_end_and_a_quoted_header_give_the_same_lines() {
        List<Directory> readings = new ArrayList<>();
        for (String separator : List.of(";", ",", "\t")) {
            for (String lineEnd : List.of("\r\n", "\n", "\r")) {
                readings.add(read(new DirectoryFixture()
                        .separator(separator)
                        .lineEnd(lineEnd)
                        .row(UAI)));
            }
        }
        String text = new DirectoryFixture().row(UAI).text();
        String quoted = "\uFEFF\"" + text.substring(0, text.indexOf("\r\n")).replace(";", "\";\"") + "\""
                + text.substring(text.indexOf("\r\n"));
        readings.add(DirectoryFile.read(DirectoryFixture.write(folder, quoted, UTF_8), lines -> {}));
        assertThat(readings)
                .extracting(Directory::lines)
                .containsOnly(readings.get(0).lines());
    }

    @Test
    void puts_back_the_zeros_that_a_spreadsheet_took_away() {
        Directory directory = read(new DirectoryFixture()
                .row("10005A", "Code_commune", "1004", "Code_departement", "1", "Code_academie", "10")
                .row("750655E", "Code_commune", "75112", "Code_departement", "75", "Code_academie", "1")
                .row("6200088B", "Code_commune", "2a041", "Code_departement", "02A", "Code_academie", "27"));
        assertThat(directory.refused()).isEmpty();
        assertThat(directory.flagged()).isEmpty();
        assertThat(directory.lines())
                .extracting(line -> line.uai() + " " + line.commune() + " " + line.department())
                .containsExactly("0010005A 01004 01", "0750655E 75112 75", "6200088B 2A041 2A");
    }

    @Test
    void the_nature_decides_of_the_type_then_the_label() {
        assertThat(Classification.of("320", "", "Lycée").type()).isEqualTo(SchoolType.LYCEE_PRO);
        assertThat(Classification.of("", "LYCEE PROFESSIONNEL", "Lycée").type()).isEqualTo(SchoolType.LYCEE_PRO);
        assertThat(Classification.of("", "", "Lycée").type()).isEqualTo(SchoolType.LYCEE);
        assertThat(Classification.of("999", "", "Collège").type()).isEqualTo(SchoolType.COLLEGE);
        assertThat(Classification.of("841", "", "").type()).isEqualTo(SchoolType.CIO);
        assertThat(Classification.of("", "", "Information et orientation").type())
                .isEqualTo(SchoolType.CIO);
        assertThat(Classification.of("334", "", "Lycée").leftOut()).isEqualTo(LeftOut.SECTION);
        assertThat(Classification.of("803", "", "Ecole").leftOut()).isEqualTo(LeftOut.SERVICE);
        assertThat(Classification.of("", "", "Médico-social").leftOut()).isEqualTo(LeftOut.MEDICAL);
        assertThat(Classification.of("", "", "").leftOut()).isEqualTo(LeftOut.OTHER);
    }

    @Test
    void refuses_a_latin1_file_and_says_the_line() {
        String text = new DirectoryFixture()
                .row(UAI, "Nom_commune", "Vern")
                .row("8000012R", "Nom_commune", "Cesson-Sévigné")
                .text();
        assertRefused(DirectoryFixture.write(folder, text, ISO_8859_1), "territory.file.encoding", 3);
        assertRefused(DirectoryFixture.write(folder, "\uFEFF" + text, UTF_16LE), "territory.file.encoding", 1);
    }

    @Test
    void refuses_a_wrong_header_and_names_what_is_missing() {
        String text = "uai;nom\n" + UAI + ";Ecole\n";
        assertRefused(
                DirectoryFixture.write(folder, text, UTF_8),
                "territory.file.columns",
                "Nom_etablissement, Type_etablissement, Statut_public_prive, Code_commune, Code_departement, "
                        + "Code_academie");
        assertRefused(
                new DirectoryFixture().without("Code_academie").row(UAI).write(folder),
                "territory.file.columns",
                "Code_academie");
    }

    @Test
    void refuses_a_file_cut_short_empty_or_with_a_quote_left_open() {
        String text = new DirectoryFixture().row(UAI).row("8000012R").text();
        String cut = text.substring(0, text.length() - 40);
        assertRefused(DirectoryFixture.write(folder, cut, UTF_8), "territory.file.cut", 3);
        assertRefused(DirectoryFixture.write(folder, "", UTF_8), "territory.file.empty");
        assertRefused(new DirectoryFixture().write(folder), "territory.file.empty");
        String open = new DirectoryFixture()
                .row(UAI)
                .row("8000012R", "Nom_etablissement", "\"Les Saules")
                .row("8000013S")
                .text();
        assertRefused(DirectoryFixture.write(folder, open, UTF_8), "territory.file.quote", 3);
        assertRefused(folder.resolve("nowhere.csv"), "territory.file.unreadable", "nowhere.csv");
        assertRefused(folder, "territory.file.unreadable", String.valueOf(folder.getFileName()));
    }

    @Test
    void a_wrong_letter_is_told_with_the_right_one_and_the_others_are_read() {
        Directory directory = read(new DirectoryFixture().row("8000011A").row("8000012R"));
        assertThat(directory.refused()).hasSize(1);
        assertThat(directory.refused().get(0).reason()).isEqualTo(Message.of("uai.letter", "8000011A", "P"));
        assertThat(directory.lines()).hasSize(1);
    }

    @Test
    void a_separator_in_an_unquoted_name_is_told() {
        Directory directory = read(new DirectoryFixture().row(UAI, "Nom_etablissement", "Ecole ; bis"));
        assertThat(directory.lines()).isEmpty();
        assertThat(directory.refused())
                .extracting(remark -> remark.reason().key())
                .containsExactly("territory.line.wide");
    }

    @Test
    void control_characters_become_one_space() {
        Directory directory =
                read(new DirectoryFixture().row(UAI, "Nom_etablissement", "  Ecole\u0000 du\t\u00A0Pré\u0007 "));
        assertThat(line(directory, UAI).name()).isEqualTo("Ecole du Pré");
    }

    @Test
    void refuses_overlong_names_and_flags_an_unknown_state() {
        Directory directory = read(new DirectoryFixture()
                .row(UAI, "Nom_etablissement", "x".repeat(301))
                .row("8000012R", "etat", "EN SOMMEIL")
                .row("8000013S", "etat", "Fermé"));
        assertThat(directory.refused())
                .extracting(remark -> remark.reason().key())
                .containsExactly("territory.line.long");
        assertThat(directory.flagged())
                .extracting(remark -> remark.reason().key())
                .containsExactly("territory.flag.state");
        assertThat(line(directory, "8000013S").state()).isEqualTo(SchoolState.CLOSED);
    }

    private Directory read(DirectoryFixture fixture) {
        return DirectoryFile.read(fixture.write(folder), lines -> {});
    }

    private static DirectoryLine line(Directory directory, String uai) {
        return directory.lines().stream()
                .filter(line -> line.uai().value().equals(uai))
                .findFirst()
                .orElseThrow();
    }

    private static void assertRefused(Path file, String key, Object... args) {
        assertThatThrownBy(() -> DirectoryFile.read(file, lines -> {}))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    Message message = refusal.problem().message();
                    assertThat(message.key()).isEqualTo(key);
                    assertThat(message.args().stream().map(String::valueOf).toList())
                            .isEqualTo(Arrays.stream(args).map(String::valueOf).toList());
                });
    }
}
