package fr.preau.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.Scene;
import fr.preau.access.Grant;
import fr.preau.access.Perimeter;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.checklist.SchoolType;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import java.util.List;
import org.jdbi.v3.core.statement.Query;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the views of a unit show to whom: small groups from afar, schools by their answers. */
class ViewsSightTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static FigureStage stage;
    private static Scene scene;
    private static DashboardServices views;
    private static CampaignId now;

    @BeforeAll
    static void prepare() {
        stage = FigureStage.rendered(DB);
        scene = stage.scene();
        views = stage.views();
        now = stage.now();
    }

    @Test
    void shows_no_group_of_fewer_than_five_schools_to_who_sees_it_from_afar() {
        Principal ministry = scene.nationalReader();
        Heat nation = views.tables().heat(ministry, wish(UnitId.NATION, Narrowing.NONE), "");
        assertThat(nation.whole().figures().conformity()).isNotNull();
        assertThat(nation.lines())
                .as("one school in Nantes would be the difference with Rennes")
                .allMatch(Line::hidden);
        assertThat(views.dashboards()
                        .view(ministry, wish(Scene.TOWN, Narrowing.NONE))
                        .figures())
                .isNull();
        assertThat(views.dashboards()
                        .view(ministry, wish(Scene.TOWN, Narrowing.NONE))
                        .hidden())
                .isTrue();
        assertThatThrownBy(() -> views.dashboards().unit(ministry, wish(Scene.OTHER_ACADEMY, Narrowing.NONE)))
                .isInstanceOf(Refusal.class);
        Narrowing few = new Narrowing(SchoolType.CIO, null, null, null);
        assertThat(views.dashboards().view(ministry, wish(UnitId.NATION, few)).figures())
                .isNull();
        assertThat(views.tables()
                        .controls(ministry, wish(Scene.VALLEYS, Narrowing.NONE))
                        .controls())
                .isEmpty();
        Distribution spread = views.panels().distribution(ministry, wish(UnitId.NATION, Narrowing.NONE));
        assertThat(spread.whole().median()).isNotNull();
        assertThat(spread.types())
                .allSatisfy(type -> assertThat(type.quantiles()).isEmpty());
        TrendPoint last = views.panels()
                .trend(ministry, wish(UnitId.NATION, Narrowing.NONE))
                .points()
                .get(1);
        assertThat(last.rendered().conformity()).isNotNull();
        assertThat(last.panel().conformity()).isNull();
        assertThat(last.entered().conformity()).isNull();
        assertThat(last.left().conformity()).isNull();
        assertThatThrownBy(() -> stage.listed(ministry, SchoolFilter.ALL)).isInstanceOf(Refusal.class);
        Principal agent = scene.townAgent();
        assertThat(views.tables()
                        .heat(agent, wish(Scene.TOWN, Narrowing.NONE), "")
                        .lines())
                .noneMatch(Line::hidden);
    }

    @Test
    void lists_schools_by_their_answers_for_who_may_read_these_alone() {
        Principal reader = scene.person("Lectrice de Rennes", Scene.ACADEMY, new Grant(Role.READER, Scene.ACADEMY));
        Principal reviewer = scene.reviewer();
        SchoolFilter filter = SchoolFilter.of("", "", "SAU-02", "", "");
        Tables.Wish here = wish(Scene.ACADEMY, Narrowing.NONE);
        assertThat(views.tables().controls(reader, here).answers()).isFalse();
        assertThat(views.dashboards().schools(reader, here, filter, null).page().items())
                .isEmpty();
        assertThat(views.dashboards()
                        .schools(reader, here, SchoolFilter.ALL, null)
                        .page()
                        .items())
                .hasSize(6);
        assertThat(views.tables().controls(reviewer, here).answers()).isTrue();
        assertThat(views.dashboards()
                        .schools(reviewer, here, filter, null)
                        .page()
                        .items())
                .hasSize(4);
    }

    /** Sums of collectivities run with the owner's rights: asked for everything, they give the person's units alone. */
    @Test
    void counts_of_collectivities_what_lies_in_the_persons_units_alone() {
        String answers = "sum((SELECT count(*) FROM answer w WHERE w.campaign = a.campaign AND w.audit = a.id))";
        for (UnitId unit : List.of(
                UnitId.NATION,
                UnitId.region("53"),
                Scene.ACADEMY,
                UnitId.department("44"),
                Scene.VALLEYS,
                Scene.TOWN)) {
            for (Role role : Role.values()) {
                if (role.fits(unit.kind())) {
                    Principal person = scene.person(role + " " + unit, unit, new Grant(role, unit));
                    assertThat(counted(person, "counted_states", "sum(audits)"))
                            .as(person.name())
                            .isPositive()
                            .isEqualTo(inSight(person, "count(*)"));
                    assertThat(counted(person, "counted_figures", "sum(answered)"))
                            .isEqualTo(inSight(person, answers));
                    assertThat(totalled(person)).isEqualTo(inSight(person, answers));
                }
            }
        }
        assertThat(counted(scene.head(), "counted_states", "sum(audits)")).isZero();
        assertThat(counted(scene.person("Sans droit", Scene.TOWN), "counted_figures", "sum(answered)"))
                .isZero();
    }

    private static long counted(Principal person, String function, String sum) {
        String all = "SELECT COALESCE(%s, 0) FROM %s(:of, ARRAY(SELECT code FROM collectivity), NULL)";
        return scene.database.figures(person, tx -> number(tx.createQuery(all.formatted(sum, function))));
    }

    /** The kept sums of all departments. */
    private static long totalled(Principal person) {
        return scene.database.figures(person, tx -> number(tx.createQuery("""
                SELECT COALESCE(sum(t.answered), 0)
                FROM department d CROSS JOIN LATERAL counted_totals(:of, NULL, d.code, 'DECLARED') t
                WHERE t.unit IS NOT NULL
                """)));
    }

    private static long inSight(Principal person, String sum) {
        String own = "SELECT COALESCE(%s, 0) FROM audit a WHERE a.campaign = :of AND a.collectivity IS NOT NULL"
                + " AND (:p.nation OR a.region = ANY(:p.regions) OR a.academy = ANY(:p.academies)"
                + " OR a.department = ANY(:p.departments) OR a.collectivity = ANY(:p.collectivities))";
        Perimeter units = person.perimeter(Role.values());
        return DB.owner()
                .withHandle(tx -> number(tx.createQuery(own.formatted(sum)).bindMethods("p", units)));
    }

    private static long number(Query query) {
        return query.bind("of", now).mapTo(Long.class).one();
    }

    @Test
    void hides_no_group_alone() {
        assertThat(SmallGroups.hidden(List.of(40L, 3L, 20L))).containsExactlyInAnyOrder(1, 2);
        assertThat(SmallGroups.hidden(List.of(40L, 3L, 2L, 20L))).containsExactlyInAnyOrder(1, 2);
        assertThat(SmallGroups.hidden(List.of(40L, 0L, 5L))).isEmpty();
        assertThat(SmallGroups.hidden(List.of(4L))).containsExactly(0);
    }

    private static Tables.Wish wish(UnitId unit, Narrowing narrowing) {
        return stage.wish(unit, narrowing);
    }
}
