package fr.preau.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.audit.NewAnswer;
import fr.preau.checklist.Verdict;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.AuditId;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The trail: one entry a write, in the writer's transaction, that the service can't change. */
class JournalTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static Scene scene;

    @BeforeAll
    static void stage() {
        scene = new Scene(DB);
    }

    @Test
    void a_saved_answer_leaves_its_values_and_its_text_apart() {
        Principal agent = scene.agent();
        AuditId audit = scene.audit(Scene.COLLEGE);
        scene.answers.save(agent, audit, Scene.control("SAU-02"), 0, new NewAnswer(Verdict.PARTIEL, "Rangé à part."));
        Trace trace = exactly("audit/" + audit + "/SAU-02").get(0);
        assertThat(trace.account()).isEqualTo(agent.account());
        assertThat(trace.action()).isEqualTo("answer.saved");
        assertThat(trace.after("verdict")).isEqualTo("PARTIEL");
        assertThat(trace.text()).isEqualTo("Rangé à part.");
        String entry = DB.owner()
                .withHandle(handle -> handle.createQuery("SELECT journal_entry::text FROM journal_entry WHERE id = :id")
                        .bind("id", trace.id())
                        .mapTo(String.class)
                        .one());
        assertThat(entry).doesNotContain("Rangé");
    }

    @Test
    void an_entry_falls_with_the_transaction_that_wrote_it() {
        Principal agent = scene.agent();
        assertThatThrownBy(() -> scene.database.run(agent, tx -> {
                    scene.journal.record(tx, Entry.of(agent, "audit.tried", "audit/999"));
                    throw new IllegalStateException("the change fails");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(exactly("audit/999")).isEmpty();
    }

    @Test
    void the_objects_below_are_read_and_their_neighbours_are_not() {
        for (String object : List.of("audit/7", "audit/7/SAU-01", "audit/70", "audit/70/SAU-01", "audit/7-a")) {
            Principal agent = scene.agent();
            scene.database.run(agent, tx -> scene.journal.record(tx, Entry.of(agent, "audit.tried", object)));
        }
        List<Trace> under = scene.database.call(
                scene.agent(), tx -> scene.journal.of(tx, "audit/7", List.of(), Long.MAX_VALUE, 10));
        assertThat(under).extracting(Trace::object).containsExactly("audit/7/SAU-01", "audit/7");
    }

    @Test
    void the_service_can_neither_change_nor_delete_an_entry() {
        for (String statement : List.of(
                "UPDATE journal_entry SET action = 'audit.other'",
                "DELETE FROM journal_entry",
                "TRUNCATE journal_entry CASCADE",
                "DELETE FROM journal_text",
                "UPDATE journal_text SET body = ''")) {
            assertThatThrownBy(() -> DB.service().useHandle(handle -> handle.execute(statement)))
                    .as(statement)
                    .hasMessageContaining("permission denied");
        }
    }

    private static List<Trace> exactly(String object) {
        return scene.database.call(scene.agent(), tx -> scene.journal.exactly(tx, object, 10));
    }
}
