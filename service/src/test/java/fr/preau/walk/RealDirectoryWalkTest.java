package fr.preau.walk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.Services;
import fr.preau.access.Grant;
import fr.preau.access.NewPerson;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.audit.AuditState;
import fr.preau.audit.AuditView;
import fr.preau.audit.NewAnswer;
import fr.preau.campaign.NewCampaign;
import fr.preau.checklist.Verdict;
import fr.preau.database.TestDatabase;
import fr.preau.deliverable.ReportFile;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.Actor;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Uai;
import fr.preau.kernel.UnitId;
import fr.preau.review.SendBack;
import fr.preau.territory.ImportOptions;
import fr.preau.territory.ReferenceTerritory;
import fr.preau.territory.School;
import fr.preau.territory.Territory;
import fr.preau.web.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The ministry's own extract of Ille-et-Vilaine, where it lies beside the repository: a national campaign over it, one
 * école and one collège from their first answer to their PDF. What is answered is invented and stays in the test.
 */
class RealDirectoryWalkTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final Path FILE = Path.of("..", "..", "shared", "data", "annuaire-ille-et-vilaine-2023.csv")
            .toAbsolutePath()
            .normalize();
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z"));
    private static final UnitId ACADEMY = UnitId.academy("14");
    private static final Uai ECOLE = new Uai("0350122T");

    private final Services services = new Services(DB.database(CLOCK), CLOCK);

    @Test
    void walks_a_real_ecole_and_a_real_college_from_the_first_answer_to_the_pdf() throws IOException {
        Assumptions.assumeTrue(Files.isReadable(FILE), () -> "skipped: the real directory is not at " + FILE);
        new ReferenceTerritory(services.journal()).load(services.database());
        services.checklists().publishShipped();
        services.directory().run(Actor.SYSTEM, FILE, ImportOptions.PLAIN, lines -> {});
        CampaignId campaign = services.campaigns()
                .create(
                        Actor.SYSTEM,
                        new NewCampaign(
                                "2026–2027",
                                UnitId.NATION,
                                LocalDate.of(2026, 11, 2),
                                LocalDate.of(2027, 1, 29),
                                false,
                                NewCampaign.defaultLevels()));
        assertThat(services.openings().open(Actor.OPERATOR, campaign)).isBetween(500, 880);
        Principal reviewer = person("Revue", ACADEMY, Role.REVIEWER);

        walk(campaign, school(ECOLE), reviewer, 32);
        walk(campaign, school(college(campaign)), reviewer, 72);
    }

    private void walk(CampaignId campaign, School school, Principal reviewer, int asked) throws IOException {
        UnitId collectivity = UnitId.collectivity(school.collectivity());
        Principal agent = person("Agent " + school.uai(), collectivity, Role.AGENT);
        AuditId audit = audit(campaign, school.uai());
        AuditView before = services.audits().view(agent, audit);
        assertThat(before.audit().state()).isEqualTo(AuditState.TO_DO);
        assertThat(before.total().asked()).isEqualTo(asked);

        answer(agent, audit, before);
        services.reviews().submit(agent, audit);
        ControlCode control = before.cells().get(0).control();
        services.reviews().open(reviewer, audit);
        services.reviews().sendBack(reviewer, audit, new SendBack(Map.of(control, "Dites depuis quand.")));
        int version = services.audits().control(agent, audit, control).cell().version();
        services.answers().save(agent, audit, control, version, new NewAnswer(Verdict.CONFORME, "Depuis la rentrée."));
        services.reviews().submit(agent, audit);
        services.reviews().validate(reviewer, audit);

        AuditView after = services.audits().view(agent, audit);
        assertThat(after.audit().state()).isEqualTo(AuditState.VALIDATED);
        assertThat(after.total().answered()).isEqualTo(asked);
        report(agent, audit, school);
    }

    /** Three answers in turn, so that the report has something to say. */
    private void answer(Principal agent, AuditId audit, AuditView view) {
        List<Verdict> verdicts = List.of(Verdict.CONFORME, Verdict.PARTIEL, Verdict.NON_CONFORME);
        for (int i = 0; i < view.cells().size(); i++) {
            NewAnswer answer = new NewAnswer(verdicts.get(i % verdicts.size()), null);
            services.answers().save(agent, audit, view.cells().get(i).control(), 0, answer);
        }
    }

    private void report(Principal agent, AuditId audit, School school) throws IOException {
        ReportFile report = services.reports().one().pdf(agent, audit, Messages.FRENCH);
        try (var document = Loader.loadPDF(report.content())) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .contains(school.uai().value())
                    .contains("TLP:AMBER")
                    .doesNotContain("Données fictives");
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
        }
    }

    private Uai college(CampaignId campaign) {
        return DB.owner()
                .withHandle(handle -> handle.createQuery("SELECT uai FROM audit WHERE campaign = :campaign"
                                + " AND school_type = 'COLLEGE' ORDER BY uai LIMIT 1")
                        .bind("campaign", campaign)
                        .mapTo(Uai.class)
                        .one());
    }

    private static AuditId audit(CampaignId campaign, Uai uai) {
        return DB.owner()
                .withHandle(
                        handle -> handle.createQuery("SELECT id FROM audit WHERE campaign = :campaign AND uai = :uai")
                                .bind("campaign", campaign)
                                .bind("uai", uai)
                                .mapTo(AuditId.class)
                                .one());
    }

    private School school(Uai uai) {
        return services.database()
                .call(Actor.SYSTEM, tx -> Territory.school(tx, uai))
                .orElseThrow();
    }

    private Principal person(String name, UnitId unit, Role role) {
        String email = name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@exemple.invalid";
        AccountId account = services.access()
                .accounts()
                .add(Actor.SYSTEM, new NewPerson(email, name, unit), List.of(new Grant(role, unit)));
        var sessions = services.access().sessions();
        return sessions.find(sessions.open(account)).orElseThrow();
    }
}
