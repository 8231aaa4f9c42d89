package fr.preau.audit;

import static fr.preau.audit.AuditLifeTest.refused;
import static fr.preau.checklist.Verdict.CONFORME;
import static fr.preau.checklist.Verdict.NON_APPLICABLE;
import static fr.preau.checklist.Verdict.NON_CONFORME;
import static fr.preau.checklist.Verdict.PARTIEL;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.checklist.Party;
import fr.preau.checklist.SampleFile;
import fr.preau.checklist.Verdict;
import fr.preau.database.TestDatabase;
import fr.preau.journal.Trace;
import fr.preau.kernel.Actor;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Uai;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Last time's answers: whence they come, who sees them, that they count nowhere, and what confirming them writes. */
class LastAnswersTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final String THEN = "2025-12-01T09:00:00Z";
    private static final String NOW = "2026-11-23T09:00:00Z";

    private static Scene scene;
    private static LastAnswers lastAnswers;
    private static CampaignId before;
    private static Principal agent;

    /** The earlier campaign asks another version, in which one requirement is worded otherwise. */
    @BeforeAll
    static void stage() {
        scene = new Scene(DB);
        lastAnswers = new LastAnswers(scene.database, scene.journal, scene.clock);
        scene.checklists.publish(Actor.SYSTEM, SampleFile.version("1.1.0", LastAnswersTest::rewordBackupTests));
        before = scene.campaign("2025–2026", LocalDate.of(2025, 11, 3), LocalDate.of(2026, 1, 30));
        scene.at(THEN);
        agent = scene.agent();
        scene.at(NOW);
    }

    private static void rewordBackupTests(ObjectNode file) {
        for (JsonNode control : file.withArray("mesures")) {
            if (control.path("code").asText().equals("SAU-03")) {
                ((ObjectNode) control).put("exigence", "Les sauvegardes sont éprouvées deux fois par an.");
            }
        }
    }

    @Test
    void proposes_what_the_school_answered_last_time_and_counts_it_nowhere() {
        answeredThen(agent, Scene.COLLEGE, "SAU-01", PARTIEL, "Chaque nuit, sauf le samedi.");
        answeredThen(agent, Scene.COLLEGE, "SAU-03", CONFORME, null);
        AuditId audit = scene.audit(Scene.COLLEGE);

        assertThat(last(agent, Scene.COLLEGE, "SAU-01")).hasValueSatisfying(last -> {
            assertThat(last.ofName()).isEqualTo("2025–2026");
            assertThat(last.verdict()).isEqualTo(PARTIEL);
            assertThat(last.comment()).isEqualTo("Chaque nuit, sauf le samedi.");
        });
        assertThat(last(agent, Scene.COLLEGE, "SAU-03"))
                .as("its requirement has changed")
                .isEmpty();
        assertThat(last(agent, Scene.COLLEGE, "SAU-02")).as("not answered then").isEmpty();
        AuditView view = scene.audits.view(agent, audit);
        assertThat(view.total().answered()).isZero();
        assertThat(view.audit().state()).isEqualTo(AuditState.TO_DO);
        refused(() -> scene.reviews.submit(agent, audit), Problem.Conflict.class);
    }

    @Test
    void confirms_a_theme_at_once_and_leaves_what_changed_meanwhile() {
        Uai school = Scene.SECOND_COLLEGE;
        answeredThen(agent, school, "PAT-01", PARTIEL, "Inventaire de mars.");
        answeredThen(agent, school, "PAT-03", NON_APPLICABLE, "Aucun serveur ici.");
        answeredThen(agent, school, "PAT-06", CONFORME, null);
        AuditId audit = scene.audit(school);
        Set<String> seen = seen(audit, "PAT");
        assertThat(seen).hasSize(3);
        scene.answers.save(agent, audit, Scene.control("PAT-06"), 0, new NewAnswer(NON_CONFORME, null));
        Principal colleague = scene.agent();

        LastAnswers.Confirmed done = lastAnswers.confirm(colleague, audit, "PAT", seen);

        assertThat(done).isEqualTo(new LastAnswers.Confirmed(2, 1));
        Cell kept = cell(audit, "PAT-03");
        assertThat(kept.verdict()).isEqualTo(NON_APPLICABLE);
        assertThat(kept.comment()).as("its reason comes along").isEqualTo("Aucun serveur ici.");
        assertThat(kept.version()).isEqualTo(1);
        assertThat(kept.author()).isEqualTo(colleague.account());
        assertThat(kept.authorParty()).isEqualTo(Party.COLLECTIVITE);
        assertThat(cell(audit, "PAT-06").verdict()).isEqualTo(NON_CONFORME);
        List<Trace> traces = scene.database.call(agent, tx -> scene.journal.exactly(tx, "audit/" + audit, 10));
        assertThat(traces)
                .filteredOn(trace -> trace.action().equals("answers.confirmed"))
                .singleElement()
                .satisfies(trace -> assertThat(trace.touched()).isEqualTo(2));
        assertThat(scene.audits.control(agent, audit, Scene.control("PAT-01")).history())
                .singleElement()
                .satisfies(trace -> assertThat(trace.after("PAT-01")).isEqualTo("PARTIEL"));
        refused(() -> lastAnswers.confirm(agent, audit, "PAT", seen), Problem.Conflict.class);
    }

    @Test
    void confirms_nothing_that_changed_since_it_was_shown_nor_begins_an_audit_for_nothing() {
        Uai school = Scene.THIRD_COLLEGE;
        answeredThen(agent, school, "EQP-01", PARTIEL, null);
        AuditId audit = scene.audit(school);
        Set<String> seen = seen(audit, "EQP");
        scene.at(THEN);
        scene.answers.save(agent, then(school), Scene.control("EQP-01"), 1, new NewAnswer(NON_CONFORME, null));
        scene.at(NOW);
        refused(() -> lastAnswers.confirm(agent, audit, "EQP", seen), Problem.Conflict.class);
        assertThat(scene.audits.view(agent, audit).audit().state()).isEqualTo(AuditState.TO_DO);
        refused(() -> lastAnswers.confirm(agent, audit, "ZZZ", seen), Problem.NotFound.class);
        refused(() -> lastAnswers.confirm(scene.townAgent(), audit, "EQP", seen), Problem.NotFound.class);
        refused(() -> lastAnswers.confirm(scene.reviewer(), audit, "EQP", seen), Problem.NotFound.class);
        assertThat(lastAnswers.confirm(agent, audit, "EQP", seen(audit, "EQP")).answers())
                .isOne();
    }

    @Test
    void follows_a_school_to_its_present_collectivity_and_leaves_the_former_once_the_campaign_is_closed() {
        scene.at(THEN);
        Principal town = scene.townAgent();
        scene.at(NOW);
        answeredThen(town, Scene.SCHOOL, "SAU-01", PARTIEL, null);
        Principal next = scene.person(
                "Agent de l’autre commune",
                Scene.OTHER_TOWN,
                new fr.preau.access.Grant(fr.preau.access.Role.AGENT, Scene.OTHER_TOWN));
        scene.move(Scene.SCHOOL, Scene.OTHER_TOWN);
        assertThat(last(next, Scene.SCHOOL, "SAU-01")).isPresent();
        assertThat(last(town, Scene.SCHOOL, "SAU-01"))
                .as("the audit of now is still theirs, that of then no more")
                .isEmpty();
    }

    @Test
    void proposes_to_each_what_they_may_answer_and_to_nobody_else() {
        Uai school = Scene.COLLEGE;
        String state = asked(school, Party.ETAT);
        String own = asked(school, Party.ETABLISSEMENT);
        answeredThen(agent, school, state, CONFORME, null);
        answeredThen(agent, school, own, CONFORME, null);
        Principal head = scene.head();
        Principal officer = scene.stateAgent();
        assertThat(last(officer, school, state)).isPresent();
        assertThat(last(head, school, own)).isPresent();
        assertThat(last(head, school, state)).isEmpty();
        assertThat(scene.audits
                        .theme(head, scene.audit(school), state.substring(0, 3))
                        .last())
                .noneMatch(last -> last.control().equals(Scene.control(state)));
    }

    @Test
    void takes_nothing_from_an_audit_that_was_taken_out_of_its_campaign() {
        answeredThen(agent, Scene.THIRD_COLLEGE, "RES-01", CONFORME, null);
        assertThat(last(agent, Scene.THIRD_COLLEGE, "RES-01")).isPresent();
        DB.owner()
                .useHandle(owner -> owner.execute(
                        "UPDATE audit SET state = 'REMOVED' WHERE id = ?",
                        then(Scene.THIRD_COLLEGE).value()));
        assertThat(last(agent, Scene.THIRD_COLLEGE, "RES-01")).isEmpty();
        DB.owner()
                .useHandle(owner -> owner.execute(
                        "UPDATE audit SET state = 'IN_PROGRESS' WHERE id = ?",
                        then(Scene.THIRD_COLLEGE).value()));
    }

    private static void answeredThen(Principal by, Uai school, String control, Verdict verdict, String comment) {
        scene.at(THEN);
        scene.answers.save(by, then(school), Scene.control(control), 0, new NewAnswer(verdict, comment));
        scene.at(NOW);
    }

    private static AuditId then(Uai school) {
        return scene.audit(before, school);
    }

    private static Optional<LastAnswer> last(Principal by, Uai school, String control) {
        return scene.audits
                .control(by, scene.audit(school), Scene.control(control))
                .last();
    }

    private static Set<String> seen(AuditId audit, String theme) {
        return scene.audits.theme(agent, audit, theme).last().stream()
                .map(LastAnswer::seen)
                .collect(Collectors.toSet());
    }

    private static Cell cell(AuditId audit, String control) {
        return scene.audits.control(agent, audit, new ControlCode(control)).cell();
    }

    /** Some control of the party that no other test answers. */
    private static String asked(Uai school, Party party) {
        List<Cell> cells = scene.audits.view(agent, scene.audit(school)).cells();
        return cells.stream()
                .filter(cell -> cell.party() == party)
                .map(cell -> cell.control().value())
                .filter(code -> !code.startsWith("SAU"))
                .findFirst()
                .orElseThrow();
    }
}
