package fr.preau.shared;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.Scene;
import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.audit.NewAnswer;
import fr.preau.checklist.Verdict;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.Message;
import fr.preau.kernel.Uai;
import fr.preau.kernel.UnitId;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is left, of a control, a theme and a unit: in words, and the same as every cell would tell. */
class ProgressTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    /** The definition: every control of every school for which the owner answers it. */
    static final String CELLS = """
            SELECT c.control || ' ' || count(*) || ' ' || count(c.verdict)
            FROM preau.shared_cell c
            WHERE c.campaign = :campaign
              AND preau.answers_as(:owner, c.department, c.academy, c.region, c.present_collectivity, c.collectivity,
                                   c.falls_to) IS NOT NULL
            GROUP BY c.control
            """;

    private static int people;
    private static Scene scene;
    private static Desks desks;

    @BeforeAll
    static void answers() {
        scene = new Scene(DB);
        desks = new Desks(scene.database, scene.audits, scene.campaigns, scene.checklists, scene.clock);
        Principal agent = scene.agent();
        Principal state = scene.stateAgent();
        save(agent, Scene.COLLEGE, "SAU-03");
        save(agent, Scene.SECOND_COLLEGE, "SAU-03");
        save(agent, Scene.COLLEGE, "SAU-01");
        save(state, Scene.SECOND_COLLEGE, "SAU-01");
        save(state, Scene.SCHOOL, "SAU-01");
        save(state, Scene.CIO, "SAU-01");
        save(state, Scene.CIO, "ACC-03");
        scene.answerAll(agent, scene.audit(Scene.THIRD_COLLEGE), Verdict.PARTIEL);
        scene.reviews.submit(agent, scene.audit(Scene.THIRD_COLLEGE));
    }

    @Test
    void tells_of_each_unit_what_every_cell_tells() {
        for (UnitId owner : List.of(
                Scene.VALLEYS,
                Scene.TOWN,
                UnitId.department("35"),
                Scene.ACADEMY,
                UnitId.region("53"),
                Scene.OTHER_ACADEMY,
                UnitId.NATION)) {
            List<String> told = desk(owner).progress().stream()
                    .map(one -> one.control() + " " + one.asked() + " " + one.answered())
                    .toList();
            assertThat(told).as(owner.toString()).isNotEmpty().containsExactlyInAnyOrderElementsOf(cells(owner));
        }
    }

    @Test
    void tells_what_is_left_of_a_control_a_theme_and_a_unit() {
        Desk desk = desk(Scene.VALLEYS);
        assertThat(desk.progress(Scene.control("SAU-03")).orElseThrow().words())
                .isEqualTo(Message.of("shared.left", 0));
        assertThat(desk.progress(Scene.control("SAU-01")).orElseThrow().words())
                .isEqualTo(Message.of("shared.left", 0));
        assertThat(desk.progress(Scene.control("ACC-03")).orElseThrow().words())
                .isEqualTo(Message.of("shared.left", 2));
        int backups = desk.controls(desk.checklist().theme("SAU")).size();
        assertThat(desk.left(desk.checklist().theme("SAU"))).isEqualTo(Message.of("audit.left", backups - 2));
        int controls = desk.progress().size() - 2;
        assertThat(desk.left()).isEqualTo(Message.of("shared.left.all", 2L * controls, (long) controls));
        assertThat(desk.next(Scene.control("SAU-02")).orElseThrow().code()).isNotEqualTo(Scene.control("SAU-03"));
    }

    private static Desk desk(UnitId owner) {
        people++;
        Principal by = scene.person("Agent " + people, owner, new Grant(Role.AGENT, owner));
        return desks.desk(by, scene.campaign, owner).orElseThrow();
    }

    private static List<String> cells(UnitId owner) {
        return DB.owner()
                .withHandle(handle -> handle.createQuery(CELLS)
                        .bind("campaign", scene.campaign)
                        .bind("owner", owner)
                        .mapTo(String.class)
                        .list());
    }

    private static void save(Principal by, Uai school, String control) {
        scene.answers.save(by, scene.audit(school), Scene.control(control), 0, new NewAnswer(Verdict.CONFORME, null));
    }
}
