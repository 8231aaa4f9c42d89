package fr.preau.audit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.checklist.Verdict;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.Problem;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** « Mes établissements » and the search: what one's own units hold, and nothing else. */
class AuditListTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static Scene scene;

    @BeforeAll
    static void stage() {
        scene = new Scene(DB);
        scene.campaign("2025–2026", LocalDate.of(2025, 11, 3), LocalDate.of(2026, 1, 30));
    }

    @Test
    void lists_ones_own_schools_of_the_newest_campaign_what_waits_first() {
        Principal agent = scene.agent();
        scene.answers.save(
                agent,
                scene.audit(Scene.SECOND_COLLEGE),
                Scene.control("SAU-02"),
                0,
                new NewAnswer(Verdict.PARTIEL, null));
        AuditList list = list(agent, AuditFilter.ALL, null);
        assertThat(list.campaign().name()).isEqualTo("2026–2027");
        assertThat(list.page().items())
                .extracting(AuditLine::schoolName)
                .containsExactly("Collège Les Tilleuls", "Collège L’Œuvre-d’Été", "Collège La Passerelle");
        assertThat(list.expected()).isEqualTo(3);
        assertThat(list.count(AuditState.IN_PROGRESS)).isEqualTo(1);
        AuditId first = list.page().items().get(0).id();
        assertThat(list(agent, AuditFilter.ALL, first).page().items())
                .extracting(AuditLine::schoolName)
                .containsExactly("Collège L’Œuvre-d’Été", "Collège La Passerelle");
    }

    @Test
    void a_search_ignores_accents_case_ligatures_and_apostrophes() {
        Principal agent = scene.agent();
        for (String text : List.of("oeuvre", "L'ŒUVRE D'ETE", "œuvre été cormerel", Scene.THIRD_COLLEGE.value())) {
            assertThat(scene.audits.search(agent, text))
                    .as(text)
                    .extracting(AuditLine::schoolName)
                    .containsOnly("Collège L’Œuvre-d’Été");
        }
        assertThat(scene.audits.search(agent, "%")).isEmpty();
        assertThat(scene.audits.search(agent, "_")).isEmpty();
    }

    @Test
    void nobody_finds_a_school_outside_their_units() {
        assertThat(scene.audits.search(scene.townAgent(), "passerelle")).isEmpty();
        assertThat(scene.audits.search(scene.otherReviewer(), "passerelle")).isEmpty();
        assertThat(scene.audits.search(scene.nationalReader(), "passerelle")).isEmpty();
        assertThat(scene.audits.search(scene.reviewer(), "passerelle")).isNotEmpty();
    }

    @Test
    void a_reviewer_reads_no_conformity_of_an_audit_that_is_not_sent() {
        scene.answers.save(
                scene.townAgent(),
                scene.audit(Scene.SCHOOL),
                Scene.control("GOV-01"),
                0,
                new NewAnswer(Verdict.CONFORME, null));
        assertThat(list(scene.reviewer(), AuditFilter.ALL, null).page().items())
                .isNotEmpty()
                .allMatch(line -> line.figures().conformity() == null);
    }

    @Test
    void an_unknown_campaign_and_one_outside_ones_units_are_not_found() {
        AuditLifeTest.refused(
                () -> scene.audits.list(scene.agent(), new fr.preau.kernel.CampaignId(9_999), AuditFilter.ALL, null),
                Problem.NotFound.class);
    }

    private static AuditList list(Principal by, AuditFilter filter, AuditId after) {
        return scene.audits.list(by, null, filter, after).orElseThrow();
    }
}
