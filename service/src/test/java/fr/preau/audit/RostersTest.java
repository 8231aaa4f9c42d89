package fr.preau.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.Scene;
import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.campaign.NewCampaign;
import fr.preau.checklist.Level;
import fr.preau.checklist.SchoolType;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Campaigns as each person may see them, from their preparation to their opening. */
class RostersTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static Scene scene;
    private static Rosters rosters;

    @BeforeAll
    static void stage() {
        scene = new Scene(DB);
        rosters = new Rosters(scene.database, scene.campaigns, scene.checklists, scene.clock);
    }

    @Test
    void tells_before_opening_what_the_opening_fixes() {
        Principal editor = scene.person("Éditrice", Scene.ACADEMY, new Grant(Role.EDITOR, Scene.ACADEMY));
        CampaignId id = scene.campaigns.create(editor, campaign("Académique", Scene.ACADEMY));
        CampaignView before = rosters.campaign(editor, id);
        assertThat(before.runs()).isTrue();
        assertThat(before.opens()).isTrue();
        assertThat(before.counts()).isEmpty();
        int inserted = scene.openings.open(editor, id);
        CampaignView after = rosters.campaign(editor, id);
        assertThat(before.toOpen()).isEqualTo(inserted).isEqualTo(6);
        assertThat(after.toOpen()).isZero();
        assertThat(after.opens()).isFalse();
        assertThat(after.asked()).containsExactlyInAnyOrderElementsOf(before.asked());
        assertThat(after.asked(SchoolType.ECOLE, Level.STANDARD)).isZero();
        assertThat(after.asked(SchoolType.COLLEGE, Level.STANDARD)).isPositive();
        assertThat(after.count(AuditState.TO_DO)).isEqualTo(6);
        assertThatThrownBy(() -> scene.openings.open(editor, id))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isInstanceOf(Problem.Conflict.class));
    }

    @Test
    void hides_a_campaign_that_one_neither_runs_nor_sees_an_audit_of() {
        Principal editor = scene.person("Éditeur", Scene.OTHER_ACADEMY, new Grant(Role.EDITOR, Scene.OTHER_ACADEMY));
        CampaignId id = scene.campaigns.create(editor, campaign("Nantes", Scene.OTHER_ACADEMY));
        notFound(scene.agent(), id);
        notFound(scene.reviewer(), id);
        scene.openings.open(editor, id);
        notFound(scene.agent(), id);
        notFound(scene.agent(), new CampaignId(9_999));
        assertThat(rosters.campaign(scene.nationalReader(), id).runs()).isFalse();
        assertThat(rosters.campaign(scene.agent(), scene.campaign).counts())
                .as("the agent counts its own collèges only")
                .containsExactly(new StateCount(AuditState.TO_DO, 3));
        assertThat(rosters.list(scene.agent()).prepares()).isFalse();
        assertThat(rosters.list(editor).prepares()).isTrue();
    }

    @Test
    void offers_the_units_of_ones_grants_and_those_below() {
        Principal editor = scene.person("Éditrice d’ici", Scene.ACADEMY, new Grant(Role.EDITOR, Scene.ACADEMY));
        assertThat(rosters.units(editor))
                .extracting(unit -> unit.id())
                .containsExactly(Scene.ACADEMY, UnitId.department("35"));
        Principal town = scene.person("Maire", Scene.TOWN, new Grant(Role.ADMINISTRATOR, Scene.TOWN));
        assertThat(rosters.units(town)).extracting(unit -> unit.id()).containsExactly(Scene.TOWN);
        assertThat(rosters.units(scene.administrator()).get(0).id()).isEqualTo(UnitId.NATION);
        assertThat(rosters.units(scene.agent())).isEmpty();
    }

    @Test
    void says_at_its_field_what_is_wrong_in_a_form() {
        Principal editor = scene.person("Éditrice là", Scene.ACADEMY, new Grant(Role.EDITOR, Scene.ACADEMY));
        assertThat(fields(editor, Map.of())).containsExactly("opensOn", "closesOn", "unit");
        Map<String, String> right = Map.of(
                "name",
                "2027",
                "unit",
                "academie-14",
                "opensOn",
                "2027-01-04",
                "closesOn",
                "2027-02-01",
                "level.ECOLE",
                "1");
        assertThat(fields(editor, right)).isEmpty();
        assertThat(fields(editor, changed(right, "closesOn", "2027-01-03"))).containsExactly("closesOn");
        assertThat(fields(editor, changed(right, "closesOn", "demain"))).containsExactly("closesOn");
        assertThat(fields(editor, changed(right, "unit", "academie-17"))).containsExactly("unit");
        assertThat(fields(editor, changed(right, "level.ECOLE", "0"))).containsExactly("levels");
        assertThat(fields(editor, changed(right, "name", " "))).containsExactly("name");
    }

    private static List<String> fields(Principal editor, Map<String, String> sent) {
        MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
        sent.forEach(form::add);
        try {
            CampaignForm.of(form).campaign(rosters.units(editor));
            return List.of();
        } catch (Refusal refusal) {
            return ((Problem.Invalid) refusal.problem())
                    .violations().stream().map(violation -> violation.field()).toList();
        }
    }

    private static Map<String, String> changed(Map<String, String> map, String key, String value) {
        Map<String, String> changed = new java.util.HashMap<>(map);
        changed.put(key, value);
        return changed;
    }

    private static NewCampaign campaign(String name, UnitId unit) {
        return new NewCampaign(
                name, unit, LocalDate.of(2026, 11, 2), LocalDate.of(2027, 1, 29), false, NewCampaign.defaultLevels());
    }

    private static void notFound(Principal principal, CampaignId id) {
        assertThatThrownBy(() -> rosters.campaign(principal, id))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isInstanceOf(Problem.NotFound.class));
    }
}
