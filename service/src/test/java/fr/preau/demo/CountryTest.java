package fr.preau.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.audit.AuditState;
import fr.preau.database.Database;
import fr.preau.database.TestDatabase;
import fr.preau.journal.Journal;
import fr.preau.kernel.Actor;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.territory.DirectoryImport;
import fr.preau.territory.ImportOptions;
import fr.preau.territory.OverrideFile;
import fr.preau.territory.ReferenceTerritory;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** An invented country in the database: imported as any other, filled in by sets as people would have. */
class CountryTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final InstantSource CLOCK = () -> Instant.parse("2026-11-26T09:00:00Z");
    private static final int SCHOOLS = 700;

    @TempDir
    static Path folder;

    private static Country country;
    private static List<CampaignId> campaigns;
    private static FilledCampaign running;

    @BeforeAll
    static void stage() {
        Database database = DB.database(CLOCK);
        Journal journal = new Journal(CLOCK);
        new ReferenceTerritory(journal).load(database);
        DemoServices.on(database, new PastClock(CLOCK.instant())).checklists().publishShipped();
        Path file = folder.resolve("country.csv");
        CountryDirectory.write(SCHOOLS, 3, file);
        new DirectoryImport(database, journal, CLOCK)
                .run(
                        Actor.SYSTEM,
                        file,
                        new ImportOptions(false, false, 0, OverrideFile.read(CountryDirectory.overrides(file))),
                        lines -> {});
        country = new Country(new Database(DB.owner(), CLOCK), CLOCK, 3);
        campaigns = country.open(2);
        country.fill(campaigns.get(0), false, done -> {});
        running = country.fill(campaigns.get(1), true, done -> {});
    }

    @Test
    void fills_in_every_state_and_counts_what_it_wrote() {
        assertThat(running.audits()).isEqualTo(SCHOOLS);
        assertThat(running.answers())
                .isEqualTo(number("SELECT count(*) FROM answer WHERE campaign = " + campaigns.get(1)));
        assertThat(running.ratio()).isPositive();
        for (AuditState state : AuditState.values()) {
            assertThat(number("SELECT count(*) FROM audit WHERE campaign = %s AND state = '%s'"
                            .formatted(campaigns.get(1), state)))
                    .as(state.name())
                    .isPositive();
        }
        assertThat(number("SELECT count(*) FROM audit WHERE campaign = %s AND state = 'VALIDATED'"
                        .formatted(campaigns.get(0))))
                .as("last year's is over")
                .isGreaterThan(SCHOOLS * 8 / 10);
    }

    @Test
    void leaves_no_audit_that_people_could_not_have_brought_there() {
        assertThat(number("""
                        SELECT count(*) FROM audit a JOIN asked_control k
                          ON k.campaign = a.campaign AND k.school_type = a.school_type
                         AND k.party = ANY (CASE WHEN a.collectivity IS NULL THEN ARRAY['ETAT', 'PARTAGE']
                                            ELSE ARRAY['COLLECTIVITE', 'PARTAGE'] END)
                        WHERE rendered(a.state) AND NOT EXISTS (
                            SELECT FROM answer w WHERE w.campaign = a.campaign AND w.audit = a.id AND w.control = k.control)
                        """)).as("a submission needs these").isZero();
        assertThat(number("""
                        SELECT count(*) FROM audit a JOIN audit_writer w ON w.audit = a.id
                        WHERE w.account = a.judged_by AND w.party <> 'ETAT'
                        """)).as("nobody judges their own work").isZero();
        assertThat(number("SELECT count(*) FROM audit a WHERE a.state = 'SENT_BACK'"
                        + " AND NOT EXISTS (SELECT FROM review_reason r WHERE r.audit = a.id)"))
                .isZero();
        assertThat(
                        number(
                                "SELECT count(*) FROM collectivity c JOIN audit a ON a.collectivity = c.code WHERE NOT c.fictitious"))
                .isZero();
    }

    @Test
    void leaves_one_entry_a_department() {
        assertThat(number("SELECT count(*) FROM journal_entry WHERE action = 'demo.answered'"))
                .isEqualTo(number("SELECT count(DISTINCT (campaign, department)) FROM audit"));
    }

    @Test
    void fills_in_nothing_where_somebody_has_answered_or_a_school_is_real() {
        assertThatThrownBy(() -> country.fill(campaigns.get(1), false, done -> {}))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isInstanceOf(Problem.Conflict.class));
        DB.owner().useHandle(owner -> owner.execute("""
                INSERT INTO school (uai, name, type, sector, state, commune, commune_name, department, search_text)
                VALUES ('0350001A', 'École', 'ECOLE', 'PUBLIC', 'OPEN', '35901', 'Montrelay', '35', 'ecole')
                """));
        assertThatThrownBy(() -> country.open(1)).isInstanceOf(Refusal.class);
        DB.owner().useHandle(owner -> owner.execute("DELETE FROM school WHERE uai = '0350001A'"));
    }

    private static long number(String sql) {
        return DB.owner()
                .withHandle(owner -> owner.createQuery(sql).mapTo(Long.class).one());
    }
}
