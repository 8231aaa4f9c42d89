package fr.preau.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.audit.Cell;
import fr.preau.audit.NewAnswer;
import fr.preau.checklist.Verdict;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.SharedAnswerId;
import fr.preau.kernel.Uai;
import fr.preau.kernel.UnitId;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The scene with the services of shared answers, and the gestures that their tests repeat. */
final class Sharing {
    static final ControlCode BACKUP = Scene.control("SAU-02");

    final Scene scene;
    final SharedAnswers answers;
    final Labels labels;
    final Arrivals arrivals;
    private final TestDatabase postgres;

    Sharing(TestDatabase postgres) {
        this.postgres = postgres;
        scene = new Scene(postgres);
        answers = new SharedAnswers(scene.database, scene.journal, scene.campaigns, scene.clock);
        labels = new Labels(scene.database, scene.journal, scene.clock);
        arrivals = new Arrivals(scene.database, scene.journal, scene.campaigns, scene.openings, scene.clock);
    }

    Proposal proposal(UnitId owner, ControlCode control, SchoolSet set, Verdict verdict, String comment) {
        return new Proposal(scene.campaign, owner, control, set, new NewAnswer(verdict, comment));
    }

    Proposal all(ControlCode control, Verdict verdict) {
        return proposal(Scene.VALLEYS, control, SchoolSet.ALL, verdict, null);
    }

    /** Looks at the preview, then applies it. */
    SharedAnswers.Done give(Principal by, Proposal proposal, Fate... ticked) {
        String seen = answers.preview(by, proposal).seen();
        return answers.apply(by, proposal, Set.of(ticked), seen);
    }

    /** What the proposal would do to each school's answer. */
    List<Fate> fates(Principal by, Proposal proposal) {
        return answers.schools(by, proposal, null).items().stream()
                .map(Candidate::fate)
                .toList();
    }

    void save(Principal by, Uai school, ControlCode control, Verdict verdict, String comment) {
        int seen = cell(by, school, control).version();
        scene.answers.save(by, scene.audit(school), control, seen, new NewAnswer(verdict, comment));
    }

    Cell cell(Principal by, Uai school, ControlCode control) {
        return scene.audits.control(by, scene.audit(school), control).cell();
    }

    /** Verdicts of the three collèges, in their order. */
    List<Verdict> verdicts(Principal by, ControlCode control) {
        return java.util.stream.Stream.of(Scene.COLLEGE, Scene.SECOND_COLLEGE, Scene.THIRD_COLLEGE)
                .map(school -> cell(by, school, control).verdict())
                .toList();
    }

    /** How many of the answers follow the shared answer. */
    long followers(SharedAnswerId id) {
        return count("SELECT count(*) FROM answer WHERE shared = " + id + " AND shared_version = version");
    }

    long count(String sql) {
        return postgres.owner()
                .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    static void refused(Class<? extends Problem> kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isInstanceOf(kind));
    }
}
