package fr.preau.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.audit.AuditState;
import fr.preau.audit.FigureReading;
import fr.preau.checklist.SchoolType;
import fr.preau.checklist.Verdict;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Uai;
import fr.preau.kernel.UnitId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every view of a unit in both readings, against the raw answers with the reviewers' values put in their place by hand. */
class ReadingViewsTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final List<Uai> VALIDATED = List.of(Scene.COLLEGE, Scene.SECOND_COLLEGE, Scene.SCHOOL);
    private static final List<Uai> SUBMITTED = List.of(Scene.CIO, Scene.FAR_SCHOOL);

    private static FigureStage stage;
    private static Scene scene;
    private static DashboardServices views;
    private static Principal everything;
    private static CampaignId before;
    private static CampaignId now;
    private static Map<FigureReading, RawAnswers> raw;

    @BeforeAll
    static void prepare() {
        stage = FigureStage.on(DB);
        scene = stage.scene();
        views = stage.views();
        everything = stage.everything();
        before = stage.before();
        now = stage.now();
        for (CampaignId campaign : List.of(before, now)) {
            contest(campaign);
            stage.state(campaign, AuditState.VALIDATED, VALIDATED.toArray(Uai[]::new));
            stage.state(campaign, AuditState.SUBMITTED, SUBMITTED.toArray(Uai[]::new));
        }
        RawAnswers declared = RawAnswers.of(DB.owner(), now);
        raw = Map.of(FigureReading.DECLARED, declared, FigureReading.REVIEWED, reviewed(declared, now));
    }

    /** Contests every fifth answer of every audit, the submitted ones too; and, in an earlier submission, every answer. */
    private static void contest(CampaignId campaign) {
        DB.owner().useHandle(owner -> {
            owner.execute("UPDATE audit SET round = 2 WHERE campaign = ?", campaign.value());
            owner.execute("""
                    INSERT INTO opinion (audit, round, control, kind, verdict, reason, version, author, at)
                    SELECT w.audit, r.round, w.control, 'CONTESTED',
                           CASE WHEN w.verdict = 'CONFORME' THEN 'NON_APPLICABLE' ELSE 'CONFORME' END, 'Vu', 1, ?, now()
                    FROM (SELECT x.audit, x.control, x.verdict, row_number() OVER (ORDER BY x.audit, x.control) AS place
                          FROM answer x WHERE x.campaign = ?) w
                    CROSS JOIN (VALUES (1), (2)) r (round)
                    WHERE r.round = 1 OR w.place % 5 = 0
                    """, everything.account().value(), campaign.value());
        });
    }

    private static RawAnswers reviewed(RawAnswers declared, CampaignId campaign) {
        List<Long> validated = VALIDATED.stream()
                .map(school -> scene.audit(campaign, school).value())
                .toList();
        Map<String, Verdict> given = DB.owner()
                .withHandle(owner -> owner.createQuery(
                                "SELECT audit || ' ' || control AS key, verdict FROM opinion WHERE round = 2 AND audit = ANY(:of)")
                        .bindArray("of", Long.class, validated)
                        .reduceRows(new HashMap<String, Verdict>(), (all, row) -> {
                            all.put(row.getColumn("key", String.class), row.getColumn("verdict", Verdict.class));
                            return all;
                        }));
        return new RawAnswers(declared.rows().stream()
                .map(row -> row.with(given.getOrDefault(row.audit() + " " + row.control(), row.verdict())))
                .toList());
    }

    @Test
    void differ_where_an_answer_is_contested() {
        for (UnitId unit : List.of(UnitId.NATION, Scene.ACADEMY, UnitId.department("35"), Scene.VALLEYS)) {
            UnitFigures declared = views.dashboards().unit(everything, wish(unit, FigureReading.DECLARED));
            UnitFigures reviewed = views.dashboards().unit(everything, wish(unit, FigureReading.REVIEWED));
            assertThat(reviewed.total()).isNotEqualTo(declared.total());
            assertThat(reviewed.total().asked()).isEqualTo(declared.total().asked());
            assertThat(reviewed.progress()).isEqualTo(declared.progress());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = FigureReading.class,
            names = {"DECLARED", "REVIEWED"})
    void are_each_the_sum_of_their_raw_answers(FigureReading reading) {
        RawAnswers all = raw.get(reading);
        splits(reading, UnitId.NATION, Split.ACADEMIES, all, row -> "academie-" + row.academy());
        splits(reading, UnitId.NATION, Split.TYPES, all, row -> row.schoolType().name());
        splits(
                reading,
                UnitId.department("35"),
                Split.COLLECTIVITIES,
                all.keep(row -> row.department().equals("35")),
                row -> row.collectivity() == null ? "" : "collectivite-" + row.collectivity());
        RawAnswers rendered = all.rendered();
        UnitFigures nation = views.dashboards().unit(everything, wish(UnitId.NATION, reading));
        close(nation.total().conformity(), rendered.conformity());
        close(nation.base().conformity(), rendered.keep(row -> row.level() == 1).conformity());
        nation.children()
                .forEach(child -> close(
                        child.figures().conformity(),
                        rendered.keep(row -> child.unit() != null
                                        && row.academy().equals(child.unit().code()))
                                .conformity()));
        UnitFigures department = views.dashboards().unit(everything, wish(UnitId.department("35"), reading));
        assertThat(department.children()).hasSizeGreaterThan(1);
        department.children().forEach(child -> {
            RawAnswers here = all.keep(row -> row.department().equals("35")
                    && Objects.equals(
                            row.collectivity(),
                            child.unit() == null ? null : child.unit().code()));
            close(child.figures().conformity(), here.rendered().conformity());
            close(child.progress(), here.coverage());
        });
        Narrowing narrow = new Narrowing(SchoolType.COLLEGE, 1, "SAU", null, reading);
        close(
                views.dashboards()
                        .unit(everything, new Tables.Wish(Scene.VALLEYS, now, narrow))
                        .total()
                        .conformity(),
                rendered.keep(row -> Scene.VALLEYS.code().equals(row.collectivity())
                                && row.schoolType() == SchoolType.COLLEGE
                                && row.level() == 1
                                && row.theme().equals("SAU"))
                        .conformity());
    }

    private static void splits(
            FigureReading reading, UnitId unit, Split split, RawAnswers rows, Function<RawAnswers.Row, String> key) {
        Heat heat = views.tables().heat(everything, wish(unit, reading), split.name());
        assertThat(heat.lines()).isNotEmpty();
        for (Line line : heat.lines()) {
            RawAnswers here = rows.rendered().keep(row -> key.apply(row).equals(line.key()));
            close(line.figures().conformity(), here.conformity());
            for (Verdict verdict : Verdict.values()) {
                assertThat(line.figures().counts()).containsEntry(verdict.name(), here.count(verdict));
            }
            heat.themes()
                    .forEach(theme -> close(
                            line.theme(theme.code()).conformity(),
                            here.keep(row -> row.theme().equals(theme.code())).conformity()));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = FigureReading.class,
            names = {"DECLARED", "REVIEWED"})
    void lead_each_to_the_schools_that_they_count(FigureReading reading) {
        RawAnswers rendered = raw.get(reading).rendered();
        Missed missed = views.tables().controls(everything, wish(UnitId.NATION, reading));
        for (ControlSum sum : missed.controls().subList(0, 6)) {
            String code = sum.control().value();
            for (Verdict verdict : Verdict.values()) {
                long counted = rendered.keep(row -> row.control().equals(code)).count(verdict);
                assertThat(sum.figures().counts()).containsEntry(verdict.name(), counted);
                assertThat(listed(SchoolFilter.of("", "", code, verdict.name(), "")
                                .in(reading)))
                        .hasSize((int) counted);
            }
        }
        Distribution spread = views.panels().distribution(everything, wish(UnitId.NATION, reading));
        List<Double> own = rendered.rows().stream()
                .map(RawAnswers.Row::audit)
                .distinct()
                .map(audit -> rendered.keep(row -> row.audit() == audit).conformity())
                .sorted()
                .toList();
        assertThat(spread.whole().median()).isCloseTo(own.get(2), within(1e-9));
        for (int band = 0; band < Spread.BANDS; band++) {
            List<SchoolLine> here = listed(
                    SchoolFilter.of("", "", "", "", Integer.toString(band)).in(reading));
            assertThat(here).hasSize(spread.whole().bands().get(band).intValue());
            here.forEach(line -> close(
                    line.figures().conformity(),
                    rendered.keep(row -> row.audit() == line.id().value()).conformity()));
        }
        Trend trend = views.panels().trend(everything, wish(UnitId.NATION, reading));
        RawAnswers past = RawAnswers.of(DB.owner(), before);
        RawAnswers old = reading == FigureReading.DECLARED ? past : reviewed(past, before);
        assertThat(trend.points()).hasSize(2);
        close(trend.points().get(0).panel().conformity(), old.rendered().conformity());
        close(trend.points().get(1).panel().conformity(), rendered.conformity());
        close(
                trend.points().get(1).panelBase(),
                rendered.keep(row -> row.level() == 1).conformity());
    }

    @Test
    void stay_in_every_address_that_a_number_leads_to() {
        Narrowing reviewed = new Narrowing(SchoolType.COLLEGE, 1, "SAU", null, FigureReading.REVIEWED);
        assertThat(reviewed.query()).isEqualTo("&type=COLLEGE&niveau=1&theme=SAU&lecture=REVIEWED");
        assertThat(reviewed.ofSchools().query()).isEqualTo("&type=COLLEGE&lecture=REVIEWED");
        assertThat(SchoolFilter.of("", "", "", "", "2")
                        .in(FigureReading.REVIEWED)
                        .query())
                .isEqualTo("&etat=RENDUS&tranche=2&lecture=REVIEWED");
        Asked asked = new Asked();
        asked.reading = "DRAFT";
        assertThat(asked.narrowing().reading())
                .as("a draft is its audit's alone")
                .isEqualTo(FigureReading.DECLARED);
    }

    private static List<SchoolLine> listed(SchoolFilter filter) {
        return stage.listed(everything, filter);
    }

    private static Tables.Wish wish(UnitId unit, FigureReading reading) {
        return new Tables.Wish(unit, now, Narrowing.NONE.in(reading));
    }

    private static void close(Double one, Double other) {
        if (other == null) {
            assertThat(one).isNull();
            return;
        }
        assertThat(one).isCloseTo(other, within(1e-9));
    }
}
