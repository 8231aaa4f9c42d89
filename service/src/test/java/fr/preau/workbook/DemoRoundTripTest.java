package fr.preau.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.access.Accounts;
import fr.preau.access.Grant;
import fr.preau.access.NewPerson;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.access.Sessions;
import fr.preau.audit.Audits;
import fr.preau.campaign.Campaigns;
import fr.preau.checklist.Checklists;
import fr.preau.database.Database;
import fr.preau.database.TestDatabase;
import fr.preau.demo.Demo;
import fr.preau.job.JobQueue;
import fr.preau.job.Jobs;
import fr.preau.journal.Journal;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.Actor;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.UnitId;
import fr.preau.kernel.WorkbookId;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every audit of the demonstration, of all campaigns, goes out and comes back without one cell that differs. */
@EnabledIfSystemProperty(named = "preau.long", matches = "true")
class DemoRoundTripTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final InstantSource CLOCK = () -> Instant.parse("2026-11-23T08:30:00Z");
    private static final int UNITS = 60;

    private final Database database = DB.database(CLOCK);
    private final Journal journal = new Journal(CLOCK);
    private final Checklists checklists = new Checklists(database, journal, CLOCK);
    private final Audits audits = new Audits(database, journal, checklists, CLOCK);
    private final WorkbookServices workbooks = WorkbookServices.on(
            new WorkbookServices.Ground(
                    database, journal, new Campaigns(database, journal, checklists, CLOCK), checklists, audits),
            new Jobs(database, journal, new JobQueue(database, journal, CLOCK), CLOCK),
            CLOCK);

    @Test
    void brings_every_audit_back_as_it_went() {
        new Demo(DB.database(), CLOCK).prepare();
        int schools = 0;
        List<Principal> people = people();
        for (int i = 0; i < people.size(); i++) {
            Format format = Format.values()[i % 2];
            for (var campaign : audits.campaigns(people.get(i))) {
                Selection all = Selection.all(campaign.id());
                int held = workbooks.exports().count(people.get(i), all).schools();
                schools += held;
                if (held > 0) {
                    lossless(people.get(i), campaign.id(), format, held);
                }
            }
        }
        long audited = count("SELECT count(*) FROM audit WHERE state <> 'REMOVED'");
        System.out.println("round trips of " + schools + " audits of " + audited);
        assertThat(schools).isGreaterThanOrEqualTo((int) audited);
    }

    private void lossless(Principal by, CampaignId campaign, Format format, int held) {
        byte[] file = workbooks
                .exports()
                .file(by, new Exports.Wish(Selection.all(campaign), format, Shape.WHOLE, true))
                .content();
        Path path = Books.file(file);
        WorkbookId id = workbooks.imports().read(by, campaign, "x", path);
        path.toFile().delete();
        Report report = workbooks.imports().report(by, id, null, null, 0);
        assertThat(report.page().items()).as(format + " of " + held).isEmpty();
        assertThat(report.reading().moved()).isZero();
    }

    /** People who together answer for every school: some collectivities each, and the State where there is none. */
    private List<Principal> people() {
        List<String> codes = DB.owner()
                .withHandle(handle -> handle.createQuery(
                                "SELECT code FROM collectivity WHERE fictitious OR EXISTS (SELECT FROM audit a WHERE"
                                        + " a.collectivity = code) ORDER BY code")
                        .mapTo(String.class)
                        .list());
        List<Principal> people = new ArrayList<>();
        for (int from = 0; from < codes.size(); from += UNITS) {
            people.add(person(codes.subList(from, Math.min(codes.size(), from + UNITS)).stream()
                    .map(UnitId::collectivity)
                    .toList()));
        }
        List<String> alone = DB.owner()
                .withHandle(handle -> handle.createQuery("SELECT DISTINCT uai FROM audit WHERE collectivity IS NULL")
                        .mapTo(String.class)
                        .list());
        people.add(person(alone.stream()
                .map(uai -> UnitId.school(new fr.preau.kernel.Uai(uai)))
                .toList()));
        return people;
    }

    private Principal person(List<UnitId> units) {
        String email = "aller-retour." + units.get(0) + "@exemple.invalid";
        List<Grant> grants = units.stream()
                .map(unit -> new Grant(unit.kind() == UnitId.Kind.SCHOOL ? Role.ESTABLISHMENT : Role.AGENT, unit))
                .toList();
        AccountId account = new Accounts(database, journal, CLOCK)
                .add(
                        Actor.SYSTEM,
                        new NewPerson(email.toLowerCase(java.util.Locale.ROOT), "Aller-retour", units.get(0)),
                        grants);
        Sessions sessions = new Sessions(database, journal, CLOCK);
        return sessions.find(sessions.open(account)).orElseThrow();
    }

    private static long count(String sql) {
        return DB.owner()
                .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
