package fr.preau.review;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.audit.KeptFigures;
import fr.preau.audit.NewAnswer;
import fr.preau.audit.OpinionKind;
import fr.preau.checklist.Verdict;
import fr.preau.database.Database;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Opinions come and go, audits are judged and come back: whatever the order, the two readings of a unit are the sums of
 * its schools', computed anew from the answers and the opinions, and what is kept is what they say.
 */
class ReadingsTest {
    private static final TestDatabase DB = new TestDatabase();
    private static final List<ControlCode> CONTROLS = List.of(Scene.control("SAU-02"), Scene.control("PAT-01"));

    private static Scene scene;
    private static KeptFigures kept;
    private static KeptFigures checked;
    private static Principal agent;
    private static Principal reviewer;
    private static int campaigns;

    @BeforeContainer
    static void stage() {
        DB.beforeAll(null);
        scene = new Scene(DB);
        kept = new KeptFigures(scene.database);
        checked = new KeptFigures(new Database(DB.owner(), scene.clock));
        agent = scene.agent();
        reviewer = scene.reviewer();
    }

    @AfterContainer
    static void close() {
        DB.afterAll(null);
    }

    /** Something that somebody tries; what the rules refuse changes nothing. */
    record Step(What what, int school, int control, Verdict verdict, OpinionKind kind) {}

    enum What {
        ANSWER,
        SUBMIT,
        OPINE,
        OPINE_AGAIN,
        TAKE_BACK,
        VALIDATE,
        SEND_BACK,
        REOPEN,
        FOLD
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        return Combinators.combine(
                        Arbitraries.of(What.class),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.of(Verdict.class),
                        Arbitraries.of(OpinionKind.class))
                .as(Step::new)
                .list()
                .ofMinSize(10)
                .ofMaxSize(40);
    }

    @Property(tries = 6, seed = "20261123")
    void are_sums_of_the_schools_whatever_happened(@ForAll("histories") List<Step> history) {
        campaigns++;
        CampaignId campaign =
                scene.campaign("Lectures " + campaigns, LocalDate.of(2026, 11, 2), LocalDate.of(2027, 1, 29));
        List<AuditId> audits =
                List.of(scene.audit(campaign, Scene.COLLEGE), scene.audit(campaign, Scene.SECOND_COLLEGE));
        audits.forEach(ReadingsTest::answer);
        for (Step step : history) {
            take(step, audits.get(step.school()));
            assertThat(checked.difference()).as("%s of %s", step, history).isEmpty();
        }
        for (String reading : List.of("DECLARED", "REVIEWED")) {
            assertThat(unit(campaign, reading)).as(reading).isEqualTo(schools(campaign, reading));
        }
    }

    /** Every control at once, as commands do. */
    private static void answer(AuditId audit) {
        DB.owner().useHandle(owner -> {
            owner.execute("""
                    INSERT INTO answer (campaign, audit, control, verdict, version, author, party, at)
                    SELECT a.campaign, a.id, k.control, 'PARTIEL', 1, ?, 'COLLECTIVITE', now()
                    FROM audit a JOIN asked_control k ON k.campaign = a.campaign AND k.school_type = a.school_type
                    WHERE a.id = ?
                    """, agent.account().value(), audit.value());
            owner.execute("UPDATE audit SET state = 'IN_PROGRESS' WHERE id = ?", audit.value());
        });
    }

    private static void take(Step step, AuditId audit) {
        ControlCode control = CONTROLS.get(step.control());
        try {
            switch (step.what()) {
                case ANSWER ->
                    scene.answers.save(
                            agent,
                            audit,
                            control,
                            scene.audits.control(agent, audit, control).cell().version(),
                            new NewAnswer(step.verdict(), "Dit"));
                case SUBMIT -> scene.reviews.submit(agent, audit);
                case OPINE, OPINE_AGAIN ->
                    scene.opinions.give(
                            reviewer,
                            audit,
                            control,
                            scene.opinions.version(reviewer, audit, control),
                            new NewOpinion(
                                    step.kind(), step.kind() == OpinionKind.CONTESTED ? step.verdict() : null, "Vu"));
                case TAKE_BACK ->
                    scene.opinions.takeBack(reviewer, audit, control, scene.opinions.version(reviewer, audit, control));
                case VALIDATE -> scene.reviews.validate(reviewer, audit);
                case SEND_BACK -> scene.reviews.sendBack(reviewer, audit, new SendBack(Map.of(control, "Voir")));
                case REOPEN -> scene.reviews.reopen(reviewer, audit, "Erreur");
                case FOLD -> kept.fold();
            }
        } catch (Refusal refused) {
            // The rules said no: the history goes on.
        }
    }

    /** The unit's figures as they are kept, in one reading. */
    private static String unit(CampaignId campaign, String reading) {
        return one(
                "SELECT concat_ws(' ', sum(conforming), sum(partial), sum(failing), sum(inapplicable), sum(unknown),"
                        + " sum(counted_weight), sum(held_weight), sum(accepted), sum(reserved), sum(contested))"
                        + " FROM kept_figures(:campaign, ARRAY['academie-14'], :reading) WHERE school_type = 'COLLEGE'",
                campaign,
                reading);
    }

    /** The same from the answers and opinions of each school. */
    private static String schools(CampaignId campaign, String reading) {
        return one("""
                SELECT concat_ws(' ', COALESCE(sum(t.conforming), 0), COALESCE(sum(t.partial), 0), COALESCE(sum(t.failing), 0),
                       COALESCE(sum(t.inapplicable), 0), COALESCE(sum(t.unknown), 0), COALESCE(sum(t.counted_weight), 0),
                       COALESCE(sum(t.held_weight), 0),
                       (SELECT count(*) FROM reading_opinion o JOIN audit b ON b.id = o.audit
                        WHERE o.reading = 'REVIEWED' AND o.kind = 'ACCEPTED' AND b.campaign = :campaign),
                       (SELECT count(*) FROM reading_opinion o JOIN audit b ON b.id = o.audit
                        WHERE o.reading = 'REVIEWED' AND o.kind = 'RESERVATION' AND b.campaign = :campaign),
                       (SELECT count(*) FROM reading_opinion o JOIN audit b ON b.id = o.audit
                        WHERE o.reading = 'REVIEWED' AND o.kind = 'CONTESTED' AND b.campaign = :campaign))
                FROM reading_tally t JOIN audit a ON a.id = t.audit AND rendered(a.state) AND a.school_type = 'COLLEGE'
                WHERE t.campaign = :campaign AND t.reading = :reading
                """, campaign, reading);
    }

    private static String one(String query, CampaignId campaign, String reading) {
        return DB.owner()
                .withHandle(owner -> owner.createQuery(query)
                        .bind("campaign", campaign.value())
                        .bind("reading", reading)
                        .mapTo(String.class)
                        .one());
    }
}
