package fr.preau.shared;

import static fr.preau.checklist.Verdict.CONFORME;
import static fr.preau.checklist.Verdict.NON_CONFORME;
import static fr.preau.checklist.Verdict.PARTIEL;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.audit.AuditState;
import fr.preau.audit.NewAnswer;
import fr.preau.audit.Provenance;
import fr.preau.checklist.Party;
import fr.preau.database.TestDatabase;
import fr.preau.journal.Trace;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Problem;
import fr.preau.kernel.SharedAnswerId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One answer for many schools: what it writes, what it leaves, and how it goes back. Each test has a control of its own. */
class SharedAnswersTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static Sharing sharing;
    private static Scene scene;
    private static Principal agent;

    @BeforeAll
    static void stage() {
        sharing = new Sharing(DB);
        scene = sharing.scene;
        agent = scene.agent();
    }

    @Test
    void writes_one_answer_a_school_with_its_provenance_and_one_entry_in_the_journal() {
        ControlCode control = Scene.control("PAT-01");
        Proposal proposal = sharing.proposal(Scene.VALLEYS, control, SchoolSet.ALL, PARTIEL, "Inventaire de mars.");
        long before =
                scene.audits.view(agent, scene.audit(Scene.COLLEGE)).total().answered();
        Preview preview = sharing.answers.preview(agent, proposal);
        assertThat(preview.count(Fate.NEW)).isEqualTo(3);
        assertThat(preview.plain()).isEqualTo(3);

        SharedAnswers.Done done = sharing.give(agent, proposal);

        assertThat(done.answers()).isEqualTo(3);
        assertThat(sharing.verdicts(agent, control)).containsOnly(PARTIEL);
        var view = scene.audits.control(agent, scene.audit(Scene.COLLEGE), control);
        assertThat(view.cell().version()).isEqualTo(1);
        assertThat(view.cell().author()).isEqualTo(agent.account());
        assertThat(view.cell().authorParty()).isEqualTo(Party.COLLECTIVITE);
        assertThat(view.provenance()).hasValueSatisfying(from -> {
            assertThat(from.shared()).isEqualTo(done.id());
            assertThat(from.follows()).isTrue();
            assertThat(from.mine()).isTrue();
        });
        assertThat(scene.audits.view(agent, scene.audit(Scene.COLLEGE)).total().answered())
                .isEqualTo(before + 1);
        assertThat(view.audit().state()).isEqualTo(AuditState.IN_PROGRESS);
        List<Trace> traces = scene.database.call(agent, tx -> scene.journal.exactly(tx, "shared/" + done.id(), 10));
        assertThat(traces).singleElement().satisfies(trace -> {
            assertThat(trace.action()).isEqualTo("shared.applied");
            assertThat(trace.text()).isEqualTo("Inventaire de mars.");
            assertThat(trace.touched()).isEqualTo(3);
        });
    }

    @Test
    void keeps_own_answers_unless_ticked_and_shows_them_as_exceptions() {
        ControlCode control = Scene.control("PAT-03");
        sharing.save(agent, Scene.COLLEGE, control, CONFORME, "Fait par le collège.");
        sharing.save(agent, Scene.SECOND_COLLEGE, control, PARTIEL, null);
        Proposal proposal = sharing.all(control, PARTIEL);
        assertThat(sharing.fates(agent, proposal)).containsOnlyOnce(Fate.OWN, Fate.SAME, Fate.NEW);

        SharedAnswerId id = sharing.give(agent, proposal).id();
        assertThat(sharing.verdicts(agent, control)).containsExactly(CONFORME, PARTIEL, PARTIEL);
        Standing standing = sharing.answers.standing(agent, id);
        assertThat(standing.count(Stand.FOLLOWS)).isEqualTo(1);
        assertThat(standing.exceptions().items()).singleElement().satisfies(school -> {
            assertThat(school.uai()).isEqualTo(Scene.COLLEGE);
            assertThat(school.comment()).isEqualTo("Fait par le collège.");
        });
        assertThat(provenance(Scene.COLLEGE, control).exception(CONFORME)).isTrue();

        sharing.give(agent, proposal, Fate.OWN);
        assertThat(sharing.verdicts(agent, control)).containsOnly(PARTIEL);
        assertThat(sharing.cell(agent, Scene.COLLEGE, control).version()).isEqualTo(2);
        assertThat(sharing.answers.standing(agent, id).exceptions().items()).isEmpty();
    }

    @Test
    void moves_only_those_that_still_follow_it() {
        ControlCode control = Scene.control("PAT-06");
        sharing.give(agent, sharing.all(control, NON_CONFORME));
        Sharing.refused(Problem.Invalid.class, () -> sharing.save(agent, Scene.COLLEGE, control, CONFORME, null));
        sharing.save(agent, Scene.COLLEGE, control, CONFORME, "Commutateur remplacé.");
        Sharing.refused(Problem.Invalid.class, () -> sharing.save(agent, Scene.COLLEGE, control, CONFORME, null));

        Preview preview = sharing.answers.preview(agent, sharing.all(control, PARTIEL));
        assertThat(preview.count(Fate.MOVED)).isEqualTo(2);
        assertThat(preview.count(Fate.OWN)).isEqualTo(1);
        SharedAnswers.Done done = sharing.give(agent, sharing.all(control, PARTIEL));
        assertThat(sharing.verdicts(agent, control)).containsExactly(CONFORME, PARTIEL, PARTIEL);
        assertThat(sharing.followers(done.id())).isEqualTo(2);

        sharing.answers.rejoin(agent, done.id(), scene.audit(Scene.COLLEGE));
        assertThat(sharing.verdicts(agent, control)).containsOnly(PARTIEL);
        assertThat(sharing.followers(done.id())).isEqualTo(3);
    }

    @Test
    void undoes_the_last_application_and_leaves_no_answer_where_there_was_none() {
        ControlCode control = Scene.control("EQP-04");
        sharing.save(agent, Scene.COLLEGE, control, CONFORME, "À part.");
        SharedAnswerId id =
                sharing.give(agent, sharing.all(control, PARTIEL), Fate.OWN).id();
        long answered = answered();
        assertThat(sharing.answers.undo(agent, id).answers()).isEqualTo(3);
        assertThat(sharing.verdicts(agent, control)).containsExactly(CONFORME, null, null);
        assertThat(sharing.cell(agent, Scene.COLLEGE, control).comment()).isEqualTo("À part.");
        assertThat(answered()).isEqualTo(answered - 1);
        assertThat(sharing.answers.standing(agent, id).shared().verdict()).isNull();
        Sharing.refused(Problem.Conflict.class, () -> sharing.answers.undo(agent, id));
        // A page that was open on the undone answer has not seen the next one.
        Sharing.refused(
                Problem.Stale.class,
                () -> scene.answers.save(
                        agent, scene.audit(Scene.SECOND_COLLEGE), control, 1, new NewAnswer(CONFORME, null)));
        sharing.save(agent, Scene.SECOND_COLLEGE, control, NON_CONFORME, null);
        assertThat(sharing.cell(agent, Scene.SECOND_COLLEGE, control).version()).isEqualTo(3);
    }

    @Test
    void undoes_nothing_once_somebody_has_changed_one_of_the_answers() {
        ControlCode control = Scene.control("EQP-05");
        sharing.give(agent, sharing.all(control, NON_CONFORME));
        SharedAnswerId id = sharing.give(agent, sharing.all(control, PARTIEL)).id();
        sharing.save(agent, Scene.COLLEGE, control, CONFORME, "Refait hier.");
        Sharing.refused(Problem.Conflict.class, () -> sharing.answers.undo(agent, id));
        assertThat(sharing.verdicts(agent, control)).containsExactly(CONFORME, PARTIEL, PARTIEL);
        sharing.give(agent, sharing.all(control, CONFORME));
        sharing.answers.undo(agent, id);
        assertThat(sharing.verdicts(agent, control)).containsExactly(CONFORME, PARTIEL, PARTIEL);
        assertThat(sharing.followers(id)).as("they follow again").isEqualTo(2);
        assertThat(sharing.answers.standing(agent, id).shared().verdict()).isEqualTo(PARTIEL);
    }

    @Test
    void refuses_a_preview_that_no_longer_holds_and_brings_the_fresh_one() {
        ControlCode control = Scene.control("RES-01");
        Proposal proposal = sharing.all(control, PARTIEL);
        String seen = sharing.answers.preview(agent, proposal).seen();
        sharing.save(scene.agent(), Scene.SECOND_COLLEGE, control, CONFORME, null);
        Sharing.refused(Problem.Stale.class, () -> sharing.answers.apply(agent, proposal, Set.of(Fate.OWN), seen));
        assertThat(sharing.verdicts(agent, control)).containsExactly(null, CONFORME, null);
        assertThat(sharing.count("SELECT count(*) FROM shared_answer WHERE control = 'RES-01'"))
                .isZero();
        assertThat(sharing.give(agent, proposal).answers()).isEqualTo(2);
        Sharing.refused(Problem.Conflict.class, () -> sharing.give(agent, proposal));
    }

    @Test
    void keeps_who_wrote_by_a_shared_answer_from_judging() {
        ControlCode control = Scene.control("RES-03");
        sharing.give(agent, sharing.all(control, PARTIEL));
        assertThat(Stream.of(Scene.COLLEGE, Scene.SECOND_COLLEGE, Scene.THIRD_COLLEGE))
                .allSatisfy(school -> assertThat(sharing.count("SELECT count(*) FROM audit_writer WHERE audit = "
                                + scene.audit(school) + " AND account = " + agent.account()
                                + " AND party = 'COLLECTIVITE'"))
                        .isOne());
    }

    private static Provenance provenance(fr.preau.kernel.Uai school, ControlCode control) {
        return scene.audits
                .control(agent, scene.audit(school), control)
                .provenance()
                .orElseThrow();
    }

    private static long answered() {
        return scene.audits
                .view(agent, scene.audit(Scene.SECOND_COLLEGE))
                .total()
                .answered();
    }
}
