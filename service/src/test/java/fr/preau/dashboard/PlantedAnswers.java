package fr.preau.dashboard;

import fr.preau.Scene;
import fr.preau.audit.AuditState;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Uai;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Writes answers and states straight into the tables, past every rule of who may answer what and when. */
record PlantedAnswers(Scene scene, Jdbi owner, AccountId author) {
    /** Answers some controls of every audit at random, whatever the party. */
    void scatter(CampaignId campaign, Random dice) {
        owner.useTransaction(handle -> asked(handle, campaign).forEach(row -> {
            if (dice.nextInt(4) > 0) {
                Verdict verdict = Verdict.values()[dice.nextInt(Verdict.values().length)];
                answer(
                        handle,
                        campaign,
                        (Long) row.get("audit"),
                        row.get("control").toString(),
                        verdict);
            }
        }));
    }

    void fill(CampaignId campaign, Uai school, Verdict verdict) {
        long audit = scene.audit(campaign, school).value();
        owner.useTransaction(handle -> asked(handle, campaign).stream()
                .filter(row -> row.get("audit").equals(audit))
                .forEach(row ->
                        answer(handle, campaign, audit, row.get("control").toString(), verdict)));
    }

    private static List<Map<String, Object>> asked(Handle handle, CampaignId campaign) {
        return handle.createQuery(
                        "SELECT audit, control FROM audit_cell WHERE campaign = :campaign ORDER BY audit, control")
                .bind("campaign", campaign)
                .mapToMap()
                .list();
    }

    private void answer(Handle handle, CampaignId campaign, long audit, String control, Verdict verdict) {
        handle.createUpdate(
                        "INSERT INTO answer (campaign, audit, control, verdict, comment, version, author, party, at)"
                                + " VALUES (:campaign, :audit, :control, :verdict, 'essai', 1, :author, 'ETAT', now())")
                .bind("campaign", campaign)
                .bind("audit", audit)
                .bind("control", control)
                .bind("verdict", verdict)
                .bind("author", author)
                .execute();
    }

    void state(CampaignId campaign, Uai school, AuditState state) {
        owner.useHandle(handle -> handle.createUpdate(
                        "UPDATE audit SET state = :state, submitted_at = now()," + " submitted_by = :by WHERE id = :id")
                .bind("state", state)
                .bind("by", author)
                .bind("id", scene.audit(campaign, school))
                .execute());
    }
}
