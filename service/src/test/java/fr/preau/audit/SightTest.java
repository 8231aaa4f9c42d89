package fr.preau.audit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.Scene;
import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.checklist.Party;
import fr.preau.checklist.Verdict;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.Problem;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who answers and who sees (rules, § 4 and 5), person by person. */
class SightTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static Scene scene;

    @BeforeAll
    static void stage() {
        scene = new Scene(DB);
    }

    @Test
    void the_collectivity_answers_all_and_says_for_whom() {
        Principal agent = scene.agent();
        AuditId audit = scene.audit(Scene.COLLEGE);
        assertThat(mayAnswer(agent, audit)).isEqualTo(EnumSet.allOf(Party.class));
        Cell state = scene.audits.view(agent, audit).cells().stream()
                .filter(cell -> cell.party() == Party.ETABLISSEMENT)
                .findFirst()
                .orElseThrow();
        scene.answers.save(agent, audit, state.control(), 0, new NewAnswer(Verdict.CONFORME, null));
        Cell saved = scene.audits.control(agent, audit, state.control()).cell();
        assertThat(saved.authorParty()).isEqualTo(Party.COLLECTIVITE);
        assertThat(saved.onBehalf()).isTrue();
    }

    @Test
    void the_state_answers_its_own_and_the_shared_and_everything_where_there_is_no_collectivity() {
        Principal agent = scene.stateAgent();
        assertThat(mayAnswer(agent, scene.audit(Scene.COLLEGE))).isEqualTo(EnumSet.of(Party.ETAT, Party.PARTAGE));
        assertThat(mayAnswer(agent, scene.audit(Scene.CIO))).isEqualTo(EnumSet.allOf(Party.class));
    }

    @Test
    void the_establishment_answers_its_own_and_the_shared_of_its_school_alone() {
        Principal head = scene.head();
        assertThat(mayAnswer(head, scene.audit(Scene.COLLEGE)))
                .isEqualTo(EnumSet.of(Party.ETABLISSEMENT, Party.PARTAGE));
        AuditLifeTest.refused(() -> scene.audits.view(head, scene.audit(Scene.SECOND_COLLEGE)), Problem.NotFound.class);
    }

    @Test
    void reviewers_and_readers_answer_nothing() {
        AuditId audit = scene.audit(Scene.COLLEGE);
        assertThat(mayAnswer(scene.reviewer(), audit)).isEmpty();
        Principal reader = scene.person("Lecteur d’académie", Scene.ACADEMY, new Grant(Role.READER, Scene.ACADEMY));
        assertThat(mayAnswer(reader, audit)).isEmpty();
    }

    @Test
    void before_submission_a_reviewer_sees_progress_and_neither_answers_nor_conformity() {
        Principal agent = scene.agent();
        AuditId audit = scene.audit(Scene.SECOND_COLLEGE);
        scene.answers.save(agent, audit, Scene.control("SAU-02"), 0, new NewAnswer(Verdict.CONFORME, "Un secret."));
        AuditView view = scene.audits.view(scene.reviewer(), audit);
        assertThat(view.cells()).noneMatch(Cell::answered).allMatch(cell -> cell.comment() == null);
        assertThat(view.total().conformity()).isNull();
        assertThat(view.total().conforming()).isZero();
        assertThat(view.total().answered()).isEqualTo(1);
        AuditLifeTest.refused(
                () -> scene.audits.control(scene.reviewer(), audit, Scene.control("SAU-02")), Problem.NotFound.class);
        AuditLifeTest.refused(
                () -> scene.histories.read(scene.reviewer(), audit, Long.MAX_VALUE), Problem.NotFound.class);
    }

    @Test
    void before_submission_an_agent_of_the_state_sees_only_what_it_may_answer() {
        Principal agent = scene.agent();
        AuditId audit = scene.audit(Scene.THIRD_COLLEGE);
        scene.answerAll(agent, audit, Verdict.PARTIEL);
        AuditView view = scene.audits.view(scene.stateAgent(), audit);
        Set<Party> own = EnumSet.of(Party.ETAT, Party.PARTAGE);
        assertThat(view.cells()).allMatch(cell -> cell.answered() == own.contains(cell.party()));
        assertThat(view.total().conformity()).isNull();
        scene.reviews.submit(agent, audit);
        assertThat(scene.audits.view(scene.stateAgent(), audit).cells()).allMatch(Cell::answered);
    }

    @Test
    void a_school_that_moves_is_seen_by_both_collectivities_until_the_campaign_closes() {
        Principal before = scene.townAgent();
        Principal after = scene.person("Agente de Cormerel", Scene.OTHER_TOWN, new Grant(Role.AGENT, Scene.OTHER_TOWN));
        AuditId audit = scene.audit(Scene.SCHOOL);
        AuditLifeTest.refused(() -> scene.audits.view(after, audit), Problem.NotFound.class);
        scene.move(Scene.SCHOOL, Scene.OTHER_TOWN);
        assertThat(scene.audits.view(before, audit).seesAll()).isTrue();
        assertThat(scene.audits.view(after, audit).seesAll()).isTrue();
        assertThat(scene.audits.view(after, audit).audit().collectivity())
                .as("figures still group by the place fixed at opening")
                .isEqualTo(Scene.TOWN.code());
        scene.at("2027-01-30T09:00:00Z");
        try {
            Principal late = scene.principal(before.account());
            AuditLifeTest.refused(() -> scene.audits.view(late, audit), Problem.NotFound.class);
            assertThat(scene.audits.view(after, audit).seesAll()).isTrue();
        } finally {
            scene.at("2026-11-23T09:00:00Z");
        }
    }

    private static Set<Party> mayAnswer(Principal principal, AuditId id) {
        Audit audit = scene.audits.view(principal, id).audit();
        Set<Party> may = EnumSet.noneOf(Party.class);
        Arrays.stream(Party.values())
                .filter(party -> Answering.mayAnswer(principal, audit, party, java.time.LocalDate.of(2026, 11, 23)))
                .forEach(may::add);
        return may;
    }
}
