package fr.preau.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.audit.NewAnswer;
import fr.preau.checklist.Verdict;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Last time's answers in a workbook: shown « à confirmer », written where a person has confirmed them and nowhere else. */
class LastAnswersInWorkbookTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final String UAI = Scene.COLLEGE.value();

    private static Desk desk;
    private static Principal agent;

    @BeforeAll
    static void lastYear() {
        desk = new Desk(DB);
        Scene scene = desk.scene;
        CampaignId before = scene.campaign("2025–2026", LocalDate.of(2025, 11, 3), LocalDate.of(2026, 1, 30));
        scene.at("2025-12-01T09:00:00Z");
        agent = scene.agent();
        AuditId then = scene.audit(before, Scene.COLLEGE);
        for (String control : new String[] {"SAU-01", "SAU-02", "SAU-03"}) {
            NewAnswer answer = new NewAnswer(Verdict.PARTIEL, "Deux salles sur trois.");
            scene.answers.save(agent, then, Scene.control(control), 0, answer);
        }
        scene.answers.save(
                agent, then, Scene.control("ACC-03"), 0, new NewAnswer(Verdict.NON_APPLICABLE, "Sans objet."));
        scene.at("2026-11-23T09:00:00Z");
        agent = scene.principal(agent.account());
    }

    @Test
    void shows_them_and_writes_what_is_confirmed_alone() {
        for (Format format : Format.values()) {
            Edited taken = Edited.of(desk.export(agent, format, Shape.WHOLE));
            assertThat(taken.answer(UAI, "ACC-03")).isEqualTo("Non applicable (à confirmer)");
            assertThat(taken.comment(UAI, "ACC-03")).isEqualTo("Sans objet.");
            assertThat(taken.answer(Scene.SECOND_COLLEGE.value(), "ACC-03")).isEmpty();
            Report untouched = desk.read(agent, taken.save(format));
            assertThat(untouched.lines()).isZero();
            assertThat(untouched.reading().moved()).isZero();
        }
        Edited filled = Edited.of(desk.export(agent, Format.ODS, Shape.WHOLE))
                .set(UAI, "ACC-03", "Non applicable", "Sans objet.")
                .set(UAI, "SAU-01", "Partiel (à confirmer)", "Trois salles sur trois.")
                .set(UAI, "SAU-03", "", "");
        Report report = desk.read(agent, filled.save(Format.ODS));
        assertThat(report.page().items())
                .extracting(line -> line.control() + " " + line.finding())
                .containsExactlyInAnyOrder("ACC-03 CHANGED", "SAU-01 ILLEGAL");
        desk.apply(agent, report);
        assertThat(desk.cell(agent, Scene.COLLEGE, "ACC-03").verdict()).isEqualTo(Verdict.NON_APPLICABLE);
        assertThat(desk.cell(agent, Scene.COLLEGE, "ACC-03").comment()).isEqualTo("Sans objet.");
        assertThat(desk.cell(agent, Scene.COLLEGE, "SAU-01").verdict()).isNull();
        assertThat(desk.cell(agent, Scene.COLLEGE, "SAU-03").verdict()).isNull();
    }

    @Test
    void leaves_what_somebody_has_answered_since() {
        byte[] taken = desk.export(agent, Format.XLSX, Shape.THEMES);
        desk.save(agent, Scene.COLLEGE, "SAU-02", Verdict.CONFORME, "Fait en octobre.");
        Report left = desk.read(agent, Edited.of(taken).save(Format.XLSX));
        assertThat(left.lines()).isZero();
        assertThat(left.reading().moved()).isEqualTo(1);
        byte[] confirmed = Edited.of(taken)
                .set(UAI, "SAU-02", "Partiel", "Deux salles sur trois.")
                .save(Format.XLSX);
        assertThat(desk.read(agent, confirmed).page().items())
                .extracting(Reading.Line::finding)
                .containsExactly(Finding.STALE);
    }

    @Test
    void holds_one_theme_when_one_is_asked_for() {
        Selection one = new Selection(desk.scene.campaign.value(), "", "", "", "", "SAU");
        Edited taken = Edited.of(desk.export(agent, one, Format.ODS, Shape.WHOLE));
        assertThat(taken.answer(UAI, "SAU-01")).isNotNull();
        assertThat(taken.tabs().get("Mesures").get(1)).noneMatch(head -> head.startsWith("ACC-"));
        assertThat(desk.read(agent, taken.save(Format.ODS)).lines()).isZero();
    }
}
