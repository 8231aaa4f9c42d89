package fr.preau.shared;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.audit.NewAnswer;
import fr.preau.checklist.Control;
import fr.preau.checklist.Level;
import fr.preau.checklist.SchoolType;
import fr.preau.checklist.Verdict;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ControlCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What an application costs beside the bare INSERT … SELECT of as many rows, on 300 schools: printed, never asserted,
 * because it depends on the machine.
 */
class SharedSpeedTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final int SCHOOLS = 300;
    private static final int CONTROLS = 20;

    @Test
    void tells_what_an_application_costs_beside_a_bare_insert() {
        Sharing sharing = new Sharing(DB);
        Scene scene = sharing.scene;
        schools();
        CampaignId campaign = scene.campaign("Vitesse", LocalDate.of(2026, 11, 2), LocalDate.of(2027, 1, 29));
        CampaignId bare = scene.campaign("Nue", LocalDate.of(2026, 11, 2), LocalDate.of(2027, 1, 29));
        Principal agent = scene.agent();
        List<ControlCode> controls = scene.checklists.latest().controls().stream()
                .filter(control -> control.level(SchoolType.COLLEGE).number() <= Level.STANDARD.number())
                .map(Control::code)
                .limit(CONTROLS + 2)
                .toList();
        DB.owner().useHandle(handle -> handle.execute("ANALYZE"));
        give(sharing, campaign, agent, controls.get(0));
        bare(bare, controls.get(0));
        double oneBare = timed(() -> bare(bare, controls.get(1)));
        Proposal proposal = proposal(campaign, controls.get(1));
        String seen = sharing.answers.preview(agent, proposal).seen();
        double one = timed(() -> sharing.answers.apply(agent, proposal, Set.of(), seen));
        double manyBare = timed(() -> controls.stream().skip(2).forEach(control -> bare(bare, control)));
        double many =
                timed(() -> controls.stream().skip(2).forEach(control -> give(sharing, campaign, agent, control)));
        report("1 control, applied", one, oneBare);
        report(CONTROLS + " controls, previewed and applied", many, manyBare);
        assertThat(sharing.count("SELECT count(*) FROM answer WHERE campaign = " + campaign))
                .isEqualTo((long) (SCHOOLS + 3) * controls.size());
    }

    private static void give(Sharing sharing, CampaignId campaign, Principal agent, ControlCode control) {
        sharing.give(agent, proposal(campaign, control));
    }

    private static Proposal proposal(CampaignId campaign, ControlCode control) {
        return new Proposal(
                campaign, Scene.VALLEYS, control, SchoolSet.ALL, new NewAnswer(Verdict.PARTIEL, "Par le marché."));
    }

    /** The rows that an application writes, and nothing else: the answers, what they replace, who wrote them. */
    private static void bare(CampaignId campaign, ControlCode control) {
        for (String insert : List.of(
                "INSERT INTO answer (campaign, audit, control, verdict, comment, version, author, party, at)"
                        + " SELECT campaign, id, :control, 'PARTIEL', 'Par le marché.', 1, 1, 'COLLECTIVITE', now()",
                "INSERT INTO review_reason (audit, round, control, reason, author, at)"
                        + " SELECT id, 1, :control, 'Par le marché.', 1, now()",
                "INSERT INTO audit_writer (audit, account, party)"
                        + " SELECT id, hashtext(:control), 'COLLECTIVITE'")) {
            DB.owner()
                    .useHandle(handle -> handle.createUpdate(
                                    insert + " FROM audit WHERE campaign = :campaign AND collectivity = '800000013'")
                            .bind("campaign", campaign)
                            .bind("control", control)
                            .execute());
        }
    }

    private static double timed(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static void report(String what, double shared, double bare) {
        System.out.printf(
                "shared answers, %d schools, %s: %.0f ms, bare insert %.0f ms, ratio %.1f%n",
                SCHOOLS, what, shared, bare, shared / bare);
    }

    private static void schools() {
        DB.owner().useTransaction(handle -> {
            handle.execute("INSERT INTO school (uai, name, type, sector, state, commune, commune_name, department,"
                    + " search_text) SELECT lpad((8100000 + n)::text, 7, '0') ||"
                    + " substr('ABCDEFGHJKLMNPRSTUVWXYZ', (8100000 + n) % 23 + 1, 1), 'Collège ' || n, 'COLLEGE',"
                    + " 'PUBLIC', 'OPEN', '35901', 'Montrelay', '35', 'college ' || n"
                    + " FROM generate_series(1, 300) AS n");
            handle.execute("INSERT INTO school_collectivity (uai, collectivity, from_day, source)"
                    + " SELECT uai, '800000013', '2020-01-01', 'RULE' FROM school WHERE uai LIKE '81%'");
        });
    }
}
