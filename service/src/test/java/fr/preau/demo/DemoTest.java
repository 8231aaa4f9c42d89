package fr.preau.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.access.Sessions;
import fr.preau.audit.Answering;
import fr.preau.audit.AuditFilter;
import fr.preau.audit.AuditState;
import fr.preau.audit.AuditView;
import fr.preau.audit.Audits;
import fr.preau.audit.Cell;
import fr.preau.audit.Histories;
import fr.preau.audit.StateCount;
import fr.preau.checklist.Party;
import fr.preau.database.TestDatabase;
import fr.preau.edition.Content;
import fr.preau.edition.EditionServices;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.Actor;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.DeliverableId;
import fr.preau.kernel.Refusal;
import fr.preau.review.QueueChoice;
import fr.preau.review.QueueLine;
import fr.preau.review.Queues;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The demonstration as its visitors find it. */
class DemoTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final Instant NOW = Instant.parse("2026-11-23T08:30:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static DemoServices services;
    private static Audits audits;
    private static Histories histories;
    private static Cast cast;

    @BeforeAll
    static void make() {
        assertThat(new Demo(DB.database(), () -> NOW).prepare()).isTrue();
        services = DemoServices.on(DB.database(() -> NOW), new PastClock(NOW));
        audits = new Audits(services.database(), services.journal(), services.checklists(), services.clock());
        cast = new DemoPeople(services.database(), services.accounts(), DemoTerritory.get()).cast();
        histories = new Histories(services.database(), services.journal(), audits, services.clock());
    }

    @Test
    void awaits_the_dsi_with_one_audit_sent_back_and_forty_to_fill() {
        Map<AuditState, Integer> states = states(dsi());
        assertThat(states)
                .containsEntry(AuditState.SENT_BACK, 1)
                .containsEntry(AuditState.IN_PROGRESS, 18)
                .containsEntry(AuditState.TO_DO, 22)
                .containsEntry(AuditState.SUBMITTED, 6)
                .containsEntry(AuditState.VALIDATED, 13);
        AuditView back = audits.view(dsi(), audit(StatePlan.SENT_BACK));
        assertThat(back.reasons()).hasSize(4);
        assertThat(back.maySubmit()).isTrue();
        assertThat(histories
                        .read(dsi(), back.audit().id(), Long.MAX_VALUE)
                        .page()
                        .items())
                .extracting(trace -> trace.action())
                .contains("answer.saved", "audit.submitted", "audit.read", "audit.sentBack", "review.reason");
        assertThat(audits.view(dsi(), audit(StatePlan.CORRECTED)).audit().round())
                .isEqualTo(2);
    }

    @Test
    void awaits_the_officer_with_twelve_audits_to_review_that_none_of_theirs_keeps_from_judging() {
        List<QueueLine> queue = new Queues(services.database(), services.journal(), services.clock())
                .page(cast.officer(), QueueChoice.ALL, null)
                .items();
        assertThat(queue).hasSize(12).noneMatch(QueueLine::mine);
        assertThat(queue).extracting(QueueLine::readAt).anyMatch(read -> read == null);
        assertThat(queue).extracting(line -> line.submittedAt()).allMatch(at -> at.isBefore(NOW));
    }

    @Test
    void has_a_running_campaign_in_every_state_and_a_closed_one_all_validated() {
        assertThat(rows("SELECT c.name || ' ' || a.state || ' ' || count(*) FROM audit a JOIN campaign c "
                        + "ON c.id = a.campaign GROUP BY c.name, a.state ORDER BY c.name, a.state COLLATE \"C\""))
                .containsExactly(
                        "2025–2026 VALIDATED 120",
                        "2026–2027 IN_PROGRESS 33",
                        "2026–2027 REMOVED 1",
                        "2026–2027 SENT_BACK 1",
                        "2026–2027 SUBMITTED 12",
                        "2026–2027 TO_DO 39",
                        "2026–2027 VALIDATED 34");
        assertThat(audits.campaigns(principal(DemoPerson.MINISTRY)))
                .extracting(line -> line.name() + " " + line.closesOn() + " " + line.phase(TODAY))
                .containsExactly("2026–2027 2027-01-29 OPEN", "2025–2026 2026-01-30 CLOSED");
    }

    @Test
    void leaves_the_town_hall_the_state_and_the_head_their_own_part() {
        assertThat(states(principal(DemoPerson.TOWN_HALL)).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(9);
        Principal head = principal(DemoPerson.HEAD);
        AuditView own = audits.view(head, audit(StatePlan.HEADED));
        assertThat(own.audit().state()).isEqualTo(AuditState.IN_PROGRESS);
        assertThat(own.cells().stream()
                        .filter(cell -> cell.party() == Party.ETABLISSEMENT && !cell.answered())
                        .count())
                .isBetween(4L, 16L);
        Principal state = principal(DemoPerson.STATE_AGENT);
        assertThat(states(state)).containsEntry(AuditState.IN_PROGRESS, 33);
    }

    @Test
    void is_plausible_weak_on_backups_and_suppliers_strong_on_filtering() {
        for (String campaign : List.of("2025–2026", "2026–2027")) {
            Map<String, Double> figures = DemoFigures.of(DB, campaign);
            assertThat(figures.get("coverage")).isGreaterThan(0.9);
            assertThat(figures.get("all")).isBetween(0.45, 0.75);
            assertThat(figures.get("SAU")).isLessThan(figures.get("all") - 0.1);
            assertThat(figures.get("TIE")).isLessThan(figures.get("all") - 0.05);
            assertThat(figures.get("NAV")).isGreaterThan(figures.get("all") + 0.1);
        }
        assertThat(DemoFigures.of(DB, "2026–2027").get("all"))
                .isGreaterThan(DemoFigures.of(DB, "2025–2026").get("all"));
        assertThat(rows("SELECT DISTINCT verdict FROM answer")).hasSize(5);
        assertThat(rows("SELECT comment FROM answer WHERE comment ~ '[0-9@'']'"))
                .isEmpty();
    }

    @Test
    void keeps_the_rules_on_who_answers_and_on_what_a_submission_needs() {
        for (RosterLine line : roster()) {
            AuditView view = audits.view(cast.submitter(line), line.id());
            assertThat(view.cells()).filteredOn(Cell::answered).allSatisfy(cell -> {
                Cast.Writer writer = cast.writer(line, cell.party());
                assertThat(cell.author()).isEqualTo(writer.person().account());
                assertThat(Answering.writesFor(writer.person(), view.audit(), cell.party(), TODAY))
                        .contains(cell.authorParty())
                        .contains(writer.as());
            });
            if (view.audit().round() > 0) {
                assertThat(view.cells())
                        .filteredOn(cell -> view.audit().neededToSubmit().contains(cell.party()))
                        .allMatch(Cell::answered);
            }
        }
        assertThat(rows("SELECT 'x' FROM answer a JOIN audit t ON t.id = a.audit WHERE a.at > t.submitted_at "
                        + "AND t.state IN ('SUBMITTED', 'VALIDATED')"))
                .isEmpty();
        assertThat(rows("SELECT 'x' FROM audit_cell c WHERE c.verdict IS NOT NULL AND NOT EXISTS (SELECT FROM "
                        + "audit_writer w WHERE (w.audit, w.account, w.party) = (c.audit, c.author, c.party))"))
                .isEmpty();
    }

    @Test
    void lies_in_the_past_and_in_working_days() {
        assertThat(rows("SELECT action FROM journal_entry WHERE at > '" + NOW + "'"))
                .isEmpty();
        assertThat(rows("SELECT 'x' FROM answer WHERE extract(isodow FROM at AT TIME ZONE 'Europe/Paris') > 5 "
                        + "OR extract(hour FROM at AT TIME ZONE 'Europe/Paris') NOT BETWEEN 8 AND 18"))
                .isEmpty();
        assertThat(rows("SELECT object FROM (SELECT object, at, lag(at) OVER (PARTITION BY split_part(object, '/', 2) "
                        + "ORDER BY id) AS before FROM journal_entry WHERE object LIKE 'audit/%') e WHERE at < before"))
                .as("an audit's trail is in the order of its days")
                .isEmpty();
    }

    @Test
    void marks_all_that_it_invents() {
        assertThat(rows("SELECT uai FROM school WHERE NOT fictitious")).isEmpty();
        assertThat(rows(
                        "SELECT DISTINCT c.name FROM school_collectivity l JOIN collectivity c ON c.code = l.collectivity "
                                + "WHERE NOT c.fictitious"))
                .isEmpty();
        assertThat(
                        rows(
                                "SELECT concat(name, ' ', kind) COLLATE \"C\" FROM collectivity WHERE fictitious AND kind <> 'COMMUNE' ORDER BY 1"))
                .containsExactly("Département des Trois-Vallées DEPARTEMENT", "Région des Deux-Rives REGION");
        assertThat(
                        rows(
                                "SELECT email FROM account WHERE email NOT LIKE '%@exemple.invalid' OR password_hash IS NOT NULL"))
                .isEmpty();
        assertThat(rows("SELECT type || count(*) FROM school_placement WHERE collectivity IS NULL GROUP BY type"))
                .containsExactly("CIO2");
    }

    @Test
    void leaves_no_board_empty() {
        assertThat(rows("SELECT state || ' ' || (due_on < '" + TODAY + "') FROM corrective_action ORDER BY 1"))
                .containsExactly(
                        "DONE false",
                        "GIVEN_UP false",
                        "IN_PROGRESS false",
                        "IN_PROGRESS false",
                        "PLANNED false",
                        "PLANNED true");
        assertThat(rows("SELECT DISTINCT kind FROM evidence ORDER BY 1"))
                .containsExactly("CONSULTATION", "FILE", "LINK");
        assertThat(rows("SELECT n.name FROM assignment g JOIN account n ON n.id = g.assignee"))
                .contains("Direction du collège Les Embruns");
    }

    @Test
    void lets_its_visitors_take_a_draft_through_both_signatures_to_its_publication() {
        Principal state = principal(DemoPerson.MINISTRY);
        Principal group = principal(DemoPerson.GROUP);
        EditionServices editions = services.editions();
        assertThat(editions.deliverables().list(group))
                .extracting(one -> one.title() + " " + one.state() + " " + one.number())
                .containsExactly(
                        "Sécurité numérique des écoles, 2026–2027 DRAFT null",
                        "Sécurité numérique, pour les réseaux, 2025–2026 DRAFT null",
                        "Sécurité numérique des écoles, 2025–2026 PUBLISHED 1");
        DeliverableId draft = editions.deliverables().list(group).get(0).id();
        DeliverableId green = editions.deliverables().list(group).get(1).id();
        Content networks = editions.deliverables().view(state, green).content();
        assertThat(networks.table("collectivities").rows().toString()).contains("Département des Trois-Vallées");
        assertThat(editions.deliverables().view(state, green).hidden()).isNotEmpty();
        Content trend = editions.deliverables().view(state, draft).content();
        assertThat(trend.table("trends").rows()).isNotEmpty();
        editions.lives().propose(group, draft);
        String sha256 = editions.dossiers().of(state, draft).sha256();
        editions.lives().sign(group, draft, sha256);
        editions.lives().sign(state, draft, sha256);
        editions.lives().publish(group, draft);
        assertThat(editions.dossiers().published(draft).imprint().number()).isEqualTo(2);
    }

    @Test
    void lets_each_person_in_by_a_key_and_nobody_else() {
        for (DemoPerson person : DemoPerson.values()) {
            assertThat(principal(person).name()).isEqualTo(person.personName());
        }
        assertThat(principal(DemoPerson.OFFICER).perimeter(Role.REVIEWER).academies())
                .containsExactly("14");
        assertThat(principal(DemoPerson.MINISTRY).has(Role.REVIEWER)).isFalse();
        assertThat(DemoPerson.signIn(services.accounts()).buttons())
                .extracting(button -> button.key())
                .containsExactly(
                        "dsi", "mairie", "direction", "securite", "academie", "ministere", "groupe", "administration");
        assertThatThrownBy(() -> account("root")).isInstanceOf(Refusal.class);
    }

    private static Principal dsi() {
        return principal(DemoPerson.DSI);
    }

    private static Principal principal(DemoPerson person) {
        Sessions sessions = new Sessions(services.database(), services.journal(), () -> NOW);
        return sessions.find(sessions.open(account(person.email().replace("@exemple.invalid", ""))))
                .orElseThrow();
    }

    private static AccountId account(String key) {
        return DemoPerson.signIn(services.accounts()).account().apply(key);
    }

    private static Map<AuditState, Integer> states(Principal person) {
        return audits.list(person, null, AuditFilter.ALL, null).orElseThrow().counts().stream()
                .collect(Collectors.toMap(StateCount::state, StateCount::audits));
    }

    private static List<RosterLine> roster() {
        return DB.database().call(Actor.OPERATOR, tx -> {
            DemoSql sql = tx.attach(DemoSql.class);
            return tx.createQuery("SELECT id FROM campaign ORDER BY opens_on DESC LIMIT 1")
                    .mapTo(CampaignId.class)
                    .findOne()
                    .map(sql::roster)
                    .orElseThrow();
        });
    }

    private static AuditId audit(String school) {
        return roster().stream()
                .filter(line -> line.schoolName().equals(school))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static List<String> rows(String sql) {
        return DB.owner()
                .withHandle(tx -> tx.createQuery(sql).mapTo(String.class).list());
    }
}
