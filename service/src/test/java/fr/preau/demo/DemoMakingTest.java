package fr.preau.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.database.TestDatabase;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Making the demonstration: once, the same everywhere, and never on something else. */
class DemoMakingTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    @RegisterExtension
    static final TestDatabase OTHER = new TestDatabase();

    private static final Instant NOW = Instant.parse("2026-11-23T08:30:00Z");

    @Test
    void is_the_same_everywhere_made_twice_changes_nothing_and_refuses_data_that_are_not_a_whole_one() {
        Demo demo = new Demo(DB.database(), () -> NOW);
        assertThat(demo.prepare()).isTrue();
        List<String> made = everything(DB);
        assertThat(new Demo(DB.database(), () -> NOW.plus(Duration.ofDays(1))).prepare())
                .isFalse();
        assertThat(everything(DB)).isEqualTo(made);

        new Demo(OTHER.database(), () -> NOW).prepare();
        assertThat(everything(OTHER)).isEqualTo(made);

        DB.owner().useHandle(tx -> tx.execute("DELETE FROM journal_entry WHERE object = 'demo'"));
        assertThatThrownBy(demo::prepare)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isInstanceOf(Problem.Conflict.class));
    }

    /** All that a visitor could tell apart, sessions excepted. */
    private static List<String> everything(TestDatabase database) {
        return database.owner()
                .withHandle(tx -> tx.createQuery("""
                        SELECT concat_ws('|', a.id, a.uai, a.state, a.round, a.submitted_at, a.judged_at, w.control,
                                         w.verdict, w.comment, w.version, w.author, w.party, w.at)
                        FROM audit a LEFT JOIN answer w ON w.audit = a.id AND w.campaign = a.campaign
                        UNION ALL
                        SELECT concat_ws('|', id, at, action, object, after ->> 'state') FROM journal_entry
                        WHERE action NOT LIKE 'session.%'
                        UNION ALL
                        SELECT concat_ws('|', id, audit, control, kind, title, url, author, at) FROM evidence
                        UNION ALL
                        SELECT concat_ws('|', id, control, owner, title, due_on, state, version, changed_at)
                        FROM corrective_action
                        UNION ALL
                        SELECT concat_ws('|', id, audit, theme, assignee, assigned_at) FROM assignment
                        UNION ALL
                        SELECT concat_ws('|', d.id, d.title, d.state, d.number, d.published_at, o.sha256, s.sha256)
                        FROM deliverable d JOIN frozen_snapshot s ON s.id = d.snapshot
                        LEFT JOIN dossier o ON o.deliverable = d.id
                        UNION ALL
                        SELECT concat_ws('|', id, email, name, employer) FROM account
                        ORDER BY 1
                        """).mapTo(String.class).list());
    }
}
