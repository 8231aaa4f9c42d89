package fr.preau.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fr.preau.Scene;
import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.audit.AuditState;
import fr.preau.audit.Figures;
import fr.preau.checklist.Verdict;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The use case « read the figures of a unit », rule by rule, on the real database. */
class DashboardsTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final UnitId DEPARTMENT = UnitId.department("35");
    private static final UnitId REGION = UnitId.region("53");

    private static Scene scene;
    private static Dashboards dashboards;
    private static Principal everything;
    private static PlantedAnswers planted;

    @BeforeAll
    static void stage() {
        scene = new Scene(DB);
        dashboards = new Dashboards(
                scene.database, scene.checklists, new SchoolLists(scene.database, scene.audits, scene.clock));
        everything = scene.person("Tout voir", UnitId.NATION, Scene.everything().toArray(Grant[]::new));
        planted = new PlantedAnswers(scene, DB.owner(), everything.account());
    }

    @Test
    void gives_every_unit_the_figures_recomputed_from_the_raw_answers() {
        CampaignId campaign = campaign("Recalcul");
        Random dice = new Random(7);
        planted.scatter(campaign, dice);
        planted.state(campaign, Scene.COLLEGE, AuditState.SUBMITTED);
        planted.state(campaign, Scene.SECOND_COLLEGE, AuditState.VALIDATED);
        planted.state(campaign, Scene.THIRD_COLLEGE, AuditState.SENT_BACK);
        planted.state(campaign, Scene.SCHOOL, AuditState.SUBMITTED);
        planted.state(campaign, Scene.OTHER_SCHOOL, AuditState.REMOVED);
        planted.state(campaign, Scene.FAR_SCHOOL, AuditState.VALIDATED);
        RawAnswers raw = RawAnswers.of(DB.owner(), campaign);
        Map<UnitId, Predicate<RawAnswers.Row>> units = Map.of(
                UnitId.NATION,
                row -> true,
                REGION,
                row -> row.academy().equals("14"),
                Scene.ACADEMY,
                row -> row.academy().equals("14"),
                DEPARTMENT,
                row -> row.department().equals("35"),
                Scene.VALLEYS,
                row -> Scene.VALLEYS.code().equals(row.collectivity()),
                Scene.TOWN,
                row -> Scene.TOWN.code().equals(row.collectivity()),
                Scene.FAR_TOWN,
                row -> Scene.FAR_TOWN.code().equals(row.collectivity()));
        units.forEach((unit, inside) -> {
            UnitFigures figures = dashboards.unit(everything, wish(unit, campaign));
            RawAnswers here = raw.keep(inside);
            assertThat(figures.progress()).isCloseTo(here.coverage(), within(1e-9));
            same(figures.total(), here.rendered());
            same(figures.base(), here.rendered().keep(row -> row.level() == 1));
            assertThat(figures.themes())
                    .isNotEmpty()
                    .allSatisfy(theme -> same(
                            theme.figures(),
                            here.rendered().keep(row -> row.theme().equals(theme.code()))));
        });
        assertThat(dashboards.unit(everything, wish(UnitId.NATION, campaign)).expected())
                .as("the removed one is not expected")
                .isEqualTo(6);
    }

    @Test
    void lists_the_units_below_with_their_own_figures() {
        CampaignId campaign = campaign("Enfants");
        planted.scatter(campaign, new Random(11));
        planted.state(campaign, Scene.COLLEGE, AuditState.SUBMITTED);
        planted.state(campaign, Scene.CIO, AuditState.SUBMITTED);
        RawAnswers raw = RawAnswers.of(DB.owner(), campaign);
        UnitFigures department = dashboards.unit(everything, wish(DEPARTMENT, campaign));
        assertThat(department.children())
                .extracting(ChildFigures::name)
                .containsExactly("Cormerel", "Département des Trois-Vallées", "Montrelay", null);
        for (ChildFigures child : department.children()) {
            String code = child.unit() == null ? null : child.unit().code();
            RawAnswers here =
                    raw.keep(row -> row.department().equals("35") && Objects.equals(row.collectivity(), code));
            assertThat(child.progress()).isCloseTo(here.coverage(), within(1e-9));
            same(child.figures(), here.rendered());
        }
        assertThat(dashboards.unit(everything, wish(UnitId.NATION, campaign)).children())
                .extracting(ChildFigures::unit)
                .containsExactly(Scene.OTHER_ACADEMY, Scene.ACADEMY);
        assertThat(dashboards.unit(everything, wish(Scene.ACADEMY, campaign)).children())
                .extracting(ChildFigures::unit)
                .containsExactly(DEPARTMENT);
        assertThat(dashboards.unit(everything, wish(Scene.VALLEYS, campaign)).children())
                .isEmpty();
    }

    @Test
    void shows_progress_only_while_nothing_is_rendered() {
        CampaignId campaign = campaign("Rien de rendu");
        UnitFigures untouched = dashboards.unit(scene.agent(), wish(Scene.VALLEYS, campaign));
        assertThat(untouched.progress()).isZero();
        assertThat(untouched.rendered()).isZero();
        assertThat(untouched.expected()).isEqualTo(3);
        planted.scatter(campaign, new Random(3));
        UnitFigures begun = dashboards.unit(scene.agent(), wish(Scene.VALLEYS, campaign));
        assertThat(begun.progress()).isPositive();
        assertThat(begun.total().conformity()).isNull();
        assertThat(begun.total().coverage()).isNull();
        assertThat(begun.total().asked()).isZero();
        assertThat(begun.unknownShare()).isNull();
        assertThat(begun.strongest()).isEmpty();
    }

    @Test
    void counts_an_untouched_audit_as_zero_once_it_is_rendered_and_nothing_counted_as_no_figure() {
        CampaignId campaign = campaign("Vide, sans objet");
        planted.state(campaign, Scene.COLLEGE, AuditState.SUBMITTED);
        assertThat(dashboards
                        .unit(everything, wish(Scene.VALLEYS, campaign))
                        .total()
                        .conformity())
                .isZero();
        planted.fill(campaign, Scene.SCHOOL, Verdict.NON_APPLICABLE);
        planted.state(campaign, Scene.SCHOOL, AuditState.SUBMITTED);
        UnitFigures town = dashboards.unit(everything, wish(Scene.TOWN, campaign));
        assertThat(town.total().conformity()).isNull();
        assertThat(town.total().coverage()).isEqualTo(1.0);
    }

    @Test
    void hides_every_unit_that_one_has_no_grant_on_like_one_that_does_not_exist() {
        Principal far =
                scene.person("Lectrice de Nantes", Scene.OTHER_ACADEMY, grant(Role.READER, Scene.OTHER_ACADEMY));
        for (UnitId unit : List.of(UnitId.NATION, REGION, Scene.ACADEMY, DEPARTMENT, Scene.VALLEYS, Scene.TOWN)) {
            notFound(far, unit);
        }
        assertThat(dashboards.unit(far, wish(Scene.FAR_TOWN, null)).expected()).isEqualTo(1);
        notFound(far, UnitId.academy("99"));
        notFound(scene.townAgent(), Scene.VALLEYS);
        notFound(scene.townAgent(), DEPARTMENT);
        notFound(scene.head(), Scene.VALLEYS);
        notFound(scene.head(), UnitId.school(Scene.COLLEGE));
        notFound(everything, UnitId.school(Scene.COLLEGE));
        CampaignId elsewhere = scene.campaigns.create(
                everything,
                new fr.preau.campaign.NewCampaign(
                        "Chez les autres",
                        Scene.FAR_TOWN,
                        LocalDate.of(2026, 11, 2),
                        LocalDate.of(2027, 1, 29),
                        false,
                        fr.preau.campaign.NewCampaign.defaultLevels()));
        scene.openings.open(everything, elsewhere);
        assertThatThrownBy(() -> dashboards.unit(scene.townAgent(), wish(Scene.TOWN, elsewhere)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void names_schools_to_their_own_side_and_to_a_reader_within_one_academy_only() {
        CampaignId campaign = scene.campaign;
        assertThat(schools(scene.agent(), campaign))
                .containsExactly("Collège L’Œuvre-d’Été", "Collège La Passerelle", "Collège Les Tilleuls");
        Principal reader = scene.person("Lectrice de Rennes", Scene.ACADEMY, grant(Role.READER, Scene.ACADEMY));
        assertThat(schools(reader, campaign)).hasSize(3);
        assertThat(schools(scene.nationalReader(), campaign)).isEmpty();
        assertThat(schools(scene.administrator(), campaign)).isEmpty();
    }

    @Test
    void leads_to_the_widest_unit_and_draws_the_trail_down_from_it() {
        assertThat(Dashboards.widest(scene.nationalReader())).contains(UnitId.NATION);
        assertThat(Dashboards.widest(scene.agent())).contains(Scene.VALLEYS);
        assertThat(Dashboards.widest(scene.head())).isEmpty();
        Principal reader = scene.person("Lecteur de Rennes", Scene.ACADEMY, grant(Role.READER, Scene.ACADEMY));
        assertThat(dashboards.view(reader, newest(DEPARTMENT)).vantage().trail())
                .extracting(unit -> unit.id())
                .containsExactly(Scene.ACADEMY);
        assertThat(dashboards.view(everything, newest(DEPARTMENT)).vantage().trail())
                .extracting(unit -> unit.id())
                .containsExactly(UnitId.NATION, REGION, Scene.ACADEMY);
        assertThat(dashboards.view(reader, newest(Scene.ACADEMY)).vantage().trail())
                .isEmpty();
    }

    @Test
    void tells_a_conformity_in_words() {
        assertThat(Headline.of(null)).isNull();
        assertThat(Headline.of(1.0)).isEqualTo(Headline.ALL);
        assertThat(Headline.of(0.58)).isEqualTo(Headline.HALF);
        assertThat(Headline.of(0.0)).isEqualTo(Headline.FEW);
    }

    private static List<String> schools(Principal principal, CampaignId campaign) {
        Tables.Wish wish = new Tables.Wish(Scene.VALLEYS, campaign, Narrowing.NONE);
        return dashboards.view(principal, wish).schools().stream()
                .map(SchoolLine::schoolName)
                .toList();
    }

    private static void same(Figures figures, RawAnswers raw) {
        assertThat(figures.asked()).isEqualTo(raw.rows().size());
        assertThat(figures.conforming()).isEqualTo(raw.count(Verdict.CONFORME));
        assertThat(figures.partial()).isEqualTo(raw.count(Verdict.PARTIEL));
        assertThat(figures.failing()).isEqualTo(raw.count(Verdict.NON_CONFORME));
        assertThat(figures.inapplicable()).isEqualTo(raw.count(Verdict.NON_APPLICABLE));
        assertThat(figures.unknown()).isEqualTo(raw.count(Verdict.NE_SAIT_PAS));
        close(figures.coverage(), raw.coverage());
        close(figures.conformity(), raw.conformity());
    }

    private static void close(Double one, Double other) {
        if (other == null) {
            assertThat(one).isNull();
            return;
        }
        assertThat(one).isCloseTo(other, within(1e-9));
    }

    private static void notFound(Principal principal, UnitId unit) {
        assertThatThrownBy(() -> dashboards.view(principal, newest(unit)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isInstanceOf(Problem.NotFound.class));
    }

    private static Tables.Wish newest(UnitId unit) {
        return new Tables.Wish(unit, null, Narrowing.NONE);
    }

    private static Grant grant(Role role, UnitId unit) {
        return new Grant(role, unit);
    }

    private static CampaignId campaign(String name) {
        return scene.campaign(name, LocalDate.of(2026, 11, 2), LocalDate.of(2027, 1, 29));
    }

    private static Tables.Wish wish(UnitId unit, @Nullable CampaignId of) {
        return new Tables.Wish(unit, of, Narrowing.NONE);
    }
}
