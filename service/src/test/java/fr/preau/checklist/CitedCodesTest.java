package fr.preau.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.database.TestDatabase;
import fr.preau.journal.Journal;
import fr.preau.kernel.Actor;
import fr.preau.kernel.ChecklistId;
import fr.preau.kernel.ControlCode;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CitedCodesTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T08:00:00Z"));

    private final Journal journal = new Journal(CLOCK);
    private final CitedCodes codes = new CitedCodes(DB.database(), journal);
    private final Checklist checklist = ChecklistFile.read(Shipped.checklist()).as(new ChecklistId(1));

    @BeforeEach
    void publish_what_is_shipped() {
        codes.publishShipped();
    }

    @Test
    void knows_the_meaning_of_every_code_that_the_shipped_checklist_cites() {
        assertThat(checklist.controls())
                .flatExtracting(codes.index()::of)
                .filteredOn(cited -> cited.source() != ReferenceSource.AUTRES)
                .isNotEmpty()
                .allSatisfy(
                        cited -> assertThat(cited.meaning()).as(cited.code()).isNotBlank());
    }

    @Test
    void shows_what_a_control_cites_in_the_order_of_its_file() {
        Control copy = checklist.control(new ControlCode("SAU-02"));

        assertThat(codes.index().of(copy))
                .extracting(cited -> cited.source() + " " + cited.code())
                .startsWith("PSSIE " + copy.references().pssie().get(0));
        assertThat(codes.index().resolve(ReferenceSource.ANSSI_HYGIENE, "37").meaning())
                .isEqualTo("Sauvegarder les composants critiques");
        assertThat(codes.index().resolve(ReferenceSource.PSSIE, "PCA-SAUVE").chapter())
                .isEqualTo("Continuité d'activité");
    }

    @Test
    void gives_an_unknown_code_back_without_a_meaning() {
        assertThat(codes.index().resolve(ReferenceSource.PSSIE, "INCONNU-1"))
                .isEqualTo(new Reference(ReferenceSource.PSSIE, "INCONNU-1", null, null));
    }

    @Test
    void tells_the_usual_roles_of_every_theme() {
        assertThat(checklist.themes())
                .allSatisfy(
                        theme -> assertThat(codes.index().roles(theme.code())).isPresent());
        assertThat(codes.index().roles("ZZZ")).isEmpty();
    }

    @Test
    void sets_right_at_the_next_start_what_was_changed_and_journals_only_that() {
        int before = entries();
        DB.owner().useHandle(db -> db.execute("UPDATE reference SET meaning = 'Autre' WHERE code = '37'"));
        codes.publishShipped();
        codes.publishShipped();

        assertThat(codes.index().resolve(ReferenceSource.ANSSI_HYGIENE, "37").meaning())
                .startsWith("Sauvegarder");
        assertThat(entries()).isEqualTo(before + 1);
    }

    private int entries() {
        return DB.database()
                .call(
                        Actor.SYSTEM,
                        tx -> journal.exactly(tx, "checklist/references", 50).size());
    }
}
