package fr.preau.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.audit.Neighbour;
import fr.preau.audit.NewAnswer;
import fr.preau.checklist.Verdict;
import fr.preau.database.TestDatabase;
import fr.preau.journal.Trace;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Problem;
import fr.preau.kernel.SiteId;
import fr.preau.kernel.Uai;
import fr.preau.kernel.UnitId;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A collège and an école on one site: each collectivity sees the other's answer while both agree, and nothing else ever.
 * What must not be heard is a canary's word in the comment.
 */
class SameSiteTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final ControlCode CONTROL = Scene.control("SAU-02");
    private static final String CANARY = "Canari bleu";

    private static Scene scene;
    private static SameSites sites;
    private static Principal valleys;
    private static Principal town;
    private CampaignId campaign;
    private CampaignId beside;

    @BeforeEach
    void stage() {
        if (scene == null) {
            scene = new Scene(DB);
            sites = new SameSites(scene.database, scene.journal, scene.audits, scene.clock);
            valleys = scene.agent();
            town = scene.townAgent();
        }
        scene.at("2026-11-23T09:00:00Z");
        campaign = scene.campaign("Site", LocalDate.of(2026, 11, 2), LocalDate.of(2027, 1, 29));
        beside = scene.campaign("À côté", LocalDate.of(2026, 11, 2), LocalDate.of(2027, 1, 29));
        save(town, campaign, Scene.SCHOOL, Verdict.PARTIEL, CANARY);
        save(town, beside, Scene.SCHOOL, Verdict.PARTIEL, CANARY);
    }

    @Test
    void shows_each_the_others_answer_from_the_accord_on_and_nothing_before() {
        save(valleys, campaign, Scene.COLLEGE, Verdict.CONFORME, null);
        SiteId site = sites.propose(valleys, campaign, Scene.COLLEGE, Scene.SCHOOL);
        assertThat(heard(valleys, campaign, Scene.COLLEGE)).isEmpty();
        assertThat(heard(town, campaign, Scene.SCHOOL)).isEmpty();
        Sharing.refused(Problem.Conflict.class, () -> sites.accept(valleys, site));
        assertThat(state(valleys, site)).isEqualTo(SameSite.State.WAITING);
        assertThat(state(town, site)).isEqualTo(SameSite.State.TO_ACCEPT);

        sites.accept(town, site);
        assertThat(heard(valleys, campaign, Scene.COLLEGE)).singleElement().satisfies(other -> {
            assertThat(other.uai()).isEqualTo(Scene.SCHOOL);
            assertThat(other.verdict()).isEqualTo(Verdict.PARTIEL);
            assertThat(other.comment()).isEqualTo(CANARY);
        });
        assertThat(heard(town, campaign, Scene.SCHOOL))
                .extracting(Neighbour::verdict)
                .containsExactly(Verdict.CONFORME);
        List<Trace> traces = scene.database.call(valleys, tx -> scene.journal.exactly(tx, "site/" + site, 10));
        assertThat(traces).extracting(Trace::action).containsExactly("site.accepted", "site.proposed");
        Sharing.refused(Problem.Conflict.class, () -> sites.accept(town, site));
    }

    @Test
    void shows_nothing_to_others_nor_beside_the_agreed_school_and_campaign() {
        SiteId site = sites.propose(valleys, campaign, Scene.COLLEGE, Scene.SCHOOL);
        sites.accept(town, site);
        assertThat(heard(valleys, beside, Scene.COLLEGE)).as("another campaign").isEmpty();
        assertThat(heard(valleys, campaign, Scene.SECOND_COLLEGE))
                .as("another school")
                .isEmpty();
        assertThat(heard(scene.head(), campaign, Scene.COLLEGE))
                .as("the school's head")
                .isEmpty();
        assertThat(heard(scene.stateAgent(), campaign, Scene.COLLEGE))
                .as("the State")
                .isEmpty();
        Principal elsewhere = scene.person(
                "Agent de Cormerel",
                Scene.OTHER_TOWN,
                new fr.preau.access.Grant(fr.preau.access.Role.AGENT, Scene.OTHER_TOWN));
        for (Principal other : List.of(elsewhere, scene.head(), scene.stateAgent(), scene.reviewer())) {
            assertThat(behindTheFirstLock(other)).as(other.name()).isZero();
        }
        assertThat(behindTheFirstLock(valleys)).isOne();
        Sharing.refused(Problem.NotFound.class, () -> sites.accept(elsewhere, site));
        Sharing.refused(Problem.NotFound.class, () -> sites.end(elsewhere, site));
        Sharing.refused(Problem.NotFound.class, () -> sites.overview(scene.stateAgent(), null));
        Sharing.refused(Problem.NotFound.class, () -> scene.audits.view(valleys, scene.audit(campaign, Scene.SCHOOL)));
    }

    @Test
    void ends_at_once_by_either_and_with_the_campaign_and_with_the_school() {
        SiteId first = sites.propose(valleys, campaign, Scene.COLLEGE, Scene.SCHOOL);
        sites.accept(town, first);
        sites.end(town, first);
        assertThat(heard(valleys, campaign, Scene.COLLEGE)).isEmpty();
        SiteId second = sites.propose(valleys, campaign, Scene.COLLEGE, Scene.SCHOOL);
        sites.accept(town, second);
        assertThat(heard(valleys, campaign, Scene.COLLEGE)).hasSize(1);
        sites.end(valleys, second);
        assertThat(heard(town, campaign, Scene.SCHOOL)).isEmpty();
        Sharing.refused(Problem.Conflict.class, () -> sites.end(town, second));
        sites.accept(valleys, sites.propose(town, campaign, Scene.SCHOOL, Scene.COLLEGE));
        scene.at("2027-02-01T09:00:00Z");
        assertThat(heard(valleys, campaign, Scene.COLLEGE)).as("closed").isEmpty();
        scene.at("2026-11-23T09:00:00Z");
        assertThat(heard(valleys, campaign, Scene.COLLEGE)).hasSize(1);
        gives(Scene.SCHOOL, Scene.OTHER_TOWN);
        try {
            assertThat(heard(valleys, campaign, Scene.COLLEGE)).as("moved").isEmpty();
        } finally {
            gives(Scene.SCHOOL, Scene.TOWN);
        }
    }

    @Test
    void shows_only_what_the_collectivity_itself_has_declared() {
        ControlCode ofState = Scene.control("GOV-07");
        sites.accept(town, sites.propose(valleys, campaign, Scene.COLLEGE, Scene.SCHOOL));
        Principal state = scene.stateAgent();
        AuditId audit = scene.audit(campaign, Scene.SCHOOL);
        scene.answers.save(state, audit, ofState, 0, new NewAnswer(Verdict.PARTIEL, CANARY));
        assertThat(scene.audits
                        .control(valleys, scene.audit(campaign, Scene.COLLEGE), ofState)
                        .neighbours())
                .isEmpty();
    }

    @Test
    void is_proposed_about_ones_own_school_and_an_open_school_of_another_collectivity() {
        Sharing.refused(Problem.NotFound.class, () -> sites.propose(valleys, campaign, Scene.SCHOOL, Scene.COLLEGE));
        for (Uai other : List.of(Scene.SECOND_COLLEGE, Scene.CIO, Uai.of(8_999_998))) {
            Sharing.refused(Problem.Invalid.class, () -> sites.propose(valleys, campaign, Scene.COLLEGE, other));
        }
        sites.propose(valleys, campaign, Scene.COLLEGE, Scene.SCHOOL);
        Sharing.refused(Problem.Invalid.class, () -> sites.propose(town, campaign, Scene.SCHOOL, Scene.COLLEGE));
        Sharing.refused(Problem.Invalid.class, () -> sites.propose(valleys, campaign, Scene.COLLEGE, Scene.SCHOOL));
    }

    @Test
    void is_accepted_by_the_other_side_alone_whatever_is_asked_of_the_database() {
        SiteId site = sites.propose(valleys, campaign, Scene.COLLEGE, Scene.SCHOOL);
        String accept = "UPDATE same_site SET accepted_at = now(), accepted_by = 1 WHERE id = " + site;
        assertThatThrownBy(() -> scene.database.call(valleys, tx -> tx.execute(accept)))
                .hasMessageContaining("row-level security");
        assertThat(scene.database.<Integer>call(scene.stateAgent(), tx -> tx.execute(accept)))
                .isZero();
        sites.end(valleys, site);
        assertThat(scene.database.<Integer>call(town, tx -> tx.execute(accept))).isZero();
    }

    /** From now on the school is that collectivity's. */
    private static void gives(Uai school, UnitId collectivity) {
        DB.owner()
                .useHandle(handle -> handle.createUpdate("UPDATE school_collectivity SET collectivity = :collectivity"
                                + " WHERE uai = :uai AND to_day IS NULL")
                        .bind("collectivity", collectivity.code())
                        .bind("uai", school)
                        .execute());
    }

    private static void save(Principal by, CampaignId of, Uai school, Verdict verdict, String comment) {
        scene.answers.save(by, scene.audit(of, school), CONTROL, 0, new NewAnswer(verdict, comment));
    }

    private static List<Neighbour> heard(Principal by, CampaignId of, Uai school) {
        try {
            return scene.audits.control(by, scene.audit(of, school), CONTROL).neighbours();
        } catch (fr.preau.kernel.Refusal refusal) {
            assertThat(refusal.problem()).isInstanceOf(Problem.NotFound.class);
            return List.of();
        }
    }

    /** How many answers the function gives to somebody who names both collectivities as theirs. */
    private long behindTheFirstLock(Principal by) {
        return scene.database.call(
                by,
                tx -> tx.createQuery("SELECT count(*) FROM unnest(ARRAY[:college, :school]) AS of (audit),"
                                + " same_site_answers(of.audit, 'SAU-02', ARRAY['800000013', '35901', '35902']) n"
                                + " WHERE n.comment = :word")
                        .bind("college", scene.audit(campaign, Scene.COLLEGE).value())
                        .bind("school", scene.audit(campaign, Scene.SCHOOL).value())
                        .bind("word", CANARY)
                        .mapTo(Long.class)
                        .one());
    }

    private static SameSite.State state(Principal by, SiteId site) {
        return sites.overview(by, null).sites().stream()
                .filter(one -> one.id().equals(site))
                .findFirst()
                .orElseThrow()
                .state();
    }
}
