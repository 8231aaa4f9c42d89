package fr.preau.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.Scene;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** People, rights, links, sessions and tokens: what an administrator may do, and what nobody may. */
class AccountsTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final String PASSWORD = "trois mots et un quatrième";
    private static Scene scene;

    @BeforeAll
    static void stage() {
        scene = new Scene(DB);
    }

    @AfterEach
    void back() {
        scene.at("2026-11-23T09:00:00Z");
    }

    @Test
    void an_invited_person_chooses_a_password_once_and_signs_in() {
        Secret link = invite(scene.administrator(), "invitee@exemple.invalid", new Grant(Role.AGENT, Scene.TOWN));
        AccountId account = scene.accounts.choosePassword(link, PASSWORD);
        assertThat(scene.sessions.find(scene.sessions.open(signIn(" Invitee@Exemple.invalid ", PASSWORD, "192.0.2.1"))))
                .hasValueSatisfying(principal -> {
                    assertThat(principal.account()).isEqualTo(account);
                    assertThat(principal.side()).isEqualTo(Side.COLLECTIVITY);
                    assertThat(principal.grants()).containsExactly(new Grant(Role.AGENT, Scene.TOWN));
                });
        refused(() -> scene.accounts.choosePassword(link, PASSWORD), Problem.NotFound.class);
    }

    @Test
    void a_link_dies_with_its_time() {
        Secret link = invite(scene.administrator(), "tard@exemple.invalid", new Grant(Role.AGENT, Scene.TOWN));
        scene.at("2026-12-01T09:00:01Z");
        refused(() -> scene.accounts.openLink(link), Problem.NotFound.class);
    }

    @Test
    void an_administrator_gives_no_right_outside_their_units_and_none_above_them() {
        Principal academy =
                scene.person("Administratrice d’académie", Scene.ACADEMY, new Grant(Role.ADMINISTRATOR, Scene.ACADEMY));
        for (UnitId outside : List.of(UnitId.NATION, UnitId.region("53"), Scene.OTHER_ACADEMY, Scene.VALLEYS)) {
            refused(
                    () -> invite(academy, "ailleurs@exemple.invalid", new Grant(Role.READER, outside)),
                    Problem.NotFound.class);
            refused(
                    () -> scene.accounts.grant(academy, academy.account(), new Grant(Role.ADMINISTRATOR, outside)),
                    Problem.NotFound.class);
        }
        scene.accounts.grant(academy, academy.account(), new Grant(Role.REVIEWER, UnitId.department("35")));
        assertThat(scene.principal(academy.account()).has(Role.REVIEWER)).isTrue();
    }

    @Test
    void nobody_resets_or_disables_somebody_with_rights_above_theirs() {
        Principal academy =
                scene.person("Administrateur de Rennes", Scene.ACADEMY, new Grant(Role.ADMINISTRATOR, Scene.ACADEMY));
        Principal both = scene.person(
                "À cheval",
                Scene.ACADEMY,
                new Grant(Role.REVIEWER, Scene.ACADEMY),
                new Grant(Role.READER, UnitId.NATION));
        refused(() -> scene.accounts.resetLink(academy, both.account()), Problem.NotFound.class);
        refused(() -> scene.accounts.disable(academy, both.account()), Problem.NotFound.class);
        Principal within = scene.reviewer();
        assertThat(scene.accounts.resetLink(academy, within.account()).text()).isNotBlank();
    }

    @Test
    void a_revoked_right_and_a_disabled_account_end_sessions_and_tokens() {
        Principal agent = scene.townAgent();
        Secret session = scene.sessions.open(agent.account());
        Tokens tokens = new Tokens(scene.database, scene.journal, scene.clock);
        Secret token = tokens.issue(agent, agent.account(), new NewToken("essai", Scope.ANSWER, 30));
        assertThat(tokens.find(token)).isPresent();
        scene.accounts.revoke(scene.administrator(), agent.account(), new Grant(Role.AGENT, Scene.TOWN));
        assertThat(scene.sessions.find(session)).isEmpty();
        assertThat(tokens.find(token)).isEmpty();
        scene.accounts.disable(scene.administrator(), agent.account());
        refused(
                () -> tokens.issue(agent, agent.account(), new NewToken("essai", Scope.READ, 1)),
                Problem.Conflict.class);
    }

    @Test
    void a_session_ends_when_idle_and_in_any_case_after_a_day_of_work() {
        Principal agent = scene.townAgent();
        Secret idle = scene.sessions.open(agent.account());
        scene.now.set(scene.now.get().plus(SessionLimits.DEFAULT.idle()).plusSeconds(1));
        assertThat(scene.sessions.find(idle)).isEmpty();
        Secret busy = scene.sessions.open(agent.account());
        Duration half = SessionLimits.DEFAULT.idle().dividedBy(2);
        for (Duration spent = Duration.ZERO;
                spent.compareTo(SessionLimits.DEFAULT.longest()) < 0;
                spent = spent.plus(half)) {
            assertThat(scene.sessions.find(busy)).isPresent();
            scene.now.set(scene.now.get().plus(half));
        }
        assertThat(scene.sessions.find(busy)).isEmpty();
    }

    @Test
    void wrong_passwords_slow_down_and_never_lock() {
        Secret link = invite(scene.administrator(), "lente@exemple.invalid", new Grant(Role.AGENT, Scene.TOWN));
        scene.accounts.choosePassword(link, PASSWORD);
        for (int attempt = 0; attempt < 4; attempt++) {
            refused(() -> signIn("lente@exemple.invalid", "faux", "192.0.2.7"), Problem.Invalid.class);
        }
        refused(() -> signIn("lente@exemple.invalid", "faux", "192.0.2.7"), Problem.Invalid.class);
        refused(() -> signIn("lente@exemple.invalid", PASSWORD, "192.0.2.7"), Problem.TooMany.class);
        assertThat(signIn("lente@exemple.invalid", PASSWORD, "192.0.2.8"))
                .as("from elsewhere its owner comes in")
                .isNotNull();
        scene.now.set(scene.now.get().plusSeconds(5));
        assertThat(signIn("lente@exemple.invalid", PASSWORD, "192.0.2.7"))
                .as("the delay over, the right password is taken")
                .isNotNull();
    }

    @Test
    void an_unknown_address_and_a_wrong_password_are_told_alike() {
        Secret link = invite(scene.administrator(), "connue@exemple.invalid", new Grant(Role.AGENT, Scene.TOWN));
        scene.accounts.choosePassword(link, PASSWORD);
        Problem wrong = refused(() -> signIn("connue@exemple.invalid", "faux", "192.0.2.9"), Problem.Invalid.class);
        Problem unknown = refused(() -> signIn("inconnue@exemple.invalid", "faux", "192.0.2.9"), Problem.Invalid.class);
        assertThat(unknown).isEqualTo(wrong);
    }

    @Test
    void an_unknown_address_costs_the_same_work_as_a_known_one() {
        Secret link = invite(scene.administrator(), "mesuree@exemple.invalid", new Grant(Role.AGENT, Scene.TOWN));
        scene.accounts.choosePassword(link, PASSWORD);
        List<Long> known = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        for (int attempt = 0; attempt < 5; attempt++) {
            known.add(spent("mesuree@exemple.invalid", "192.0.2.1" + attempt));
            unknown.add(spent("absente@exemple.invalid", "192.0.2.1" + attempt));
        }
        double ratio = median(unknown) / median(known);
        assertThat(ratio).as("Argon2id in both, and nothing else that counts").isBetween(0.4, 2.5);
    }

    @Test
    void delays_are_kept_by_the_database_so_that_a_restart_forgets_none() {
        for (int attempt = 0; attempt < 5; attempt++) {
            refused(() -> signIn("relance@exemple.invalid", "faux", "192.0.2.50"), Problem.Invalid.class);
        }
        SignIns restarted = new SignIns(DB.database(), scene.clock);
        refused(() -> restarted.byPassword("relance@exemple.invalid", "faux", "192.0.2.50"), Problem.TooMany.class);
    }

    private static long spent(String email, String address) {
        long start = System.nanoTime();
        refused(() -> signIn(email, "un mot de passe faux", address), Problem.Invalid.class);
        return System.nanoTime() - start;
    }

    private static double median(List<Long> spent) {
        return spent.stream().sorted().toList().get(spent.size() / 2);
    }

    private static AccountId signIn(String email, String password, String address) {
        return new SignIns(scene.database, scene.clock).byPassword(email, password, address);
    }

    private static Secret invite(Principal by, String email, Grant grant) {
        UnitId employer = grant.unit().kind() == UnitId.Kind.COLLECTIVITY ? grant.unit() : Scene.ACADEMY;
        return scene.accounts.invite(by, new NewPerson(email, "Une personne", employer), grant);
    }

    private static Problem refused(ThrowingCallable call, Class<? extends Problem> problem) {
        Refusal[] caught = new Refusal[1];
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.problem()).isInstanceOf(problem);
            caught[0] = refusal;
        });
        return caught[0].problem();
    }
}
