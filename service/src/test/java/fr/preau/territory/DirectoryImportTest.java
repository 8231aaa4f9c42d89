package fr.preau.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.database.TestDatabase;
import fr.preau.journal.Journal;
import fr.preau.kernel.Actor;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.Uai;
import fr.preau.territory.OverrideFile.Owner;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class DirectoryImportTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final String UAI = "8000011P";
    private static final Uai SCHOOL = new Uai(UAI);

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-11-23T09:00:00Z");
    private final InstantSource clock = () -> now;

    @BeforeEach
    void empty() {
        DB.owner().useHandle(tx -> tx.execute("""
                ALTER TABLE frozen_school DISABLE TRIGGER USER; -- nothing is frozen here
                TRUNCATE directory_import, collectivity, region, journal_entry RESTART IDENTITY CASCADE"""));
    }

    @Test
    void imports_the_invented_file_and_a_second_time_changes_nothing() {
        Path file = DirectoryFixture.invented(folder);
        ImportReport first = run(file, ImportOptions.PLAIN);
        assertThat(first.counts()).isEqualTo(new ImportCounts(43, 26, 0, 0, 6, 9, 2, 3, 0, 0, 0, 5, 4, 5));
        assertThat(first.leftOut()).containsEntry(LeftOut.CLOSED, 1);
        String before = contents();
        ImportReport second = run(file, ImportOptions.PLAIN);
        assertThat(second.counts()).isEqualTo(new ImportCounts(43, 0, 0, 26, 6, 9, 2, 3, 0, 0, 0, 5, 4, 0));
        assertThat(contents()).isEqualTo(before);
        assertThat(second.number()).isEqualTo(2);
    }

    @Test
    void places_schools_and_names_communes_as_the_file_does() {
        run(DirectoryFixture.invented(folder), ImportOptions.PLAIN);
        assertThat(text("SELECT string_agg(uai || ' ' || coalesce(collectivity, '-'), ',' ORDER BY uai) "
                        + "FROM school_placement WHERE uai = ANY('{8000011P,8350101X,8350104A,8350109F,8020051X}')"))
                .isEqualTo("8000011P 35901,8020051X 200076958,8350101X 223500018,8350104A 233500016,8350109F -");
        assertThat(text("SELECT name || ' ' || siren || ' ' || fictitious FROM collectivity WHERE code = '35903'"))
                .isEqualTo("Cœur-d’Ormes 213509037 true");
        assertThat(text("SELECT academy || region FROM school_placement WHERE uai = '8140052H'"))
                .isEqualTo("7028");
        assertThat(text("SELECT name || ', ' || search_text FROM school WHERE uai = '8000016V'"))
                .isEqualTo("Ecole de l’Œillet, 8000016v ecole de l oeillet coeur d ormes");
        assertThat(text("SELECT state FROM school WHERE uai = '8000018X'")).isEqualTo("CLOSING");
    }

    @Test
    void a_dry_run_gives_the_same_report_and_writes_nothing() {
        Path file = DirectoryFixture.invented(folder);
        ImportReport dry = run(file, new ImportOptions(true, false, 0, Map.of()));
        assertThat(contents()).isEqualTo("0 0 0 0");
        assertThat(text("SELECT count(*) FROM directory_import")).isEqualTo("0");
        assertThat(text("SELECT count(*) FROM journal_entry")).isEqualTo("0");
        ImportReport real = run(file, ImportOptions.PLAIN);
        assertThat(dry.counts()).isEqualTo(real.counts());
        assertThat(dry.refused()).isEqualTo(real.refused());
    }

    @Test
    void one_import_is_one_entry_of_the_journal_with_its_counts() {
        ImportReport report = run(DirectoryFixture.invented(folder), ImportOptions.PLAIN);
        assertThat(text("SELECT string_agg(action || ' ' || object, ',' ORDER BY id) FROM journal_entry"))
                .isEqualTo("territory.loaded territory,directory.imported import/" + report.number());
        assertThat(text("SELECT after #>> '{counts,created}' FROM journal_entry WHERE action = 'directory.imported'"))
                .isEqualTo("26");
        assertThat(text("SELECT counts ->> 'read' FROM directory_import")).isEqualTo("43");
    }

    @Test
    void an_absence_closes_nothing_and_a_line_does() {
        importing(new DirectoryFixture().row(UAI).row("8000012R"));
        importing(new DirectoryFixture().row("8000012R"));
        assertThat(state()).isEqualTo("OPEN");
        ImportReport report = importing(new DirectoryFixture().row(UAI, "etat", "FERME"));
        assertThat(state()).isEqualTo("CLOSED");
        assertThat(report.closed()).extracting(ImportReport.Named::uai).containsExactly(SCHOOL);
        assertThat(pending()).isEqualTo("CLOSED 8000011P");
        importing(new DirectoryFixture().row(UAI));
        assertThat(state()).isEqualTo("OPEN");
        assertThat(pending()).isEmpty();
    }

    @Test
    void a_school_that_moves_ends_a_link_opens_another_and_is_to_decide() {
        importing(new DirectoryFixture().row(UAI).row("8000012R"));
        now = now.plus(Duration.ofDays(30));
        ImportReport report =
                importing(new DirectoryFixture().row(UAI, "Code_commune", "35902", "Nom_commune", "Kerbaliou"));
        assertThat(report.counts().changed()).isEqualTo(1);
        assertThat(report.moved())
                .containsExactly(
                        new ImportReport.Move(SCHOOL, "Ecole du Chemin Creux", "Trémour-les-Saules", "Kerbaliou"));
        assertThat(report.merged()).isEmpty();
        assertThat(links()).isEqualTo("35901 2026-11-23 2026-12-23 RULE,35902 2026-12-23 - RULE");
        assertThat(pending()).isEqualTo("MOVED 8000011P");
    }

    @Test
    void a_school_that_moves_back_on_the_same_day_keeps_one_present_link() {
        importing(new DirectoryFixture().row(UAI));
        importing(new DirectoryFixture().row(UAI, "Statut_public_prive", "Privé"));
        assertThat(links()).isEqualTo("35901 2026-11-23 2026-11-23 RULE");
        importing(new DirectoryFixture().row(UAI));
        assertThat(links()).isEqualTo("35901 2026-11-23 - RULE");
    }

    @Test
    void a_commune_whose_schools_all_went_to_another_is_told_as_merged() {
        importing(new DirectoryFixture().row(UAI).row("8000012R"));
        String[] elsewhere = {"Code_commune", "35902", "Nom_commune", "Kerbaliou"};
        ImportReport report =
                importing(new DirectoryFixture().row(UAI, elsewhere).row("8000012R", elsewhere));
        assertThat(report.merged()).containsExactly(new ImportReport.Merger("Trémour-les-Saules", "Kerbaliou", 2));
    }

    @Test
    void a_succeeded_commune_sends_its_schools_to_its_successor() {
        importing(new DirectoryFixture().row(UAI).row("8000012R", "Code_commune", "35902", "Nom_commune", "Kerbaliou"));
        execute("UPDATE collectivity SET succeeded_by = '35902' WHERE code = '35901'");
        execute("UPDATE collectivity SET succeeded_by = '223500018' WHERE code = '35902'");
        ImportReport report = importing(new DirectoryFixture().row(UAI));
        assertThat(report.moved()).hasSize(1);
        assertThat(text("SELECT collectivity FROM school_placement WHERE uai = '8000011P'"))
                .isEqualTo("223500018");
        assertThat(text("SELECT name FROM collectivity WHERE code = '223500018'"))
                .isEqualTo("Département d’Ille-et-Vilaine");
    }

    @Test
    void an_override_wins_over_the_rule_until_another_and_a_decision_over_both() {
        Map<Uai, Owner> overrides = Map.of(SCHOOL, new Owner("200046985", "Syndicat scolaire des Saules"));
        Path file = new DirectoryFixture().row(UAI).write(folder);
        run(file, new ImportOptions(false, false, 0, overrides));
        assertThat(text("SELECT kind || ' ' || name || ' ' || fictitious FROM collectivity WHERE code = '200046985'"))
                .isEqualTo("SYNDICAT Syndicat scolaire des Saules true");
        assertThat(run(file, ImportOptions.PLAIN).counts().unchanged()).isEqualTo(1);
        assertThat(links()).isEqualTo("200046985 2026-11-23 - FILE");
        execute("UPDATE school_collectivity SET source = 'DECISION', collectivity = '233500016'");
        assertThat(run(file, new ImportOptions(false, false, 0, overrides)).moved())
                .isEmpty();
        assertThat(links()).isEqualTo("233500016 2026-11-23 - DECISION");
    }

    @Test
    void an_override_without_name_for_an_unknown_siren_is_refused_and_nothing_is_written() {
        Path file = new DirectoryFixture().row(UAI).write(folder);
        Map<Uai, Owner> overrides = Map.of(SCHOOL, new Owner("200046985", null));
        assertRefused("territory.override.name", () -> run(file, new ImportOptions(false, false, 0, overrides)));
        assertThat(contents()).isEqualTo("0 0 0 0");
        Map<Uai, Owner> known = Map.of(SCHOOL, new Owner("233500016", null));
        run(file, new ImportOptions(false, false, 0, known));
        assertThat(links()).isEqualTo("233500016 2026-11-23 - FILE");
    }

    @Test
    void a_complete_file_proposes_what_it_lacks_and_stops_above_two_percent() {
        DirectoryFixture all = new DirectoryFixture();
        DirectoryFixture fewer = new DirectoryFixture();
        for (int i = 0; i < 100; i++) {
            String uai = Uai.of(8_100_000 + i).value();
            all.row(uai);
            if (i > 2) {
                fewer.row(uai);
            }
        }
        importing(all);
        String before = contents();
        Path file = fewer.write(folder);
        assertRefused("territory.import.closures", () -> run(file, new ImportOptions(false, true, 2, Map.of())));
        assertRefused("territory.import.closures", () -> run(file, new ImportOptions(true, true, 0, Map.of())));
        assertThat(contents()).isEqualTo(before);
        ImportReport report = run(file, new ImportOptions(false, true, 3, Map.of()));
        assertThat(report.absent()).hasSize(3);
        assertThat(text("SELECT count(*) FROM school WHERE state = 'OPEN'")).isEqualTo("100");
        assertThat(text("SELECT count(*) FROM pending_decision WHERE kind = 'ABSENT' AND outcome IS NULL"))
                .isEqualTo("3");
        importing(all);
        assertThat(pending()).isEmpty();
    }

    @Test
    void a_complete_file_of_one_department_says_nothing_of_another_nor_of_a_refused_line() {
        importing(new DirectoryFixture()
                .row(UAI)
                .row("8000012R")
                .row("8140052H", "Code_departement", "014", "Code_academie", "70", "Code_commune", "14901"));
        Path file = new DirectoryFixture()
                .row(UAI)
                .row("8000012R", "Statut_public_prive", "")
                .write(folder);
        assertThat(run(file, new ImportOptions(false, true, 0, Map.of())).absent())
                .isEmpty();
    }

    @Test
    void an_optional_column_that_is_missing_erases_nothing() {
        importing(new DirectoryFixture().row(UAI, "SIREN_SIRET", "213509011"));
        ImportReport report = importing(new DirectoryFixture()
                .without("SIREN_SIRET")
                .without("code_nature")
                .row(UAI));
        assertThat(report.counts().unchanged()).isEqualTo(1);
        assertThat(text("SELECT siret || nature FROM school")).isEqualTo("213509011151");
    }

    @Test
    void a_file_that_is_refused_writes_nothing() {
        String text = new DirectoryFixture().row(UAI).row("8000012R").text();
        for (Path file : List.of(
                DirectoryFixture.write(folder, text, StandardCharsets.ISO_8859_1),
                DirectoryFixture.write(folder, text.substring(0, text.length() - 30), StandardCharsets.UTF_8),
                DirectoryFixture.write(folder, text.replace("Code_commune", "Commune"), StandardCharsets.UTF_8))) {
            assertThatThrownBy(() -> run(file, ImportOptions.PLAIN)).isInstanceOf(Refusal.class);
        }
        assertThat(contents()).isEqualTo("0 0 0 0");
        importing(new DirectoryFixture().row("8000011A"));
        assertThat(text("SELECT count(*) FROM school")).isEqualTo("0");
    }

    @Test
    void the_service_can_delete_nothing() {
        for (String table : List.of("school", "school_collectivity", "collectivity", "region", "directory_import")) {
            assertThatThrownBy(() -> DB.service().useHandle(tx -> tx.execute("DELETE FROM " + table)))
                    .hasMessageContaining("permission denied");
        }
    }

    private ImportReport importing(DirectoryFixture fixture) {
        return run(fixture.write(folder), ImportOptions.PLAIN);
    }

    private ImportReport run(Path file, ImportOptions options) {
        return new DirectoryImport(DB.database(), new Journal(clock), clock)
                .run(Actor.SYSTEM, file, options, lines -> {});
    }

    private static void assertRefused(String key, Runnable action) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().message().key()).isEqualTo(key));
    }

    private static String state() {
        return text("SELECT state FROM school WHERE uai = '8000011P'");
    }

    private static String links() {
        return text(
                "SELECT string_agg(concat_ws(' ', collectivity, from_day, coalesce(to_day::text, '-'), source), ',' "
                        + "ORDER BY from_day) FROM school_collectivity WHERE uai = '8000011P'");
    }

    private static String pending() {
        return text("SELECT coalesce(string_agg(concat_ws(' ', kind, uai), ',' ORDER BY id), '') FROM pending_decision "
                + "WHERE outcome IS NULL AND kind <> 'MERGED'");
    }

    /** A print of all that an import writes but its log: equal when nothing changed, not even a row's version. */
    private static String contents() {
        return text("SELECT concat_ws(' ', (SELECT coalesce(sum(xmin::text::bigint), 0) FROM school), "
                + "(SELECT coalesce(sum(xmin::text::bigint), 0) FROM school_collectivity), "
                + "(SELECT coalesce(sum(xmin::text::bigint), 0) FROM collectivity), "
                + "(SELECT count(*) FROM pending_decision))");
    }

    private static String text(String sql) {
        return DB.owner()
                .withHandle(tx -> tx.createQuery(sql).mapTo(String.class).one());
    }

    private static void execute(String sql) {
        DB.owner().useHandle(tx -> tx.execute(sql));
    }
}
