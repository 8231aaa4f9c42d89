package fr.preau.edition;

import fr.preau.Scene;
import fr.preau.Services;
import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.DeliverableId;
import fr.preau.kernel.Uai;
import fr.preau.kernel.UnitId;
import java.time.LocalDate;
import java.util.List;

/** A scene with a campaign of ten rendered écoles in five communes, two of one name, and a few other schools. */
public final class EditionScene {
    public static final String TITLE = "Sécurité : état des lieux";

    public final Scene scene;
    public final EditionServices editions;
    public final CampaignId campaign;
    public final Principal state;
    public final Principal collectivity;

    private final TestDatabase postgres;

    public EditionScene(Scene scene, TestDatabase postgres) {
        this.scene = scene;
        this.postgres = postgres;
        Services services = new Services(scene.database, scene.clock);
        services.codes().publishShipped();
        editions = services.editions();
        for (int i = 0; i < 5; i++) {
            // Two communes called Montrelay, Scene's own included.
            scene.collectivity(UnitId.collectivity("3592" + i), "COMMUNE", i < 2 ? "Montrelay" : "Commune " + i);
            for (int j = 0; j < 2; j++) {
                UnitId commune = UnitId.collectivity("3592" + i);
                scene.school(Uai.of(8_000_200 + 10 * i + j), "ECOLE", "École Jules-Ferry", commune, commune);
            }
        }
        campaign = scene.campaign("2025–2026", LocalDate.of(2026, 11, 2), LocalDate.of(2027, 1, 29));
        render(campaign, "80002%");
        state = scene.person("Éditrice du ministère", UnitId.NATION, new Grant(Role.EDITOR, UnitId.NATION));
        collectivity = scene.person("Éditeur d’un département", Scene.VALLEYS, new Grant(Role.EDITOR, UnitId.NATION));
    }

    /** Answers everything of some schools, one control in three each way, and has it validated. */
    public void render(CampaignId of, String schools) {
        postgres.owner().useTransaction(handle -> {
            handle.execute(
                    "INSERT INTO answer (campaign, audit, control, verdict, version, author, party, at)"
                            + " SELECT c.campaign, c.audit, c.control, (ARRAY['CONFORME', 'PARTIEL', 'NON_CONFORME'])"
                            + "[1 + (c.audit + c.position) % 3], 1, 1, 'ETAT', now()"
                            + " FROM audit_cell c JOIN audit a ON a.id = c.audit WHERE c.campaign = ? AND a.uai LIKE ?"
                            + " ON CONFLICT DO NOTHING",
                    of.value(), schools);
            handle.execute(
                    "UPDATE audit SET state = 'VALIDATED', submitted_at = now(), submitted_by = 1"
                            + " WHERE campaign = ? AND uai LIKE ?",
                    of.value(),
                    schools);
        });
    }

    public DeliverableId start(Label label) {
        return editions.deliverables().start(state, new NewDeliverable(TITLE, UnitId.NATION, label, campaign, null));
    }

    /** Proposes, signs by both sides and publishes. */
    public void publish(DeliverableId id) {
        editions.lives().propose(state, id);
        String sha256 = editions.dossiers().of(state, id).sha256();
        List.of(state, collectivity).forEach(person -> editions.lives().sign(person, id, sha256));
        editions.lives().publish(collectivity, id);
    }
}
