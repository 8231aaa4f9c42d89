package fr.preau.shared;

import static fr.preau.checklist.Verdict.CONFORME;
import static fr.preau.checklist.Verdict.NON_CONFORME;
import static fr.preau.checklist.Verdict.PARTIEL;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.Scene;
import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.checklist.Party;
import fr.preau.checklist.SchoolType;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.LabelId;
import fr.preau.kernel.Problem;
import fr.preau.kernel.SharedAnswerId;
import fr.preau.kernel.Uai;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** For which schools one answers at once: by set, by side, by label; never for another's. */
class WhoSharesTest {
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
    void chooses_schools_by_type_commune_label_or_list() {
        ControlCode control = Scene.control("RES-05");
        assertThat(uais(control, SchoolSet.type(SchoolType.COLLEGE))).hasSize(3);
        assertThat(uais(control, SchoolSet.commune(Scene.OTHER_TOWN.code())))
                .containsExactlyInAnyOrder(Scene.SECOND_COLLEGE, Scene.THIRD_COLLEGE);
        assertThat(uais(control, SchoolSet.list(List.of(Scene.THIRD_COLLEGE)))).containsExactly(Scene.THIRD_COLLEGE);
        LabelId label = sharing.labels.create(agent, Scene.VALLEYS, "Sites sous infogérance");
        sharing.labels.save(agent, label, "Sites sous infogérance", List.of(Scene.COLLEGE, Scene.THIRD_COLLEGE));
        assertThat(uais(control, SchoolSet.label(label))).containsExactlyInAnyOrder(Scene.COLLEGE, Scene.THIRD_COLLEGE);
        Sharing.refused(Problem.Invalid.class, () -> uais(control, SchoolSet.type(SchoolType.LYCEE)));
    }

    @Test
    void lets_the_state_answer_for_what_falls_to_it_alone() {
        Principal state = scene.stateAgent();
        ControlCode ofState = Scene.control("GOV-07");
        Proposal all = sharing.proposal(Scene.ACADEMY, ofState, SchoolSet.ALL, CONFORME, null);
        assertThat(sharing.give(state, all).answers())
                .as("all of the académie's schools")
                .isEqualTo(6);
        assertThat(sharing.cell(agent, Scene.COLLEGE, ofState).authorParty()).isEqualTo(Party.ETAT);
        assertThat(scene.audits
                        .control(agent, scene.audit(Scene.COLLEGE), ofState)
                        .provenance())
                .hasValueSatisfying(from -> assertThat(from.mine()).isFalse());
        ControlCode ofCollectivity = Scene.control("PAT-01");
        Proposal mixed = sharing.proposal(Scene.ACADEMY, ofCollectivity, SchoolSet.ALL, CONFORME, null);
        assertThat(sharing.answers.schools(state, mixed, null).items())
                .extracting(Candidate::uai)
                .as("the school without collectivity")
                .containsExactly(Scene.CIO);
        Sharing.refused(
                Problem.Forbidden.class,
                () -> sharing.answers.preview(
                        state,
                        sharing.proposal(
                                Scene.ACADEMY, ofCollectivity, SchoolSet.type(SchoolType.COLLEGE), CONFORME, null)));
    }

    @Test
    void finds_nothing_of_another_collectivity() {
        Principal town = scene.townAgent();
        ControlCode control = Scene.control("PAT-01");
        LabelId label = sharing.labels.create(agent, Scene.VALLEYS, "À nous");
        SharedAnswerId id = sharing.give(agent, sharing.all(control, PARTIEL)).id();
        Sharing.refused(Problem.NotFound.class, () -> sharing.answers.standing(town, id));
        Sharing.refused(Problem.NotFound.class, () -> sharing.answers.undo(town, id));
        Sharing.refused(Problem.NotFound.class, () -> sharing.answers.rejoin(town, id, scene.audit(Scene.COLLEGE)));
        Sharing.refused(Problem.NotFound.class, () -> sharing.answers.rejoin(agent, id, scene.audit(Scene.SCHOOL)));
        Sharing.refused(Problem.NotFound.class, () -> sharing.answers.preview(town, sharing.all(control, PARTIEL)));
        for (SchoolSet set : List.of(SchoolSet.label(label), SchoolSet.list(List.of(Scene.COLLEGE)))) {
            Sharing.refused(
                    Problem.NotFound.class,
                    () -> sharing.answers.preview(town, sharing.proposal(Scene.TOWN, control, set, PARTIEL, null)));
        }
        Sharing.refused(Problem.NotFound.class, () -> sharing.labels.detail(town, label));
        Sharing.refused(Problem.NotFound.class, () -> sharing.labels.save(town, label, "Pris", List.of()));
        Sharing.refused(Problem.NotFound.class, () -> sharing.labels.delete(town, label));
        Sharing.refused(
                Problem.NotFound.class, () -> sharing.labels.save(agent, label, "À nous", List.of(Scene.SCHOOL)));
        Sharing.refused(Problem.NotFound.class, () -> sharing.labels.create(scene.head(), Scene.VALLEYS, "Nous"));
    }

    @Test
    void renames_and_deletes_a_label_and_keeps_what_was_answered_by_it() {
        LabelId label = sharing.labels.create(agent, Scene.VALLEYS, "Bornes");
        sharing.labels.save(agent, label, "Bornes", List.of(Scene.COLLEGE));
        Sharing.refused(Problem.Invalid.class, () -> sharing.labels.create(agent, Scene.VALLEYS, "bornes"));
        sharing.labels.save(agent, label, "Bornes Wi-Fi", List.of(Scene.COLLEGE));
        ControlCode control = Scene.control("RES-06");
        SharedAnswerId id = sharing.give(
                        agent, sharing.proposal(Scene.VALLEYS, control, SchoolSet.label(label), NON_CONFORME, null))
                .id();
        sharing.labels.delete(agent, label);
        assertThat(sharing.cell(agent, Scene.COLLEGE, control).verdict()).isEqualTo(NON_CONFORME);
        assertThat(sharing.answers.standing(agent, id).shared().setLabel().args())
                .containsExactly("Bornes Wi-Fi");
        Sharing.refused(Problem.NotFound.class, () -> sharing.labels.detail(agent, label));
        Sharing.refused(Problem.NotFound.class, () -> uais(control, SchoolSet.label(label)));
        sharing.labels.create(agent, Scene.VALLEYS, "Bornes Wi-Fi");
    }

    @Test
    void gives_schools_that_join_the_shared_answers_that_hold_them() {
        Principal town = scene.townAgent();
        ControlCode base = Scene.control("EXP-01");
        SharedAnswerId whole = sharing.give(
                        town, sharing.proposal(Scene.TOWN, base, SchoolSet.ALL, PARTIEL, "Par le marché."))
                .id();
        Uai late = Uai.of(8_000_013);
        DB.owner().useHandle(handle -> {
            handle.execute(
                    "INSERT INTO school (uai, name, type, sector, state, commune, commune_name, department,"
                            + " search_text) VALUES (?, 'École Neuve', 'ECOLE', 'PUBLIC', 'OPEN', '35901', 'Montrelay', '35',"
                            + " 'ecole neuve')",
                    late.value());
            handle.execute(
                    "INSERT INTO school_collectivity (uai, collectivity, from_day, source)"
                            + " VALUES (?, '35901', '2026-11-20', 'RULE')",
                    late.value());
        });
        Principal editor = scene.person(
                "Éditeur", fr.preau.kernel.UnitId.NATION, new Grant(Role.EDITOR, fr.preau.kernel.UnitId.NATION));
        Sharing.refused(Problem.NotFound.class, () -> sharing.arrivals.join(town, scene.campaign));
        assertThat(sharing.arrivals.join(editor, scene.campaign)).isEqualTo(1);
        assertThat(sharing.arrivals.join(editor, scene.campaign)).isZero();
        assertThat(sharing.cell(town, late, base)).satisfies(cell -> {
            assertThat(cell.verdict()).isEqualTo(PARTIEL);
            assertThat(cell.comment()).isEqualTo("Par le marché.");
            assertThat(cell.author()).isEqualTo(town.account());
        });
        assertThat(sharing.followers(whole)).isEqualTo(2);
        sharing.answers.undo(town, whole);
        assertThat(sharing.cell(town, late, base).verdict()).isNull();
    }

    private static List<Uai> uais(ControlCode control, SchoolSet set) {
        Proposal proposal = sharing.proposal(Scene.VALLEYS, control, set, PARTIEL, null);
        Preview preview = sharing.answers.preview(agent, proposal);
        List<Uai> schools = sharing.answers.schools(agent, proposal, null).items().stream()
                .map(Candidate::uai)
                .toList();
        assertThat(schools).hasSize(preview.schools());
        return schools;
    }
}
