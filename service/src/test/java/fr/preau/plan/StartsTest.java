package fr.preau.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.preau.Scene;
import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.checklist.Control;
import fr.preau.checklist.Verdict;
import fr.preau.dashboard.DashboardServices;
import fr.preau.dashboard.Dashboards;
import fr.preau.dashboard.Narrowing;
import fr.preau.dashboard.Tables;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Uai;
import fr.preau.kernel.UnitId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the ranking says of a figure is what the figure becomes. Seeds are fixed, so that a failure comes back. */
class StartsTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final int SEEDS = Boolean.getBoolean("preau.long") ? 40 : 3;
    private static final List<Uai> SCHOOLS = List.of(Scene.COLLEGE, Scene.SECOND_COLLEGE, Scene.THIRD_COLLEGE);

    private static Doing doing;
    private static Scene scene;
    private static Starts starts;
    private static Dashboards dashboards;
    private static Principal agent;

    @BeforeAll
    static void stage() {
        doing = new Doing(DB);
        scene = doing.scene;
        starts = new Starts(scene.database, scene.audits, scene.campaigns, scene.checklists, scene.clock);
        dashboards = DashboardServices.on(scene.database, scene.checklists, scene.audits, scene.clock)
                .dashboards();
        agent = scene.agent();
    }

    @BeforeEach
    void startAgain() {
        doing.startAgain();
    }

    @Test
    void says_of_each_control_what_the_real_figure_becomes_once_it_is_corrected() {
        for (int seed = 0; seed < SEEDS; seed++) {
            doing.startAgain();
            scatter(new Random(seed));
            Ranking own = ranking(agent, Scene.VALLEYS);
            assertThat(own.starts()).isNotEmpty();
            compare(seed, own.starts(), "a.collectivity = '800000013'");
            DB.owner()
                    .useHandle(owner ->
                            owner.execute("UPDATE audit SET state = 'SUBMITTED', submitted_at = now(), submitted_by = 1"
                                    + " WHERE uai <> '" + Scene.COLLEGE + "'"));
            Principal reviewer = scene.reviewer();
            compare(seed, ranking(reviewer, Scene.ACADEMY).starts(), "a.academy = '14' AND a.state = 'SUBMITTED'");
            double real = dashboards
                    .unit(reviewer, new Tables.Wish(Scene.ACADEMY, scene.campaign, Narrowing.NONE))
                    .total()
                    .conformity();
            assertThat(ranking(reviewer, Scene.ACADEMY).starts())
                    .as("the figure itself is the dashboard's")
                    .allSatisfy(start -> assertThat(start.conformity()).isEqualTo(real));
        }
    }

    @Test
    void says_what_saving_those_answers_makes_of_the_figure() {
        SCHOOLS.forEach(school -> plant(school, Verdict.PARTIEL));
        doing.answer(agent, Scene.COLLEGE, Verdict.CONFORME);
        Start promised = ranking(agent, Scene.VALLEYS).starts().stream()
                .filter(start -> start.control().equals(Doing.BACKUP))
                .findFirst()
                .orElseThrow();
        assertThat(promised.lifted()).isEqualTo(2);
        doing.answer(agent, Scene.SECOND_COLLEGE, Verdict.CONFORME);
        doing.answer(agent, Scene.THIRD_COLLEGE, Verdict.CONFORME);
        Ranking after = ranking(agent, Scene.VALLEYS);
        assertThat(after.starts().get(0).conformity()).isEqualTo(promised.conformityThen());
        assertThat(after.starts()).extracting(Start::control).doesNotContain(Doing.BACKUP);
    }

    @Test
    void ranks_gain_over_effort_over_the_schools_lifted() {
        SCHOOLS.forEach(school -> plant(school, Verdict.NON_CONFORME));
        Ranking ranking = ranking(agent, Scene.VALLEYS);
        List<Double> worths = ranking.starts().stream()
                .map(start -> Ranking.worth(ranking.control(start), start.lifted()))
                .toList();
        assertThat(worths).isSortedAccordingTo((one, other) -> Double.compare(other, one));
        Control first = ranking.control(ranking.starts().get(0));
        assertThat(worths.get(0)).isEqualTo(3.0 * first.gain() / first.effort());
        assertThat(ranking.basis()).isEqualTo(new Basis(3, 3, 3));
        assertThat(ranking.starts()).allSatisfy(start -> {
            assertThat(start.lifted()).isEqualTo(start.partial() + start.failing() + start.unknown());
            assertThat(start.mine()).isTrue();
        });
    }

    @Test
    void counts_for_others_what_is_handed_in_and_hides_what_few_schools_would_tell() {
        plant(Scene.COLLEGE, Verdict.NON_CONFORME);
        plant(Scene.SECOND_COLLEGE, Verdict.NON_CONFORME);
        Principal reviewer = scene.reviewer();
        assertThat(ranking(reviewer, Scene.ACADEMY).basis().counted()).isZero();
        assertThat(ranking(reviewer, Scene.ACADEMY).starts()).isEmpty();
        Principal stateAgent = scene.stateAgent();
        assertThat(ranking(stateAgent, Scene.ACADEMY).starts())
                .as("the CIO alone is theirs")
                .isEmpty();
        scene.reviews.submit(agent, scene.audit(Scene.COLLEGE));
        assertThat(ranking(reviewer, Scene.ACADEMY).basis().counted()).isOne();
        assertThat(ranking(reviewer, Scene.ACADEMY).starts())
                .isNotEmpty()
                .allSatisfy(start -> assertThat(start.lifted()).isOne());
        assertThat(ranking(agent, Scene.VALLEYS).basis().counted()).isEqualTo(3);
        Principal reader =
                scene.person("Lectrice du département", Scene.VALLEYS, new Grant(Role.READER, Scene.VALLEYS));
        assertThat(ranking(reader, Scene.VALLEYS).hidden()).isTrue();
        assertThat(ranking(reader, Scene.VALLEYS).starts()).isEmpty();
        scene.at("2027-02-15T09:00:00Z");
        assertThat(ranking(agent, Scene.VALLEYS).basis()).as("closed").isEqualTo(new Basis(3, 1, 0));
    }

    @Test
    void knows_the_persons_own_units_alone() {
        Doing.refused(Problem.NotFound.class, () -> ranking(agent, Scene.TOWN));
        Doing.refused(Problem.NotFound.class, () -> ranking(agent, UnitId.NATION));
        Principal head = scene.head();
        assertThat(ranking(head, UnitId.school(Scene.COLLEGE)).basis()).isEqualTo(new Basis(1, 1, 1));
    }

    private static Ranking ranking(Principal by, UnitId unit) {
        return starts.ranking(by, unit, scene.campaign).orElseThrow();
    }

    /** Corrects each control in turn, asks the figures' own view for the sums, and takes it back. */
    private static void compare(int seed, List<Start> ranked, String counted) {
        String roster = " WHERE a.campaign = :campaign AND " + counted;
        for (Start start : ranked) {
            DB.owner().useTransaction(owner -> {
                owner.createUpdate("UPDATE answer w SET verdict = 'CONFORME' FROM audit a" + roster
                                + " AND w.audit = a.id AND w.campaign = :campaign AND w.control = :control"
                                + " AND w.verdict IN ('PARTIEL', 'NON_CONFORME', 'NE_SAIT_PAS')")
                        .bind("campaign", scene.campaign)
                        .bind("control", start.control())
                        .execute();
                double real = owner.createQuery("SELECT conformity(sum(t.held_weight), sum(t.counted_weight))"
                                + " FROM tally t JOIN audit a ON a.id = t.audit" + roster)
                        .bind("campaign", scene.campaign)
                        .mapTo(Double.class)
                        .one();
                assertThat(start.conformityThen())
                        .as("seed %s, %s", seed, start)
                        .isEqualTo(real, within(0.0));
                owner.rollback();
            });
        }
    }

    /** Answers every control of a school alike, by one statement. */
    private static void plant(Uai school, Verdict verdict) {
        DB.owner().useTransaction(owner -> {
            owner.createUpdate("INSERT INTO answer (campaign, audit, control, verdict, version, author, party, at)"
                            + " SELECT campaign, audit, control, :verdict, 1, 1, 'COLLECTIVITE', now()"
                            + " FROM audit_cell WHERE audit = :audit")
                    .bind("verdict", verdict)
                    .bind("audit", scene.audit(school))
                    .execute();
            owner.execute(
                    "UPDATE audit SET state = 'IN_PROGRESS' WHERE id = ?",
                    scene.audit(school).value());
        });
    }

    /** Answers three quarters of all that is asked at random, whatever the party. */
    private static void scatter(Random dice) {
        DB.owner()
                .useTransaction(owner -> owner.createQuery(
                                "SELECT audit, control FROM audit_cell WHERE campaign = :campaign ORDER BY audit, control")
                        .bind("campaign", scene.campaign)
                        .mapToMap()
                        .forEach(row -> {
                            if (dice.nextInt(4) > 0) {
                                owner.createUpdate(
                                                "INSERT INTO answer (campaign, audit, control, verdict, comment, version,"
                                                        + " author, party, at) VALUES (:campaign, :audit, :control, :verdict, 'essai', 1,"
                                                        + " 1, 'ETAT', now())")
                                        .bind("campaign", scene.campaign)
                                        .bind("audit", row.get("audit"))
                                        .bind("control", row.get("control"))
                                        .bind("verdict", Verdict.values()[dice.nextInt(Verdict.values().length)])
                                        .execute();
                            }
                        }));
    }
}
