package fr.preau.shared;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.Scene;
import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.audit.KeptFigures;
import fr.preau.audit.NewAnswer;
import fr.preau.audit.OpinionKind;
import fr.preau.checklist.Verdict;
import fr.preau.database.Database;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.SharedAnswerId;
import fr.preau.kernel.UnitId;
import fr.preau.review.NewOpinion;
import fr.preau.review.SendBack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Whatever people do, and in whatever order, the figures that triggers keep are those that the answers give: histories
 * drawn by seed, so that a failure comes back, compared after each step.
 */
class KeptFiguresTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final int HISTORIES = Boolean.getBoolean("preau.long") ? 150 : 8;
    private static final int STEPS = 24;
    private static final List<ControlCode> CONTROLS =
            List.of(Scene.control("SAU-02"), Scene.control("PAT-01"), Scene.control("ACC-03"));

    private static Sharing sharing;
    private static Scene scene;
    private static KeptFigures kept;
    private static KeptFigures checked;
    private static Principal agent;
    private static Principal reviewer;
    private static Principal organiser;

    private final List<SharedAnswerId> given = new ArrayList<>();
    private int refused;
    private int done;

    @BeforeAll
    static void stage() {
        sharing = new Sharing(DB);
        scene = sharing.scene;
        kept = new KeptFigures(scene.database);
        checked = new KeptFigures(new Database(DB.owner(), scene.clock));
        agent = scene.agent();
        reviewer = scene.reviewer();
        organiser = scene.person("Organisation", UnitId.NATION, new Grant(Role.EDITOR, UnitId.NATION));
    }

    @Test
    void are_those_of_the_answers_after_every_step_of_any_history() {
        for (int seed = 0; seed < HISTORIES; seed++) {
            Random random = new Random(seed);
            for (int step = 0; step < STEPS; step++) {
                String what = step(random);
                assertThat(checked.difference())
                        .as("history %d, step %d: %s", seed, step, what)
                        .isEmpty();
            }
            back();
        }
        assertThat(done).as("most steps were taken, %d were refused", refused).isGreaterThan(HISTORIES * STEPS / 3);
    }

    @Test
    void are_the_same_when_they_are_made_anew_and_name_what_was_tampered_with() {
        Random random = new Random(99);
        for (int step = 0; step < STEPS; step++) {
            step(random);
        }
        checked.recompute();
        assertThat(checked.difference()).isEmpty();
        DB.owner()
                .useHandle(owner -> owner.execute("INSERT INTO unit_delta (campaign, region, academy, department,"
                        + " school_type, control, answered) VALUES (1, '53', '14', '35', 'COLLEGE', 'SAU-02', 1)"));
        assertThat(checked.difference())
                .hasValueSatisfying(found -> assertThat(found.what()).contains("COLLEGE SAU-02"));
        checked.recompute();
        assertThat(checked.difference()).isEmpty();
    }

    /** One thing that somebody does, or is refused to do. */
    private String step(Random random) {
        AuditId audit = scene.audit(List.of(Scene.COLLEGE, Scene.SECOND_COLLEGE, Scene.THIRD_COLLEGE)
                .get(random.nextInt(3)));
        ControlCode control = CONTROLS.get(random.nextInt(CONTROLS.size()));
        Verdict verdict = Verdict.values()[random.nextInt(Verdict.values().length)];
        int what = random.nextInt(19);
        try {
            switch (what) {
                case 0, 1 -> save(audit, control, verdict, random);
                case 2 -> share(control, verdict, random);
                case 3 -> sharing.answers.undo(agent, given.get(random.nextInt(given.size())));
                case 4, 5 -> answerAll(audit, verdict);
                case 6, 7 -> scene.reviews.submit(agent, audit);
                case 8 -> scene.reviews.withdraw(agent, audit);
                case 9 -> scene.reviews.validate(reviewer, audit);
                case 10 -> scene.reviews.sendBack(reviewer, audit, new SendBack(Map.of(control, "Voir")));
                case 11 -> scene.reviews.reopen(reviewer, audit, "Erreur");
                case 12 -> kept.fold();
                case 13, 14, 15 -> opine(audit, control, random);
                case 16 -> scene.opinions.takeBack(reviewer, audit, control, version(audit, control));
                case 17 -> repair(audit, random);
                default -> remove(audit, random);
            }
            done++;
        } catch (Refusal | IndexOutOfBoundsException | IllegalArgumentException refusal) {
            refused++;
        }
        return what + " on " + audit + " " + control + " " + verdict;
    }

    private void save(AuditId audit, ControlCode control, Verdict verdict, Random random) {
        int seen = scene.audits.control(agent, audit, control).cell().version();
        scene.answers.save(agent, audit, control, seen, new NewAnswer(verdict, "Dit " + random.nextInt()));
    }

    private void share(ControlCode control, Verdict verdict, Random random) {
        SchoolSet set = random.nextBoolean() ? SchoolSet.ALL : SchoolSet.list(List.of(Scene.COLLEGE));
        Proposal proposal = sharing.proposal(Scene.VALLEYS, control, set, verdict, "Pour tous " + random.nextInt());
        given.add(sharing.give(agent, proposal, Fate.OWN, Fate.OTHER).id());
    }

    /** By sets, as commands do, whatever stands there already; never in an audit that is closed. */
    private void answerAll(AuditId audit, Verdict verdict) {
        DB.owner()
                .useHandle(owner ->
                        owner.execute("""
                INSERT INTO answer AS w (campaign, audit, control, verdict, comment, version, author, party, at)
                SELECT a.campaign, a.id, k.control, ?, 'Par lot', 1, ?, 'COLLECTIVITE', now()
                FROM audit a JOIN asked_control k ON k.campaign = a.campaign AND k.school_type = a.school_type
                WHERE a.id = ?
                ON CONFLICT (campaign, audit, control) DO UPDATE
                SET verdict = excluded.verdict, comment = excluded.comment, version = w.version + 1
                """, verdict.name(), agent.account().value(), audit.value()));
    }

    private void opine(AuditId audit, ControlCode control, Random random) {
        OpinionKind kind = OpinionKind.values()[random.nextInt(OpinionKind.values().length)];
        Verdict given = kind == OpinionKind.CONTESTED ? Verdict.values()[random.nextInt(4)] : null;
        scene.opinions.give(reviewer, audit, control, version(audit, control), new NewOpinion(kind, given, "Vu"));
    }

    private static int version(AuditId audit, ControlCode control) {
        return scene.opinions.version(reviewer, audit, control);
    }

    /** Opinions on what is validated already, which no service writes: a repair by hand. */
    private void repair(AuditId audit, Random random) {
        String statement = random.nextBoolean()
                ? "UPDATE opinion SET kind = 'CONTESTED', verdict = 'PARTIEL', reason = 'Repris' WHERE audit = ?"
                : "DELETE FROM opinion WHERE audit = ?";
        DB.owner().useHandle(owner -> owner.execute(statement, audit.value()));
    }

    private void remove(AuditId audit, Random random) {
        if (random.nextInt(3) == 0) {
            scene.reviews.remove(organiser, audit, "Fusion");
        }
    }

    /** The removed come back, and a school's department changes, as a repair by hand would do. */
    private void back() {
        DB.owner().useHandle(owner -> {
            owner.execute("UPDATE audit SET state = 'IN_PROGRESS' WHERE state IN ('REMOVED', 'VALIDATED')");
            owner.execute("UPDATE audit SET department = '22' WHERE uai = ?", Scene.THIRD_COLLEGE.value());
            owner.execute("DELETE FROM shared_change");
            owner.execute("DELETE FROM answer WHERE control = 'ACC-03'");
        });
        assertThat(checked.difference()).isEmpty();
        DB.owner()
                .useHandle(owner ->
                        owner.execute("UPDATE audit SET department = '35' WHERE uai = ?", Scene.THIRD_COLLEGE.value()));
        assertThat(checked.difference()).isEmpty();
    }
}
