package fr.preau.succession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.Uai;
import fr.preau.kernel.UnitId;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Pairs of invented communes, of which one replaces the other, and what the database then holds. */
final class SuccessionStage {
    static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    final Scene scene;
    final Successions successions;
    final Principal nation;
    private final TestDatabase postgres;
    private int number = 920;

    SuccessionStage(TestDatabase postgres) {
        this.postgres = postgres;
        scene = new Scene(postgres);
        successions = new Successions(scene.database, scene.journal, scene.clock);
        nation = scene.administrator();
    }

    /** Two communes of their own, each with an école that a new campaign expects. */
    record Pair(UnitId former, UnitId successor, Uai school, CampaignId campaign) {
        NewSuccession wish() {
            return new NewSuccession(former, successor, DAY);
        }
    }

    Pair pair() {
        number += 2;
        UnitId former = UnitId.collectivity("35" + number);
        UnitId successor = UnitId.collectivity("35" + (number + 1));
        scene.collectivity(former, "COMMUNE", "Ancienne " + number);
        scene.collectivity(successor, "COMMUNE", "Nouvelle " + number);
        Uai school = Uai.of(8_000_000 + number);
        scene.school(school, "ECOLE", "École Ancienne " + number, former, former);
        scene.school(Uai.of(8_000_001 + number), "ECOLE", "École Nouvelle " + number, successor, successor);
        CampaignId campaign =
                scene.campaign("Campagne " + number, LocalDate.of(2026, 11, 2), LocalDate.of(2027, 1, 29));
        return new Pair(former, successor, school, campaign);
    }

    Effect decide(Principal by, NewSuccession wish) {
        Effect effect = successions.preview(by, wish);
        successions.record(by, wish, "Commune nouvelle", effect.ticket());
        return effect;
    }

    boolean succeeds(NewSuccession wish, String seen) {
        try {
            successions.record(nation, wish, "En même temps", seen);
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    static void refused(ThrowingCallable call, Class<? extends Problem> problem) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isInstanceOf(problem));
    }

    String countsFor(AuditId audit) {
        return postgres.owner()
                .withHandle(tx -> tx.createQuery("SELECT collectivity FROM audit WHERE id = :id")
                        .bind("id", audit)
                        .mapTo(String.class)
                        .one());
    }

    List<String> links(Uai uai) {
        return postgres.owner()
                .withHandle(tx -> tx.createQuery("SELECT concat_ws(' ', collectivity, from_day,"
                                + " COALESCE(to_day::text, 'null'), source)"
                                + " FROM school_collectivity WHERE uai = :uai ORDER BY from_day")
                        .bind("uai", uai)
                        .mapTo(String.class)
                        .list());
    }

    List<String> rights(Principal person) {
        return postgres.owner()
                .withHandle(tx -> tx.createQuery("SELECT concat_ws(' ', role, unit, COALESCE(CAST("
                                + "(until - interval '1 second') AT TIME ZONE 'Europe/Paris' AS date)::text, 'null'))"
                                + " FROM access_grant WHERE account = :account AND revoked_at IS NULL ORDER BY id")
                        .bind("account", person.account())
                        .mapTo(String.class)
                        .list());
    }

    List<String> actions(String object) {
        return scene.database.call(
                nation,
                tx -> scene.journal.exactly(tx, object, 20).stream()
                        .map(entry -> entry.action())
                        .toList());
    }

    List<String> lineage(UnitId unit) {
        return postgres.owner()
                .withHandle(tx -> tx.createQuery("SELECT id FROM preau.lineage(:unit) AS above (id)")
                        .bind("unit", unit.toString())
                        .mapTo(String.class)
                        .list());
    }

    String countsFor(Pair pair) {
        return countsFor(audit(pair));
    }

    AuditId audit(Pair pair) {
        return scene.audit(pair.campaign(), pair.school());
    }
}
