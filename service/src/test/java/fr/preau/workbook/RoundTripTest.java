package fr.preau.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.audit.Cell;
import fr.preau.checklist.Party;
import fr.preau.checklist.Verdict;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.Actor;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A workbook goes out, is filled in and comes back: what is said of each cell, and what is written. */
class RoundTripTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final String COLLEGE = Scene.COLLEGE.value();
    private static final String SECOND = Scene.SECOND_COLLEGE.value();
    private static Desk desk;
    private static int round;
    private Principal agent;
    /** Another control each time, so that no test meets what another has saved. */
    private String control;

    @BeforeEach
    void stage() {
        if (desk == null) {
            desk = new Desk(DB);
        }
        agent = desk.scene.agent();
        List<Cell> cells =
                desk.scene.audits.view(agent, desk.scene.audit(Scene.COLLEGE)).cells();
        control = cells.get(round).control().value();
        round++;
    }

    @ParameterizedTest
    @CsvSource({"ODS, WHOLE", "ODS, THEMES", "XLSX, WHOLE", "XLSX, THEMES"})
    void comes_back_as_it_went_then_changed_and_applied(Format format, Shape shape) {
        desk.save(agent, Scene.SECOND_COLLEGE, control, Verdict.PARTIEL, "=1+1\n\t« déjà »");
        byte[] exported = desk.export(agent, format, shape);
        Report untouched = desk.read(agent, exported);
        assertThat(untouched.lines()).isZero();
        assertThat(untouched.reading().same()).isGreaterThan(100);
        assertThat(Edited.of(exported).comment(SECOND, control)).isEqualTo("=1+1\n\t« déjà »");

        byte[] filled = Edited.of(exported)
                .set(COLLEGE, control, "non conforme", "+33 : rien\nde fait ")
                .set(SECOND, control, "C", "")
                .sorted()
                .save(format);
        Report report = desk.read(agent, filled);
        assertThat(report.count(Finding.CHANGED)).isEqualTo(2).isEqualTo(report.lines());
        assertThat(desk.cell(agent, Scene.COLLEGE, control).answered())
                .as("nothing yet")
                .isFalse();
        Report applied = desk.apply(agent, report);
        assertThat(applied.came("WRITTEN")).isEqualTo(2);
        Cell cell = desk.cell(agent, Scene.COLLEGE, control);
        assertThat(cell.verdict()).isEqualTo(Verdict.NON_CONFORME);
        assertThat(cell.comment()).isEqualTo("+33 : rien\nde fait");
        assertThat(cell.authorName()).isEqualTo(agent.name());
        assertThat(cell.authorParty()).isEqualTo(Party.COLLECTIVITE);
        assertThat(desk.cell(agent, Scene.SECOND_COLLEGE, control).version()).isEqualTo(2);
        assertThat(desk.cell(agent, Scene.SECOND_COLLEGE, control).comment()).isNull();
        assertThat(desk.scene
                        .audits
                        .control(agent, desk.scene.audit(Scene.COLLEGE), Scene.control(control))
                        .history())
                .extracting(trace -> trace.action() + " " + trace.after("verdict") + " " + trace.text())
                .contains("workbook.applied NON_CONFORME +33 : rien\nde fait");
        assertThat(desk.read(agent, filled).lines()).as("the same file again").isZero();
    }

    @Test
    void shows_both_values_when_both_have_changed_and_writes_only_what_is_ticked() {
        byte[] exported = desk.export(agent, Format.ODS, Shape.WHOLE);
        Principal colleague = desk.scene.agent();
        desk.save(colleague, Scene.COLLEGE, control, Verdict.PARTIEL, "Entre-temps");
        desk.save(colleague, Scene.SECOND_COLLEGE, control, Verdict.PARTIEL, "Entre-temps");
        byte[] filled =
                Edited.of(exported).set(COLLEGE, control, "Conforme", "Le mien").save(Format.ODS);
        Report report = desk.read(agent, filled);
        assertThat(report.reading().moved()).as("changed there, untouched here").isEqualTo(1);
        Reading.Line line = report.page().items().get(0);
        assertThat(line.finding()).isEqualTo(Finding.STALE);
        assertThat(line.verdict()).isEqualTo(Verdict.CONFORME);
        assertThat(line.stored()).isEqualTo(Verdict.PARTIEL);
        assertThat(line.storedComment()).isEqualTo("Entre-temps");
        assertThat(line.storedBy()).isEqualTo(colleague.name());
        assertThat(line.chosen()).isFalse();
        refused("workbook.apply.none", () -> desk.apply(agent, report));
        desk.choose(agent, report, List.of(line.number()));
        assertThat(desk.apply(agent, report).came("WRITTEN")).isEqualTo(1);
        assertThat(desk.cell(agent, Scene.COLLEGE, control).comment()).isEqualTo("Le mien");
        refused("workbook.apply.twice", () -> desk.apply(agent, report));
    }

    @Test
    void leaves_what_changed_after_the_report_and_what_was_left_out() {
        byte[] exported = desk.export(agent, Format.XLSX, Shape.WHOLE);
        byte[] filled = Edited.of(exported)
                .set(COLLEGE, control, "Conforme", "")
                .set(SECOND, control, "Conforme", "")
                .set(Scene.THIRD_COLLEGE.value(), control, "Conforme", "")
                .save(Format.XLSX);
        Report report = desk.read(agent, filled);
        desk.save(agent, Scene.COLLEGE, control, Verdict.PARTIEL, "Après le compte rendu");
        desk.choose(
                agent,
                report,
                report.page().items().stream()
                        .filter(line -> !line.place().equals(SECOND))
                        .map(Reading.Line::number)
                        .toList());
        Report applied = desk.apply(agent, report);
        assertThat(applied.came("WRITTEN")).isEqualTo(1);
        assertThat(applied.came("STALE")).isEqualTo(1);
        assertThat(desk.cell(agent, Scene.COLLEGE, control).verdict()).isEqualTo(Verdict.PARTIEL);
        assertThat(desk.cell(agent, Scene.SECOND_COLLEGE, control).answered()).isFalse();
    }

    @Test
    void tells_what_cannot_be_written_cell_by_cell() {
        desk.save(agent, Scene.THIRD_COLLEGE, control, Verdict.PARTIEL, null);
        Edited edited = Edited.of(desk.export(agent, Format.ODS, Shape.WHOLE));
        edited.set(COLLEGE, control, "Peut-être", "");
        edited.set(SECOND, control, "Non applicable", " ");
        edited.set(Scene.THIRD_COLLEGE.value(), control, "", "");
        List<List<String>> rows = edited.tabs().get("Mesures");
        rows.add(List.of("8999999A", "Ailleurs", "", "", "", "Conforme"));
        rows.add(List.of(Scene.SCHOOL.value(), "Une école d’une autre collectivité", "", "", "", "Conforme"));
        rows.add(List.copyOf(rows.get(3)));
        edited.tabs().put("Autre", List.of(List.of(Layout.MARK + "999"), List.of("UAI", control + "\nx")));
        edited.tabs().put("Mes notes", List.of(List.of("à voir")));
        Report report = desk.read(agent, edited.save(Format.ODS));
        assertThat(report.page().items())
                .extracting(Reading.Line::finding)
                .containsExactlyInAnyOrder(
                        Finding.ILLEGAL,
                        Finding.NO_REASON,
                        Finding.ERASED,
                        Finding.UNKNOWN_SCHOOL,
                        Finding.UNKNOWN_SCHOOL,
                        Finding.TWICE,
                        Finding.FOREIGN_SHEET);
        assertThat(report.page().items()).extracting(Reading.Line::typed).contains("Peut-être");
        assertThat(report.page().items()).extracting(Reading.Line::schoolName).doesNotContain("École Le Grand-Pré");
        assertThat(report.wrong()).isEqualTo(7);
        edited.set(COLLEGE, control, "Conforme", "x".repeat(4001)).set(SECOND, control, "", "seul");
        Report again = desk.read(agent, edited.save(Format.ODS));
        assertThat(again.count(Finding.TEXT)).isEqualTo(1);
        assertThat(again.count(Finding.ILLEGAL)).isEqualTo(1);
    }

    @Test
    void leaves_a_submitted_audit_alone_whenever_it_was_submitted() {
        Principal town = desk.scene.townAgent();
        List<Cell> cells =
                desk.scene.audits.view(town, desk.scene.audit(Scene.SCHOOL)).cells();
        String first = cells.get(0).control().value();
        byte[] exported = desk.export(town, Format.ODS, Shape.WHOLE);
        byte[] filled = Edited.of(exported)
                .set(Scene.SCHOOL.value(), first, "Conforme", "")
                .save(Format.ODS);
        Report before = desk.read(town, filled);
        desk.scene.answerAll(town, desk.scene.audit(Scene.SCHOOL), Verdict.NON_CONFORME);
        desk.scene.reviews.submit(town, desk.scene.audit(Scene.SCHOOL));
        assertThat(desk.read(town, filled).count(Finding.LOCKED)).isEqualTo(1);
        assertThat(desk.apply(town, before).came("LOCKED")).isEqualTo(1);
        assertThat(desk.cell(town, Scene.SCHOOL, first).verdict()).isEqualTo(Verdict.NON_CONFORME);
    }

    @Test
    void opens_to_each_what_is_theirs_to_answer_and_shows_no_more() {
        Principal state = desk.scene.stateAgent();
        Cell own = cell(Party.ETAT);
        Cell others = cell(Party.COLLECTIVITE);
        desk.save(agent, Scene.COLLEGE, others.control().value(), Verdict.PARTIEL, "À la collectivité seule");
        Edited edited = Edited.of(desk.export(state, Format.ODS, Shape.WHOLE));
        assertThat(edited.comment(COLLEGE, others.control().value())).isEmpty();
        byte[] filled = edited.set(COLLEGE, own.control().value(), "Conforme", "")
                .set(COLLEGE, others.control().value(), "Conforme", "")
                .save(Format.ODS);
        Report report = desk.read(state, filled);
        assertThat(report.count(Finding.CHANGED)).isEqualTo(1);
        assertThat(report.count(Finding.LOCKED)).isEqualTo(1);
        desk.apply(state, report);
        assertThat(desk.cell(agent, Scene.COLLEGE, own.control().value()).authorParty())
                .isEqualTo(Party.ETAT);
        assertThat(desk.cell(agent, Scene.COLLEGE, others.control().value()).verdict())
                .isEqualTo(Verdict.PARTIEL);
    }

    @Test
    void refuses_a_file_that_is_not_ours_or_was_changed_where_it_must_not() {
        byte[] exported = desk.export(agent, Format.ODS, Shape.WHOLE);
        Edited changed = Edited.of(exported);
        List<String> line = changed.tabs().get(Layout.SEEN).get(2);
        line.set(1, line.get(1).replaceFirst("\\d+\\.", "7."));
        refused("workbook.file.signature", () -> desk.read(agent, changed.save(Format.ODS)));
        Edited without = Edited.of(exported);
        without.tabs().remove(Layout.SEEN);
        refused("workbook.file.notOurs", () -> desk.read(agent, without.save(Format.XLSX)));
        refused("workbook.file.unreadable", () -> desk.read(agent, "UAI;Réponse".getBytes()));
        refused("workbook.file.unreadable", () -> desk.read(agent, Books.zip("a.txt", "x")));
        refused(
                "workbook.file.otherCampaign",
                () -> desk.workbooks.imports().read(agent, other(), "classeur.ods", Books.file(exported)));
        refused(
                "problem.notFound",
                () -> desk.workbooks
                        .imports()
                        .read(desk.scene.reviewer(), desk.scene.campaign, "x.ods", Books.file(exported)));
    }

    @Test
    void keeps_a_report_to_who_has_read_it_in_for_seven_days() {
        byte[] filled = Edited.of(desk.export(agent, Format.ODS, Shape.WHOLE))
                .set(COLLEGE, control, "Conforme", "")
                .save(Format.ODS);
        Report report = desk.read(agent, filled);
        Principal colleague = desk.scene.agent();
        refused(
                "problem.notFound",
                () -> desk.report(colleague, report.reading().id()));
        refused("problem.notFound", () -> desk.apply(colleague, report));
        refused("problem.notFound", () -> desk.choose(colleague, report, List.of()));
        assertThat(rows(colleague)).isZero();
        assertThat(rows(agent)).isPositive();
        assertThat(rows(Actor.SYSTEM)).isZero();
        desk.scene.at("2026-12-01T09:00:00Z");
        try {
            desk.read(colleague, filled);
            refused(
                    "problem.notFound",
                    () -> desk.report(agent, report.reading().id()));
        } finally {
            desk.scene.at("2026-11-23T09:00:00Z");
        }
    }

    private static fr.preau.kernel.CampaignId other() {
        return desk.scene.campaign("Autre", java.time.LocalDate.of(2026, 11, 2), java.time.LocalDate.of(2027, 1, 29));
    }

    private Cell cell(Party party) {
        return desk.scene.audits.view(agent, desk.scene.audit(Scene.COLLEGE)).cells().stream()
                .filter(one -> one.party() == party)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private static long rows(Actor by) {
        return desk.scene.database.call(
                by,
                tx -> tx.createQuery("SELECT count(*) FROM workbook_line")
                        .mapTo(Long.class)
                        .one());
    }

    private static void refused(String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(
                                        refusal.problem() instanceof Problem.Invalid invalid
                                                ? invalid.violations()
                                                        .get(0)
                                                        .message()
                                                        .key()
                                                : refusal.problem().message().key())
                                .isEqualTo(key));
    }
}
