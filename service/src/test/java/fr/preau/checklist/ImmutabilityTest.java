package fr.preau.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.preau.database.Database;
import fr.preau.database.JdbiSetup;
import fr.preau.database.TestDatabase;
import fr.preau.journal.Journal;
import fr.preau.kernel.Refusal;
import io.dropwizard.jackson.Jackson;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ImmutabilityTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final List<String> TABLES = List.of(
            "checklist",
            "checklist_level",
            "checklist_weight",
            "checklist_gain",
            "checklist_effort",
            "checklist_party",
            "checklist_school_type",
            "checklist_evidence_type",
            "checklist_answer",
            "theme",
            "control");
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T08:00:00Z"));

    private final Checklists checklists = new Checklists(DB.database(), new Journal(CLOCK), CLOCK);

    @BeforeEach
    void publish_what_is_shipped() {
        checklists.publishShipped();
    }

    static Stream<String> tables() {
        return TABLES.stream();
    }

    /** What each column can be changed to without the table's own constraints noticing. */
    static Stream<String> tamperings() {
        return Stream.of(
                "checklist SET identifier = 'autre'",
                "checklist SET version = '1.0.1'",
                "checklist SET day = day + 1",
                "checklist SET language = 'en'",
                "checklist SET title = 'Autre titre'",
                "checklist SET description = 'Autre'",
                "checklist SET licence = 'Autre'",
                "checklist SET warning = 'Autre'",
                "checklist SET document = jsonb_set(document, '{mesures,40,poids}', '1')",
                "checklist SET sha256 = repeat('0', 64)",
                "checklist_level SET label = 'Autre' WHERE level = 2",
                "checklist_weight SET label = 'Autre' WHERE weight = 3",
                "checklist_gain SET label = 'Autre' WHERE gain = 1",
                "checklist_effort SET label = 'Autre' WHERE effort = 1",
                "checklist_party SET label = 'Autre' WHERE party = 'ETAT'",
                "checklist_party SET position = 9 WHERE party = 'ETAT'",
                "checklist_school_type SET label = 'Autre' WHERE school_type = 'CIO'",
                "checklist_school_type SET position = 9 WHERE school_type = 'ECOLE'",
                "checklist_evidence_type SET label = 'Autre' WHERE evidence_type = 'TEST'",
                "checklist_evidence_type SET evidence_type = 'RUMEUR' WHERE evidence_type = 'TEST'",
                "checklist_evidence_type SET position = 9 WHERE evidence_type = 'DOCUMENT'",
                "checklist_answer SET label = 'Autre' WHERE verdict = 'PARTIEL'",
                "checklist_answer SET brings_advice = true WHERE verdict = 'CONFORME'",
                "checklist_answer SET position = 9 WHERE verdict = 'CONFORME'",
                "theme SET title = 'Autre' WHERE code = 'SAU'",
                "theme SET description = 'Autre' WHERE code = 'SAU'",
                "theme SET position = 99 WHERE code = 'SAU'",
                "control SET code = 'SAU-99' WHERE code = 'SAU-02'",
                "control SET position = 99 WHERE code = 'SAU-02'",
                "control SET theme = 'GOV' WHERE code = 'SAU-02'",
                "control SET title = 'Autre' WHERE code = 'SAU-02'",
                "control SET requirement = 'Autre' WHERE code = 'SAU-02'",
                "control SET question = 'Autre' WHERE code = 'SAU-02'",
                "control SET help = 'Autre' WHERE code = 'SAU-02'",
                "control SET advice = advice || ' ' WHERE code = 'SAU-02'",
                "control SET party = 'ETAT' WHERE code = 'SAU-02'",
                "control SET party_by_type = '{\"ECOLE\": \"ETAT\"}' WHERE code = 'SAU-02'",
                "control SET school_types = array_remove(school_types, 'LYCEE') WHERE code = 'SAU-02'",
                "control SET level = 3 WHERE code = 'SAU-02'",
                "control SET level_by_type = '{\"ECOLE\": 3}' WHERE code = 'SAU-02'",
                "control SET weight = 1 WHERE code = 'SAU-02'",
                "control SET gain = 1 WHERE code = 'SAU-02'",
                "control SET effort = 3 WHERE code = 'SAU-02'",
                "control SET evidence_types = '{}' WHERE code = 'SAU-02'",
                "control SET attachment = 'INTERDITE' WHERE code = 'SAU-02'",
                "control SET period_months = 24 WHERE code = 'SAU-02'",
                "control SET pssie = '{}' WHERE code = 'SAU-02'",
                "control SET anssi_hygiene = '{1}' WHERE code = 'SAU-02'",
                "control SET recyf = '{}' WHERE code = 'SAU-02'",
                "control SET rgpd = '{art. 99}' WHERE code = 'SAU-02'",
                "control SET other_sources = '{Autre}' WHERE code = 'SAU-02'");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void refuses_any_change_to(String table) {
        for (Jdbi anybody : List.of(DB.owner(), DB.service())) {
            assertRefused(
                    anybody,
                    "UPDATE " + table
                            + " SET checklist = 0"
                                    .replace("checklist = 0", table.equals("checklist") ? "id = 0" : "checklist = 0"));
            assertRefused(anybody, "DELETE FROM " + table);
            assertRefused(anybody, "TRUNCATE " + table + " CASCADE");
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void gives_the_service_nothing_but_reading_and_adding_to(String table) {
        List<String> rights = DB.owner()
                .withHandle(db -> db.createQuery("""
                        SELECT right_name FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE',
                            'REFERENCES', 'TRIGGER']) AS right_name
                        WHERE has_table_privilege('preau_service', :table, right_name)
                        """)
                        .bind("table", "preau." + table)
                        .mapTo(String.class)
                        .list());

        assertThat(rights).containsExactly("SELECT", "INSERT");
    }

    @Test
    void refuses_to_add_to_a_published_version() {
        for (Jdbi anybody : List.of(DB.owner(), DB.service())) {
            assertRefused(anybody, """
                    INSERT INTO theme (checklist, code, position, title, description)
                    SELECT id, 'ZZZ', 99, 'En plus', 'En plus' FROM checklist
                    """);
        }
    }

    @Test
    void refuses_parts_without_a_head() {
        assertThatThrownBy(
                        () -> DB.service()
                                .useHandle(
                                        db -> db.execute(
                                                "INSERT INTO theme (checklist, code, position, title, description) VALUES (0, 'ZZ', 1, 'a', 'b')")))
                .hasMessageContaining("foreign key");
    }

    @ParameterizedTest
    @MethodSource("tamperings")
    void tells_that_somebody_with_the_owners_rights_ran_update(String tampering) {
        String table = tampering.substring(0, tampering.indexOf(' '));
        afterTampering(table, "UPDATE " + tampering, tampered -> {
            Refusal refusal = catchThrowableOfType(Refusal.class, tampered::verify);
            assertThat(refusal).as(tampering).isNotNull();
            assertThat(refusal.problem().message().key()).isEqualTo("checklist.changed");
            assertThat(refusal.problem().message().args()).hasSize(2);
            assertThatThrownBy(() -> tampered.get(tampered.editions().get(0).id()))
                    .isInstanceOf(Refusal.class);
        });
    }

    @Test
    void tells_that_a_control_was_taken_out() {
        afterTampering(
                "control",
                "DELETE FROM control WHERE code = 'SAU-02'",
                tampered -> assertThatThrownBy(tampered::verify).isInstanceOf(Refusal.class));
    }

    @Test
    void finds_nothing_to_say_of_what_nobody_touched() {
        assertThatCode(checklists::verify).doesNotThrowAnyException();
    }

    private static void assertRefused(Jdbi anybody, String sql) {
        assertThatThrownBy(() -> anybody.useHandle(db -> db.execute(sql)))
                .satisfies(refused ->
                        assertThat(refused.getMessage()).containsAnyOf("published checklist", "permission denied"));
    }

    /** Looks at the checklists inside the owner's own transaction, triggers off, which is then rolled back. */
    private static void afterTampering(String table, String sql, Consumer<Checklists> look) {
        DB.owner().useHandle(owner -> {
            owner.begin();
            try {
                owner.execute("ALTER TABLE " + table + " DISABLE TRIGGER USER");
                owner.execute(sql);
                Jdbi inside = JdbiSetup.configure(Jdbi.create(owner.getConnection()), Jackson.newObjectMapper());
                inside.getConfig(Handles.class).setForceEndTransactions(false);
                look.accept(new Checklists(new Database(inside, CLOCK), new Journal(CLOCK), CLOCK));
            } finally {
                owner.rollback();
            }
        });
    }
}
