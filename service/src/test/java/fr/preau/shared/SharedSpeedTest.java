package fr.preau.shared;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.Scene;
import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.audit.NewAnswer;
import fr.preau.checklist.Control;
import fr.preau.checklist.Level;
import fr.preau.checklist.SchoolType;
import fr.preau.checklist.Verdict;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Page;
import fr.preau.kernel.Uai;
import fr.preau.kernel.UnitId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What an application costs beside the bare INSERT … SELECT of all the rows that it writes, as the same role under the same
 * row security, by turns in one run: on 300 schools, 5,000 with {@code -Dpreau.long=true}. The aim for 5,000 is 2; the
 * ratio is printed, and held to a bound that a busy machine does not reach.
 */
class SharedSpeedTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final boolean LONG = Boolean.getBoolean("preau.long");
    private static final int SCHOOLS = LONG ? 5_000 : 300;
    private static final int TURNS = LONG ? 9 : 5;

    private final Sharing sharing = new Sharing(DB);
    private final Scene scene = sharing.scene;
    private final List<Double> ratios = new ArrayList<>();
    private final List<Double> previews = new ArrayList<>();
    private final List<Double> bares = new ArrayList<>();

    @Test
    void tells_what_an_application_costs_beside_a_bare_insert() {
        schools();
        CampaignId campaign = campaign("Appliquée");
        CampaignId bare = campaign("Nue");
        List<ControlCode> controls = scene.checklists.latest().controls().stream()
                .filter(control -> control.level(SchoolType.COLLEGE).number() <= Level.STANDARD.number())
                .map(Control::code)
                .limit(TURNS + 2)
                .toList();
        DB.owner().useHandle(handle -> handle.execute("ANALYZE"));
        for (int turn = 0; turn < controls.size(); turn++) {
            turn(campaign, bare, controls.get(turn), turn);
        }
        assertThat(listed(proposal(campaign, controls.get(0)))).isEqualTo(SCHOOLS + 3);
        report("applied", ratios);
        report("previewed", previews);
        assertThat(sharing.count(rows(campaign))).isEqualTo(sharing.count(rows(bare)));
        assertThat(median(ratios)).as("far above the aim, which is 2").isLessThan(6);
        progress(campaign, Scene.VALLEYS);
        progress(campaign, Scene.ACADEMY);
    }

    /** What the desk's progress costs beside reading every cell, by turns. */
    private void progress(CampaignId campaign, UnitId owner) {
        Principal by = scene.person("Agent pour " + owner.kind(), owner, new Grant(Role.AGENT, owner));
        List<Double> costs = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            double cells = timed(() -> scene.database.call(
                    by,
                    tx -> tx.createQuery(ProgressTest.CELLS)
                            .bind("campaign", campaign)
                            .bind("owner", owner)
                            .mapTo(String.class)
                            .list()));
            double kept = timed(() -> scene.database.call(
                    by,
                    tx -> tx.attach(SharedSql.class)
                            .progress(campaign, owner, SharedAnswers.perimeter(owner), LocalDate.of(2026, 11, 23))));
            costs.add(kept / cells);
        }
        System.out.printf(
                "progress over %d schools, %s: ratio to reading every cell min %.2f, median %.2f%n",
                SCHOOLS, owner.kind(), Collections.min(costs), median(costs));
    }

    /** One control by both ways, each by a person of its own, so that who has written is a row too; the first two warm up. */
    private void turn(CampaignId campaign, CampaignId bare, ControlCode control, int turn) {
        Principal agent = scene.agent();
        Proposal proposal = proposal(campaign, control);
        double[] took = new double[3];
        Runnable insert = () -> took[0] = timed(() -> scene.database.run(agent, tx -> bare(tx, agent, bare, control)));
        Runnable apply = () -> {
            String[] seen = new String[1];
            took[1] = timed(
                    () -> seen[0] = sharing.answers.preview(agent, proposal).seen());
            took[2] = timed(() -> sharing.answers.apply(agent, proposal, Set.of(), seen[0]));
        };
        (turn % 2 == 0 ? List.of(insert, apply) : List.of(apply, insert)).forEach(Runnable::run);
        if (turn > 1) {
            bares.add(took[0]);
            previews.add(took[1] / took[0]);
            ratios.add(took[2] / took[0]);
        }
    }

    /** How many schools a preview's list names, a page after another. */
    private int listed(Proposal proposal) {
        Principal agent = scene.agent();
        Set<Uai> schools = new HashSet<>();
        String next = "";
        while (next != null) {
            Page<Candidate> page =
                    sharing.answers.schools(agent, proposal, next.isEmpty() ? null : AuditId.fromString(next));
            page.items().forEach(school -> schools.add(school.uai()));
            next = page.next();
        }
        return schools.size();
    }

    private CampaignId campaign(String name) {
        return scene.campaign(name, LocalDate.of(2026, 11, 2), LocalDate.of(2027, 1, 29));
    }

    private static Proposal proposal(CampaignId campaign, ControlCode control) {
        return new Proposal(
                campaign, Scene.VALLEYS, control, SchoolSet.ALL, new NewAnswer(Verdict.PARTIEL, "Par le marché."));
    }

    /** The rows that an application writes, and nothing else. */
    private static void bare(Handle tx, Principal by, CampaignId campaign, ControlCode control) {
        String audits = " FROM audit a JOIN shared_answer s ON s.campaign = a.campaign AND s.control = :control"
                + " WHERE a.campaign = :campaign AND a.collectivity = '800000013' AND :by > 0";
        for (String insert : List.of(
                "INSERT INTO shared_answer (campaign, control, owner, set_kind, set_value, verdict, comment, edition,"
                        + " changed_at, changed_by) VALUES (:campaign, :control, 'collectivite-800000013', 'ALL', '',"
                        + " 'PARTIEL', 'Par le marché.', 1, now(), :by)",
                "INSERT INTO shared_application (shared, at, account) SELECT id, now(), :by FROM shared_answer"
                        + " WHERE campaign = :campaign AND control = :control",
                "INSERT INTO shared_change (shared, audit, version, author, party, at, followed)"
                        + " SELECT s.id, a.id, 1, :by, 'COLLECTIVITE', now(), false" + audits,
                "INSERT INTO answer (campaign, audit, control, verdict, comment, version, author, party, at, shared,"
                        + " shared_version) SELECT a.campaign, a.id, s.control, 'PARTIEL', 'Par le marché.', 1, :by,"
                        + " 'COLLECTIVITE', now(), s.id, 1" + audits,
                "INSERT INTO audit_writer (audit, account, party) SELECT a.id, :by, 'COLLECTIVITE'" + audits,
                "WITH entry AS (INSERT INTO journal_entry (at, account, action, object, after, touched, text_digest)"
                        + " SELECT now(), :by, 'bare.inserted', 'shared/' || min(s.id), '{}',"
                        + " array_agg('audit/' || a.id), sha256('')" + audits + " RETURNING id)"
                        + " INSERT INTO journal_text (entry, salt, body)"
                        + " SELECT id, decode(repeat('00', 16), 'hex'), 'Par le marché.' FROM entry")) {
            tx.createUpdate(insert)
                    .bind("campaign", campaign)
                    .bind("control", control)
                    .bind("by", by.account())
                    .execute();
        }
    }

    private static String rows(CampaignId campaign) {
        return "SELECT (SELECT count(*) FROM answer WHERE campaign = " + campaign + " AND shared_version = version)"
                + " + (SELECT count(*) FROM shared_change c JOIN audit a ON a.id = c.audit WHERE a.campaign = "
                + campaign
                + ") + (SELECT count(*) FROM audit_writer w JOIN audit a ON a.id = w.audit WHERE a.campaign = "
                + campaign
                + ") + (SELECT sum(cardinality(e.touched)) FROM journal_entry e JOIN shared_answer s"
                + " ON e.object = 'shared/' || s.id WHERE s.campaign = " + campaign + ")";
    }

    private static double timed(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private void report(String what, List<Double> ratios) {
        System.out.printf(
                "shared answers, %d schools, %s: ratio to the bare insert (median %.0f ms) min %.2f, median %.2f%n",
                SCHOOLS, what, median(bares), Collections.min(ratios), median(ratios));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static void schools() {
        DB.owner().useTransaction(handle -> {
            handle.execute("INSERT INTO school (uai, name, type, sector, state, commune, commune_name, department,"
                    + " search_text) SELECT lpad((8100000 + n)::text, 7, '0') ||"
                    + " substr('ABCDEFGHJKLMNPRSTUVWXYZ', (8100000 + n) % 23 + 1, 1), 'Collège ' || n, 'COLLEGE',"
                    + " 'PUBLIC', 'OPEN', '35901', 'Montrelay', '35', 'college ' || n"
                    + " FROM generate_series(1, " + SCHOOLS + ") AS n");
            handle.execute("INSERT INTO school_collectivity (uai, collectivity, from_day, source)"
                    + " SELECT uai, '800000013', '2020-01-01', 'RULE' FROM school WHERE uai LIKE '81%'");
        });
    }
}
