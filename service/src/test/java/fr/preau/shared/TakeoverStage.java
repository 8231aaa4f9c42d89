package fr.preau.shared;

import fr.preau.Scene;
import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.audit.NewAnswer;
import fr.preau.checklist.Verdict;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.SharedAnswerId;
import fr.preau.kernel.Uai;
import fr.preau.kernel.UnitId;
import fr.preau.succession.NewSuccession;
import fr.preau.succession.Successions;
import java.time.LocalDate;
import java.util.Set;

/** Pairs of invented communes of which one comes to replace the other, each with its agent and its écoles. */
final class TakeoverStage {
    final Sharing sharing;
    final Scene scene;
    final Takeovers takeovers;
    private final Successions successions;
    private final Principal organiser;
    private int number = 920;

    TakeoverStage(TestDatabase postgres) {
        sharing = new Sharing(postgres);
        scene = sharing.scene;
        takeovers = new Takeovers(scene.database, scene.journal, scene.campaigns, scene.clock);
        successions = new Successions(scene.database, scene.journal, scene.clock);
        organiser = scene.administrator();
    }

    /** The former has two écoles, the heir one. */
    record Pair(UnitId former, UnitId heir, Uai first, Uai second, Uai own, Principal theirs, Principal ours) {}

    Pair pair() {
        number += 4;
        UnitId former = UnitId.collectivity("35" + number);
        UnitId heir = UnitId.collectivity("35" + (number + 1));
        scene.collectivity(former, "COMMUNE", "Ancienne " + number);
        scene.collectivity(heir, "COMMUNE", "Nouvelle " + number);
        Uai first = school(former, 0);
        Uai second = school(former, 1);
        Uai own = school(heir, 2);
        sharing.arrivals.join(organiser, scene.campaign);
        return new Pair(former, heir, first, second, own, agent("Des anciens", former), agent("Des nouveaux", heir));
    }

    private Uai school(UnitId commune, int of) {
        Uai uai = Uai.of(8_400_000 + number + of);
        scene.school(uai, "ECOLE", "École " + number + " " + of, commune, commune);
        return uai;
    }

    Principal agent(String name, UnitId unit) {
        number++;
        return scene.person(name + " " + number, unit, new Grant(Role.AGENT, unit));
    }

    SharedAnswerId gives(Principal by, UnitId owner, ControlCode control, Verdict verdict, SchoolSet set) {
        return sharing.give(by, sharing.proposal(owner, control, set, verdict, null), Fate.OWN, Fate.OTHER)
                .id();
    }

    void replace(UnitId former, UnitId heir) {
        NewSuccession wish = new NewSuccession(former, heir, LocalDate.of(2026, 11, 20));
        successions.record(
                organiser, wish, "Arrêté", successions.preview(organiser, wish).ticket());
    }

    void save(Principal by, Uai school, ControlCode control, Verdict verdict) {
        int seen = sharing.cell(by, school, control).version();
        scene.answers.save(by, scene.audit(school), control, seen, new NewAnswer(verdict, "À part"));
    }

    Takeover left(Principal by, UnitId unit) {
        return takeovers.preview(by, scene.campaign, unit);
    }

    Takeovers.Done take(Principal by, UnitId unit, Set<SharedAnswerId> chosen) {
        return takeovers.take(by, scene.campaign, unit, chosen, left(by, unit).ticket());
    }

    boolean takes(Principal by, UnitId unit, Takeover seen) {
        try {
            takeovers.take(by, scene.campaign, unit, seen.free(), seen.ticket());
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    String from(Principal by, Uai school, ControlCode control) {
        return scene.audits
                .control(by, scene.audit(school), control)
                .provenance()
                .orElseThrow()
                .ownerName();
    }
}
