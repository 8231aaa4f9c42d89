package fr.preau.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.audit.AuditState;
import fr.preau.audit.NewAnswer;
import fr.preau.audit.OpinionKind;
import fr.preau.campaign.NewCampaign;
import fr.preau.checklist.Verdict;
import fr.preau.database.TestDatabase;
import fr.preau.journal.Trace;
import fr.preau.kernel.Actor;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Page;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.Uai;
import fr.preau.kernel.UnitId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What waits for a reviewer: four orders, pages by key, the validation of many, and the second pair of eyes. */
class QueuesTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final List<Uai> SCHOOLS = List.of(Scene.COLLEGE, Scene.SECOND_COLLEGE, Scene.THIRD_COLLEGE);

    private static Scene scene;
    private static Principal agent;
    private static Principal reviewer;
    private static CampaignId next;
    private static AuditId sound;
    private static AuditId weak;
    private static AuditId changed;

    /** Three collèges in two campaigns: the first stays as it was, the second has a weak answer, the third has moved. */
    @BeforeAll
    static void stage() {
        scene = new Scene(DB);
        agent = scene.agent();
        reviewer = scene.reviewer();
        for (Uai school : SCHOOLS) {
            submit(scene.audit(school), school.equals(Scene.THIRD_COLLEGE) ? Verdict.NON_CONFORME : Verdict.CONFORME);
            scene.reviews.validate(reviewer, scene.audit(school));
        }
        next = scene.campaign("Suite", LocalDate.of(2026, 11, 2), LocalDate.of(2027, 1, 29));
        sound = scene.audit(next, Scene.COLLEGE);
        weak = scene.audit(next, Scene.SECOND_COLLEGE);
        changed = scene.audit(next, Scene.THIRD_COLLEGE);
        scene.at("2026-11-24T09:00:00Z");
        submit(changed, Verdict.CONFORME);
        scene.at("2026-11-25T09:00:00Z");
        submitWeak(weak);
        scene.at("2026-11-26T09:00:00Z");
        submit(sound, Verdict.CONFORME);
    }

    @Test
    void is_read_by_age_by_collectivity_by_weakness_and_by_change() {
        assertThat(ids(QueueOrder.OLDEST)).containsExactly(changed, weak, sound);
        assertThat(ids(QueueOrder.PLACE)).containsExactly(changed, weak, sound);
        assertThat(ids(QueueOrder.WEAK)).containsExactly(weak, changed, sound);
        assertThat(ids(QueueOrder.CHANGE)).containsExactly(changed, weak, sound);
        List<QueueLine> lines = lines(QueueChoice.all(QueueOrder.CHANGE));
        assertThat(lines)
                .extracting(QueueLine::drift)
                .containsExactly(1000, lines.get(1).drift(), 0);
        assertThat(lines).extracting(QueueLine::weakBase).containsExactly(0, 1, 0);
    }

    /** What is corrected in an earlier campaign once a later one is handed in has not changed since that later one. */
    @Test
    void tells_the_change_from_the_last_campaign_before_whatever_was_handed_in_since() {
        CampaignId first = scene.campaign("D’abord", LocalDate.of(2026, 8, 3), LocalDate.of(2027, 1, 29));
        CampaignId later = scene.campaign("Plus tard", LocalDate.of(2026, 8, 17), LocalDate.of(2027, 1, 29));
        AuditId corrected = scene.audit(first, Scene.COLLEGE);
        AuditId since = scene.audit(later, Scene.COLLEGE);
        submit(since, Verdict.NON_CONFORME);
        submit(corrected, Verdict.CONFORME);
        assertThat(drift(corrected)).as("no campaign before it").isEqualTo(-1);
        scene.reviews.sendBack(reviewer, since, new SendBack(Map.of(Scene.control("SAU-02"), "À revoir.")));
        scene.reviews.submit(agent, since);
        assertThat(drift(since)).as("the campaign before it").isEqualTo(1000);
    }

    @Test
    void goes_on_by_key_in_every_order_and_from_nothing_that_is_not_seen() {
        for (QueueOrder order : QueueOrder.values()) {
            List<AuditId> all = scene.queues.page(reviewer, QueueChoice.all(order), null).items().stream()
                    .map(QueueLine::id)
                    .toList();
            List<AuditId> walked = new ArrayList<>(all.subList(0, 1));
            for (AuditId after : all) {
                Page<QueueLine> rest = scene.queues.page(reviewer, QueueChoice.all(order), after);
                if (!rest.items().isEmpty()) {
                    walked.add(rest.items().get(0).id());
                }
            }
            assertThat(walked).as(order.name()).isEqualTo(all);
            assertThat(scene.queues
                            .page(scene.otherReviewer(), QueueChoice.all(order), all.get(0))
                            .items())
                    .isEmpty();
        }
    }

    @Test
    void is_narrowed_to_a_campaign_and_to_a_unit_of_either_tree_in_every_order() {
        for (QueueOrder order : QueueOrder.values()) {
            QueueChoice all = QueueChoice.all(order);
            for (UnitId unit : List.of(Scene.ACADEMY, UnitId.department("35"), Scene.VALLEYS)) {
                assertThat(ids(new QueueChoice(order, next, unit)))
                        .as(order + " " + unit)
                        .containsExactlyElementsOf(ids(order));
            }
            assertThat(ids(all.at(UnitId.department("35")))).contains(sound);
            assertThat(scene.queues
                            .page(reviewer, new QueueChoice(order, scene.campaign, null), null)
                            .items())
                    .as("all of it is validated")
                    .isEmpty();
            for (UnitId outside : List.of(
                    UnitId.NATION,
                    Scene.OTHER_ACADEMY,
                    Scene.FAR_TOWN,
                    UnitId.collectivity("99999"),
                    UnitId.school(Scene.COLLEGE))) {
                isNotFound(all.at(outside));
            }
            isNotFound(new QueueChoice(order, new CampaignId(999_999), null));
        }
    }

    private static void isNotFound(QueueChoice choice) {
        assertThatThrownBy(() -> scene.queues.page(reviewer, choice, null))
                .as(choice.toString())
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isInstanceOf(Problem.NotFound.class));
        assertThatThrownBy(() -> scene.queues.sound(reviewer, choice)).isInstanceOf(Refusal.class);
    }

    @Test
    void validates_together_what_is_sound_and_names_the_rest_each_with_its_reason() {
        CampaignId own = scene.campaign("Ensemble", LocalDate.of(2026, 11, 2), LocalDate.of(2027, 1, 29));
        AuditId held = scene.audit(own, Scene.COLLEGE);
        AuditId doubted = scene.audit(own, Scene.SECOND_COLLEGE);
        AuditId feeble = scene.audit(own, Scene.THIRD_COLLEGE);
        submit(held, Verdict.CONFORME);
        submit(doubted, Verdict.CONFORME);
        submitWeak(feeble);
        NewOpinion reservation = new NewOpinion(OpinionKind.RESERVATION, null, "Trop beau.");
        scene.opinions.give(reviewer, doubted, Scene.control("SAU-02"), 0, reservation);
        assertThat(scene.queues.sound(reviewer, QueueChoice.all(QueueOrder.OLDEST)))
                .extracting(QueueLine::id)
                .contains(held)
                .doesNotContain(doubted, feeble);

        Queues.Done done = scene.queues.validate(reviewer, Set.of(held, feeble, doubted));
        assertThat(done.validated()).isEqualTo(1);
        assertThat(done.kept())
                .extracting(Queues.Kept::why)
                .containsExactlyInAnyOrder("review.many.weak", "review.many.opinion");
        assertThat(scene.audits.view(reviewer, held).audit().state()).isEqualTo(AuditState.VALIDATED);
        assertThat(scene.audits.view(reviewer, feeble).audit().state()).isEqualTo(AuditState.SUBMITTED);
        List<Trace> history =
                scene.histories.read(reviewer, held, Long.MAX_VALUE).page().items();
        assertThat(history).anyMatch(trace -> trace.action().equals("audits.validated"));
        assertThat(snapshots().compare(reviewer, held, null, null).all())
                .extracting(Snapshot::code)
                .containsExactly("1-SUBMITTED", "1-VALIDATED");
        assertThatThrownBy(() -> scene.queues.validate(scene.otherReviewer(), Set.of(feeble)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isInstanceOf(Problem.NotFound.class));
        assertThat(scene.queues.validate(reviewer, Set.of(held)).kept())
                .extracting(Queues.Kept::why)
                .containsExactly("review.wrongState.VALIDATED");
    }

    @Test
    void needs_a_second_reviewer_where_the_campaign_asks_for_four_eyes() {
        CampaignId four = scene.campaigns.create(
                Actor.SYSTEM,
                new NewCampaign(
                        "Quatre yeux",
                        UnitId.NATION,
                        LocalDate.of(2026, 11, 2),
                        LocalDate.of(2027, 1, 29),
                        false,
                        NewCampaign.defaultLevels(),
                        true));
        scene.openings.open(Actor.OPERATOR, four);
        AuditId audit = scene.audit(four, Scene.COLLEGE);
        submit(audit, Verdict.CONFORME);
        assertThat(scene.queues.sound(reviewer, QueueChoice.all(QueueOrder.OLDEST)))
                .extracting(QueueLine::id)
                .doesNotContain(audit);
        assertThat(scene.reviews.validate(reviewer, audit)).as("proposed alone").isFalse();
        assertThatThrownBy(() -> scene.reviews.validate(reviewer, audit)).isInstanceOf(Refusal.class);
        assertThat(scene.queues.validate(reviewer, Set.of(audit)).kept())
                .extracting(Queues.Kept::why)
                .containsExactly("review.many.fourEyes");

        Principal second = scene.reviewer();
        NewOpinion doubt = new NewOpinion(OpinionKind.RESERVATION, null, "À voir.");
        scene.opinions.give(second, audit, Scene.control("SAU-02"), 0, doubt);
        assertThat(scene.reviews.validate(second, audit))
                .as("an opinion cancels what was proposed")
                .isFalse();
        assertThat(scene.reviews.validate(reviewer, audit)).isTrue();
        int closed = DB.owner()
                .withHandle(owner -> owner.createQuery("SELECT count(*) FROM review WHERE audit = :audit"
                                + " AND outcome = 'VALIDATED' AND closed_by <> proposed_by")
                        .bind("audit", audit)
                        .mapTo(Integer.class)
                        .one());
        assertThat(closed).isEqualTo(1);
    }

    @Test
    void has_one_open_review_an_audit_and_snapshots_that_nobody_changes() {
        CampaignId own = scene.campaign("Instantanés", LocalDate.of(2026, 11, 2), LocalDate.of(2027, 1, 29));
        AuditId audit = scene.audit(own, Scene.COLLEGE);
        submit(audit, Verdict.PARTIEL);
        scene.reviews.open(reviewer, audit);
        scene.reviews.open(scene.reviewer(), audit);
        assertThatThrownBy(() -> DB.owner()
                        .useHandle(owner -> owner.execute(
                                "INSERT INTO review (audit, round, opened_at, opened_by) VALUES (?, 1, now(), 1)",
                                audit.value())))
                .hasMessageContaining("review_open");
        for (String statement : List.of("UPDATE snapshot SET conformity = 1", "DELETE FROM snapshot")) {
            assertThatThrownBy(() -> scene.database.run(reviewer, tx -> tx.execute(statement)))
                    .hasMessageContaining("permission denied");
        }
        NewOpinion contested = new NewOpinion(OpinionKind.CONTESTED, Verdict.CONFORME, "Vu sur place.");
        scene.opinions.give(reviewer, audit, Scene.control("SAU-02"), 0, contested);
        scene.reviews.validate(reviewer, audit);
        Snapshots.Comparison both = snapshots().compare(agent, audit, "1-SUBMITTED", "1-VALIDATED");
        assertThat(both.changed()).singleElement().satisfies(cell -> {
            assertThat(cell.control()).isEqualTo(Scene.control("SAU-02"));
            assertThat(cell.before()).isEqualTo(Verdict.PARTIEL);
            assertThat(cell.after()).isEqualTo(Verdict.CONFORME);
            assertThat(cell.opinion()).isEqualTo(OpinionKind.CONTESTED);
        });
        assertThat(both.before()).isNotNull();
        assertThat(both.after().conformity()).isGreaterThan(both.before().conformity());
        assertThat(both.before().conformity()).isEqualTo(0.5);
    }

    private static Snapshots snapshots() {
        return new Snapshots(scene.database, scene.journal, scene.audits);
    }

    private static void submit(AuditId audit, Verdict verdict) {
        scene.answerAll(agent, audit, verdict);
        scene.reviews.submit(agent, audit);
    }

    private static void submitWeak(AuditId audit) {
        scene.answers.save(agent, audit, Scene.control("SAU-02"), 0, new NewAnswer(Verdict.NON_CONFORME, null));
        submit(audit, Verdict.CONFORME);
    }

    private static int drift(AuditId audit) {
        return DB.owner()
                .withHandle(owner -> owner.createQuery("SELECT drift FROM audit WHERE id = :id")
                        .bind("id", audit)
                        .mapTo(Integer.class)
                        .one());
    }

    /** The lines of the audits of the stage; other tests have theirs in the same queue. */
    private static List<QueueLine> lines(QueueChoice choice) {
        return scene.queues.page(reviewer, choice, null).items().stream()
                .filter(line -> List.of(sound, weak, changed).contains(line.id()))
                .toList();
    }

    private static List<AuditId> ids(QueueChoice choice) {
        return lines(choice).stream().map(QueueLine::id).toList();
    }

    private static List<AuditId> ids(QueueOrder order) {
        return ids(QueueChoice.all(order));
    }
}
