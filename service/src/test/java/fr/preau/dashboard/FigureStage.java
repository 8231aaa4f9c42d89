package fr.preau.dashboard;

import fr.preau.Scene;
import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.audit.AuditState;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Uai;
import fr.preau.kernel.UnitId;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/**
 * Two campaigns with answers scattered over every school, one after the other, for the views of figures to read.
 *
 * @param everything somebody who sees all there is
 */
record FigureStage(
        Scene scene,
        DashboardServices views,
        Principal everything,
        PlantedAnswers planted,
        CampaignId before,
        CampaignId now) {

    static FigureStage on(TestDatabase database) {
        Scene scene = new Scene(database);
        Principal everything =
                scene.person("Tout voir", UnitId.NATION, Scene.everything().toArray(Grant[]::new));
        FigureStage stage = new FigureStage(
                scene,
                DashboardServices.on(scene.database, scene.checklists, scene.audits, scene.clock),
                everything,
                new PlantedAnswers(scene, database.owner(), everything.account()),
                scene.campaign("2025–2026", LocalDate.of(2025, 11, 3), LocalDate.of(2026, 1, 30)),
                scene.campaign("Vues", LocalDate.of(2026, 11, 9), LocalDate.of(2027, 1, 29)));
        stage.planted.scatter(stage.before, new Random(5));
        stage.planted.scatter(stage.now, new Random(6));
        return stage;
    }

    /** Five schools rendered now, one sent back; four rendered before, of which three are the same. */
    static FigureStage rendered(TestDatabase database) {
        FigureStage stage = on(database);
        stage.state(
                stage.now,
                AuditState.SUBMITTED,
                Scene.COLLEGE,
                Scene.SECOND_COLLEGE,
                Scene.SCHOOL,
                Scene.CIO,
                Scene.FAR_SCHOOL);
        stage.state(stage.now, AuditState.SENT_BACK, Scene.THIRD_COLLEGE);
        stage.state(
                stage.before,
                AuditState.VALIDATED,
                Scene.COLLEGE,
                Scene.SECOND_COLLEGE,
                Scene.THIRD_COLLEGE,
                Scene.SCHOOL);
        return stage;
    }

    void state(CampaignId campaign, AuditState state, Uai... schools) {
        List.of(schools).forEach(school -> planted.state(campaign, school, state));
    }

    Tables.Wish wish(UnitId unit, Narrowing narrowing) {
        return new Tables.Wish(unit, now, narrowing);
    }

    /** The first part of the schools of the nation that a filter leaves. */
    List<SchoolLine> listed(Principal principal, SchoolFilter filter) {
        return views.dashboards()
                .schools(principal, wish(UnitId.NATION, Narrowing.NONE), filter, null)
                .page()
                .items();
    }
}
