package fr.preau.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.Scene;
import fr.preau.database.TestDatabase;
import fr.preau.journal.Trace;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.Actor;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rights with an end, given and changed; and whom a right takes a link away from. */
class GrantsTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final Grant AGENT = new Grant(Role.AGENT, Scene.TOWN);
    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
    private static Scene scene;
    private static Grants grants;
    private static Tokens tokens;

    @BeforeAll
    static void stage() {
        scene = new Scene(DB);
        grants = new Grants(scene.database, scene.journal, scene.clock);
        tokens = new Tokens(scene.database, scene.journal, scene.clock);
    }

    @AfterEach
    void back() {
        scene.at("2026-11-23T09:00:00Z");
    }

    @Test
    void every_role_is_given_where_it_makes_sense_and_nowhere_else() {
        Principal administrator = scene.administrator();
        List<UnitId> units = List.of(
                UnitId.NATION,
                UnitId.region("53"),
                Scene.ACADEMY,
                UnitId.department("35"),
                Scene.TOWN,
                UnitId.school(Scene.COLLEGE));
        for (Role role : Role.values()) {
            AccountId person = scene.person("Pour " + role, Scene.ACADEMY).account();
            for (UnitId unit : units) {
                DatedGrant right = DatedGrant.endless(new Grant(role, unit));
                if (role.fits(unit.kind())) {
                    grants.give(administrator, person, right);
                    continue;
                }
                refused(() -> grants.give(administrator, person, right), Problem.Invalid.class);
            }
            assertThat(scene.principal(person).grants())
                    .as("any number of rights")
                    .hasSize((int) units.stream()
                            .filter(unit -> role.fits(unit.kind()))
                            .count())
                    .allMatch(grant -> grant.role() == role);
        }
    }

    @Test
    void editor_on_the_nation_is_given_to_people_of_both_sides() {
        Grant editor = new Grant(Role.EDITOR, UnitId.NATION);
        for (UnitId employer : List.of(Scene.ACADEMY, Scene.VALLEYS)) {
            AccountId person = scene.person("Rédaction " + employer, employer).account();
            grants.give(scene.administrator(), person, DatedGrant.endless(editor));
            assertThat(scene.principal(person).grants()).containsExactly(editor);
        }
    }

    @Test
    void a_right_holds_through_its_last_day_in_paris_and_gives_nothing_at_the_next_request() {
        AccountId person = dated(TUESDAY);
        scene.at("2026-11-24T22:30:00Z");
        Secret session = scene.sessions.open(person);
        Secret token = tokens.issue(Actor.SYSTEM, person, new NewToken("essai", Scope.READ, 30));
        Principal before = scene.sessions.find(session).orElseThrow();
        scene.at("2026-11-24T22:59:59Z");
        assertThat(scene.sessions.find(session).orElseThrow().grants()).containsExactly(AGENT);
        assertThat(tokens.find(token).orElseThrow().grants()).containsExactly(AGENT);
        assertThat(audits(before)).isPositive();

        scene.at("2026-11-24T23:00:00Z");
        assertThat(scene.sessions.find(session).orElseThrow().grants()).isEmpty();
        assertThat(tokens.find(token).orElseThrow().grants()).isEmpty();
        assertThat(audits(before))
                .as("the rows, for who still carries the old rights")
                .isZero();
        refused(() -> scene.audits.view(before, scene.audit(Scene.SCHOOL)), Problem.NotFound.class);
    }

    @Test
    void changing_the_end_is_recorded_and_ends_sessions_and_tokens() {
        AccountId person = dated(TUESDAY);
        Secret session = scene.sessions.open(person);
        Secret token = tokens.issue(Actor.SYSTEM, person, new NewToken("essai", Scope.READ, 30));
        Principal administrator = scene.administrator();
        grants.give(administrator, person, new DatedGrant(AGENT, TUESDAY));
        assertThat(scene.sessions.find(session)).as("the same again").isPresent();
        grants.give(administrator, person, new DatedGrant(AGENT, TUESDAY.plusDays(1)));
        assertThat(scene.sessions.find(session)).isEmpty();
        assertThat(tokens.find(token)).isEmpty();
        List<Trace> written =
                scene.database.call(administrator, tx -> scene.journal.exactly(tx, "account/" + person, 1));
        assertThat(written).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("grant.endChanged");
            assertThat(entry.account()).isEqualTo(administrator.account());
            assertThat(entry.before("lastDay")).isEqualTo("2026-11-24");
            assertThat(entry.after("lastDay")).isEqualTo("2026-11-25");
        });
        grants.give(administrator, person, DatedGrant.endless(AGENT));
        scene.at("2027-06-01T09:00:00Z");
        assertThat(scene.principal(person).grants()).containsExactly(AGENT);
    }

    @Test
    void a_right_that_has_lapsed_can_be_given_again_and_no_day_of_the_past_is_taken() {
        AccountId person = dated(TUESDAY);
        scene.at("2026-12-01T09:00:00Z");
        assertThat(scene.principal(person).grants()).isEmpty();
        refused(() -> grants.give(Actor.SYSTEM, person, new DatedGrant(AGENT, TUESDAY)), Problem.Invalid.class);
        refused(() -> grants.revoke(Actor.SYSTEM, person, AGENT), Problem.NotFound.class);
        grants.give(Actor.SYSTEM, person, new DatedGrant(AGENT, LocalDate.of(2026, 12, 1)));
        assertThat(scene.principal(person).grants()).containsExactly(AGENT);
    }

    @Test
    void a_right_from_above_ends_the_links_that_somebody_below_was_shown() {
        Principal local = scene.person("Administrateur local", Scene.TOWN, new Grant(Role.ADMINISTRATOR, Scene.TOWN));
        Secret invitation =
                scene.accounts.invite(local, new NewPerson("promise@exemple.invalid", "Promise", Scene.TOWN), AGENT);
        AccountId person = scene.accounts.byEmail(Actor.SYSTEM, "promise@exemple.invalid");
        grants.give(local, person, DatedGrant.endless(new Grant(Role.READER, Scene.TOWN)));
        assertThat(scene.accounts.openLink(invitation).account()).isEqualTo(person);
        Secret reset = scene.accounts.resetLink(local, person);
        grants.give(scene.administrator(), person, DatedGrant.endless(new Grant(Role.REVIEWER, Scene.ACADEMY)));
        for (Secret link : List.of(invitation, reset)) {
            refused(() -> scene.accounts.openLink(link), Problem.NotFound.class);
        }
        refused(() -> scene.accounts.resetLink(local, person), Problem.NotFound.class);
    }

    private AccountId dated(LocalDate lastDay) {
        AccountId person = scene.person("Jusqu’à " + Secret.random().text().substring(0, 8), Scene.TOWN)
                .account();
        grants.give(Actor.SYSTEM, person, new DatedGrant(AGENT, lastDay));
        return person;
    }

    private static int audits(Principal by) {
        return scene.database.call(
                by,
                tx -> tx.createQuery("SELECT count(*) FROM audit")
                        .mapTo(Integer.class)
                        .one());
    }

    private static void refused(ThrowingCallable call, Class<? extends Problem> problem) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isInstanceOf(problem));
    }
}
