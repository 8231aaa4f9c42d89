package fr.preau.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.audit.Figures;
import fr.preau.checklist.Party;
import fr.preau.checklist.SchoolType;
import fr.preau.checklist.Verdict;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Uai;
import fr.preau.kernel.UnitId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The views of a unit, number by number against the raw answers, on the real database. */
class ViewsTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final UnitId DEPARTMENT = UnitId.department("35");
    private static final int RENDERED = 5;

    private static FigureStage stage;
    private static Scene scene;
    private static DashboardServices views;
    private static Principal everything;
    private static CampaignId before;
    private static CampaignId now;
    private static RawAnswers raw;

    @BeforeAll
    static void prepare() {
        stage = FigureStage.rendered(DB);
        scene = stage.scene();
        views = stage.views();
        everything = stage.everything();
        before = stage.before();
        now = stage.now();
        raw = RawAnswers.of(DB.owner(), now);
    }

    @Test
    void splits_a_unit_into_lines_as_recomputed_from_the_raw_answers() {
        splits(UnitId.NATION, Split.REGIONS, row -> "region-" + row.region());
        splits(UnitId.NATION, Split.ACADEMIES, row -> "academie-" + row.academy());
        splits(UnitId.NATION, Split.DEPARTMENTS, row -> "departement-" + row.department());
        splits(UnitId.NATION, Split.TYPES, row -> row.schoolType().name());
        RawAnswers all = raw;
        raw = all.keep(row -> row.department().equals("35"));
        splits(
                DEPARTMENT,
                Split.COLLECTIVITIES,
                row -> row.collectivity() == null ? "" : "collectivite-" + row.collectivity());
        raw = all.keep(row -> Scene.VALLEYS.code().equals(row.collectivity()));
        splits(Scene.VALLEYS, Split.TYPES, row -> row.schoolType().name());
        raw = all;
    }

    private static void splits(UnitId unit, Split split, Function<RawAnswers.Row, String> key) {
        Heat heat = views.tables().heat(everything, wish(unit, Narrowing.NONE), split.name());
        Set<String> keys = raw.rows().stream().map(key).collect(Collectors.toSet());
        assertThat(heat.lines()).extracting(Line::key).containsExactlyInAnyOrderElementsOf(keys);
        for (Line line : heat.lines()) {
            RawAnswers here = raw.keep(row -> key.apply(row).equals(line.key()));
            assertThat(line.progress()).isCloseTo(here.coverage(), within(1e-9));
            assertThat(line.expected()).isEqualTo(audits(here));
            assertThat(line.rendered()).isEqualTo(audits(here.rendered()));
            same(line.figures(), here.rendered());
            close(line.base(), here.rendered().keep(row -> row.level() == 1).conformity());
            heat.themes()
                    .forEach(theme -> same(
                            line.theme(theme.code()),
                            here.rendered().keep(row -> row.theme().equals(theme.code()))));
        }
        same(heat.whole().figures(), raw.rendered());
    }

    @Test
    void narrows_every_figure_by_type_level_theme_and_party() {
        for (UnitId unit : List.of(UnitId.NATION, Scene.VALLEYS)) {
            RawAnswers here = unit.equals(UnitId.NATION)
                    ? raw
                    : raw.keep(row -> unit.code().equals(row.collectivity()));
            narrowed(
                    unit,
                    new Narrowing(SchoolType.COLLEGE, null, null, null),
                    here.keep(row -> row.schoolType() == SchoolType.COLLEGE));
            narrowed(unit, new Narrowing(null, 2, null, null), here.keep(row -> row.level() == 2));
            narrowed(
                    unit,
                    new Narrowing(null, null, "SAU", null),
                    here.keep(row -> row.theme().equals("SAU")));
            narrowed(unit, new Narrowing(null, null, null, Party.ETAT), here.keep(row -> row.party() == Party.ETAT));
            narrowed(
                    unit,
                    new Narrowing(SchoolType.COLLEGE, 1, "SAU", Party.COLLECTIVITE),
                    here.keep(row -> row.schoolType() == SchoolType.COLLEGE
                            && row.level() == 1
                            && row.theme().equals("SAU")
                            && row.party() == Party.COLLECTIVITE));
        }
    }

    private static void narrowed(UnitId unit, Narrowing narrowing, RawAnswers here) {
        UnitFigures figures = Objects.requireNonNull(
                views.dashboards().view(everything, wish(unit, narrowing)).figures());
        same(figures.total(), here.rendered());
        close(figures.progress(), here.coverage());
    }

    @Test
    void counts_each_control_and_leads_to_the_very_schools_that_it_counts() {
        Missed missed = views.tables().controls(everything, wish(UnitId.NATION, Narrowing.NONE));
        assertThat(missed.controls()).hasSize((int)
                raw.rows().stream().map(RawAnswers.Row::control).distinct().count());
        assertThat(missed.answers()).isTrue();
        Double last = 1.0;
        for (ControlSum sum : missed.controls()) {
            same(
                    sum.figures(),
                    raw.rendered()
                            .keep(row -> row.control().equals(sum.control().value())));
            Double share = sum.missedShare();
            assertThat(share == null ? 0 : share).as("the least held first").isLessThanOrEqualTo(last);
            last = share == null ? last : share;
        }
        ControlSum sum = missed.controls().get(0);
        String code = sum.control().value();
        assertThat(listed(everything, SchoolFilter.of("", "", code, SchoolFilter.MISSED, "")))
                .hasSize((int) sum.missed());
        for (Verdict verdict : Verdict.values()) {
            assertThat(listed(everything, SchoolFilter.of("", "", code, verdict.name(), "")))
                    .hasSize(sum.figures().counts().get(verdict.name()).intValue());
        }
        assertThat(listed(everything, SchoolFilter.of("", SchoolFilter.RENDERED, "", "", "")))
                .hasSize(RENDERED);
        assertThat(listed(everything, SchoolFilter.of("", "SENT_BACK", "", "", "")))
                .containsExactly("Collège L’Œuvre-d’Été");
        ControlParts parts = views.tables().control(everything, wish(DEPARTMENT, Narrowing.NONE), sum.control(), "");
        for (Line line : parts.lines()) {
            String unit = line.unit() == null ? null : line.unit().code();
            same(
                    line.figures(),
                    raw.rendered()
                            .keep(row -> row.control().equals(code)
                                    && row.department().equals("35")
                                    && Objects.equals(row.collectivity(), unit)));
        }
    }

    @Test
    void spreads_rendered_audits_by_their_own_conformity() {
        Distribution all = views.panels().distribution(everything, wish(UnitId.NATION, Narrowing.NONE));
        List<Double> own = own(raw.rendered());
        assertThat(all.whole().audits()).isEqualTo(RENDERED);
        assertThat(all.whole().expected()).isEqualTo(expected(now));
        close(all.whole().coverage(), raw.rendered().coverage());
        assertThat(all.types().stream().mapToLong(Spread::expected).sum()).isLessThanOrEqualTo(expected(now));
        assertThat(all.whole().median()).isCloseTo(own.get(2), within(1e-9));
        assertThat(all.whole().quantile(1)).isCloseTo(own.get(1), within(1e-9));
        assertThat(all.whole().quantile(0)).isCloseTo(own.get(0) + (own.get(1) - own.get(0)) * 0.2, within(1e-9));
        for (int band = 0; band < 5; band++) {
            double least = band * 0.2;
            double below = band == 4 ? 2 : least + 0.2;
            assertThat(all.whole().bands().get(band))
                    .isEqualTo(own.stream()
                            .filter(one -> one >= least && one < below)
                            .count());
            assertThat(listed(everything, SchoolFilter.of("", "", "", "", Integer.toString(band))))
                    .hasSize(all.whole().bands().get(band).intValue());
        }
        Distribution base =
                views.panels().distribution(everything, wish(UnitId.NATION, new Narrowing(null, 1, null, null)));
        assertThat(base.whole().median())
                .isCloseTo(own(raw.rendered().keep(row -> row.level() == 1)).get(2), within(1e-9));
    }

    @Test
    void follows_the_same_schools_and_tells_apart_who_entered_and_who_left() {
        Trend trend = views.panels().trend(everything, wish(UnitId.NATION, Narrowing.NONE));
        assertThat(trend.points()).extracting(TrendPoint::name).containsExactly("2025–2026", "Vues");
        TrendPoint first = trend.points().get(0);
        TrendPoint second = trend.points().get(1);
        assertThat(first.rendered().schools()).isEqualTo(4);
        assertThat(first.entered()).isNull();
        assertThat(trend.panel()).isEqualTo(3);
        assertThat(second.entered().schools()).isEqualTo(2);
        assertThat(second.left().schools()).isEqualTo(1);
        RawAnswers old = RawAnswers.of(DB.owner(), before);
        close(first.panel().conformity(), of(old, before, Scene.COLLEGE, Scene.SECOND_COLLEGE, Scene.SCHOOL));
        close(second.panel().conformity(), of(raw, now, Scene.COLLEGE, Scene.SECOND_COLLEGE, Scene.SCHOOL));
        close(second.entered().conformity(), of(raw, now, Scene.CIO, Scene.FAR_SCHOOL));
        assertThat(second.expected()).isEqualTo(expected(now));
        close(second.rendered().coverage(), raw.rendered().coverage());
        close(
                second.panel().coverage(),
                raw.keep(row -> ids(now, Scene.COLLEGE, Scene.SECOND_COLLEGE, Scene.SCHOOL)
                                .contains(row.audit()))
                        .coverage());
        close(second.left().conformity(), of(old, before, Scene.THIRD_COLLEGE));
        assertThat(trend.drawn()).isTrue();
        assertThat(Curve.of(trend).lines())
                .allSatisfy(line -> assertThat(line.dots()).hasSize(2));
    }

    @Test
    void compares_two_to_six_lines_with_the_whole() {
        assertThat(versus(UnitId.NATION, List.of()).refused()).isFalse();
        assertThat(versus(UnitId.NATION, List.of("academie-14")).refused()).isTrue();
        Versus both = versus(UnitId.NATION, List.of("academie-14", "academie-17", "academie-99"));
        assertThat(both.chosen()).extracting(Line::key).containsExactly("academie-17", "academie-14");
        assertThat(Strips.of(both).strips()).hasSize(both.heat().themes().size() + 1);
        assertThat(both.sheet().rows()).hasSize(3);
        Heat heat = views.tables().heat(everything, wish(UnitId.NATION, Narrowing.NONE), "");
        assertThat(both.chosen()).as("the same figures").isEqualTo(heat.lines());
        assertThat(versus(DEPARTMENT, List.of()).candidates())
                .as("too few schools each")
                .isEmpty();
    }

    private static Versus versus(UnitId unit, List<String> asked) {
        return views.tables().versus(everything, wish(unit, Narrowing.NONE), "", asked);
    }

    private static List<String> listed(Principal principal, SchoolFilter filter) {
        return stage.listed(principal, filter).stream()
                .map(SchoolLine::schoolName)
                .toList();
    }

    private static Tables.Wish wish(UnitId unit, Narrowing narrowing) {
        return stage.wish(unit, narrowing);
    }

    private static Double of(RawAnswers rows, CampaignId campaign, Uai... schools) {
        List<Long> ids = ids(campaign, schools);
        return rows.keep(row -> ids.contains(row.audit())).conformity();
    }

    private static List<Long> ids(CampaignId campaign, Uai... schools) {
        List<Long> ids = new ArrayList<>();
        for (Uai school : schools) {
            ids.add(scene.audit(campaign, school).value());
        }
        return ids;
    }

    private static long expected(CampaignId campaign) {
        return DB.owner()
                .withHandle(owner -> owner.createQuery(
                                "SELECT count(*) FROM audit WHERE campaign = :campaign AND state <> 'REMOVED'")
                        .bind("campaign", campaign.value())
                        .mapTo(Long.class)
                        .one());
    }

    private static List<Double> own(RawAnswers rows) {
        return rows.rows().stream()
                .map(RawAnswers.Row::audit)
                .distinct()
                .map(audit -> rows.keep(row -> row.audit() == audit).conformity())
                .sorted()
                .toList();
    }

    private static long audits(RawAnswers rows) {
        return rows.rows().stream().map(RawAnswers.Row::audit).distinct().count();
    }

    private static void same(Figures figures, RawAnswers rows) {
        assertThat(figures.asked()).isEqualTo(rows.rows().size());
        assertThat(figures.conforming()).isEqualTo(rows.count(Verdict.CONFORME));
        assertThat(figures.partial()).isEqualTo(rows.count(Verdict.PARTIEL));
        assertThat(figures.failing()).isEqualTo(rows.count(Verdict.NON_CONFORME));
        assertThat(figures.inapplicable()).isEqualTo(rows.count(Verdict.NON_APPLICABLE));
        assertThat(figures.unknown()).isEqualTo(rows.count(Verdict.NE_SAIT_PAS));
        close(figures.conformity(), rows.conformity());
    }

    private static void close(Double one, Double other) {
        if (other == null) {
            assertThat(one).isNull();
            return;
        }
        assertThat(one).isCloseTo(other, within(1e-9));
    }
}
