package fr.preau.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.Scene;
import fr.preau.audit.NewAnswer;
import fr.preau.checklist.Verdict;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody leaves, with a successor or without one. */
class DepartureTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final Grant AGENT = new Grant(Role.AGENT, Scene.TOWN);
    private static final Grant READER = new Grant(Role.READER, Scene.TOWN);
    private static final LocalDate END = LocalDate.of(2027, 6, 30);
    private static Scene scene;
    private static Departures departures;
    private static Grants grants;
    private static Principal local;
    private static int number;

    @BeforeAll
    static void stage() {
        scene = new Scene(DB);
        departures = new Departures(scene.database, scene.journal, scene.clock);
        grants = new Grants(scene.database, scene.journal, scene.clock);
        local = scene.person("Administrateur local", Scene.TOWN, new Grant(Role.ADMINISTRATOR, Scene.TOWN));
    }

    @Test
    void the_successor_receives_each_right_with_its_end_and_answers_stay_with_who_wrote_them() {
        Principal leaver = person(AGENT);
        grants.give(Actor.SYSTEM, leaver.account(), new DatedGrant(READER, END));
        Principal present = scene.principal(leaver.account());
        scene.answers.save(
                present, scene.audit(Scene.SCHOOL), Scene.control("SAU-01"), 0, new NewAnswer(Verdict.CONFORME, null));
        Principal heir = person();
        Secret session = scene.sessions.open(leaver.account());
        Secret heirs = scene.sessions.open(heir.account());
        Secret handed = scene.accounts.resetLink(local, leaver.account());

        Departures.Preview preview = departures.preview(local, leaver.account(), address(heir));
        assertThat(preview.passing()).extracting(HeldGrant::grant).containsExactly(AGENT, READER);
        assertThat(scene.sessions.find(session))
                .as("nothing before the confirmation")
                .isPresent();
        departures.close(local, leaver.account(), address(heir));

        assertThat(held(heir)).containsExactly(DatedGrant.endless(AGENT), new DatedGrant(READER, END));
        assertThat(scene.sessions.find(session)).isEmpty();
        assertThat(scene.sessions.find(heirs)).as("their rights have changed").isEmpty();
        refused(() -> scene.accounts.openLink(handed), Problem.NotFound.class);
        assertThat(author()).isEqualTo(leaver.account());
        List<Trace> entries =
                scene.database.call(local, tx -> scene.journal.exactly(tx, "account/" + heir.account(), 10));
        assertThat(entries)
                .filteredOn(entry -> entry.action().equals("grant.given"))
                .hasSize(2)
                .allSatisfy(entry -> {
                    assertThat(entry.account()).isEqualTo(local.account());
                    assertThat(entry.after("from")).isEqualTo(leaver.account().toString());
                });
        int before = entries.size();
        departures.close(local, leaver.account(), address(heir));
        List<Trace> after =
                scene.database.call(local, tx -> scene.journal.exactly(tx, "account/" + heir.account(), 10));
        assertThat(after).as("a second time changes nothing").hasSize(before);
    }

    @Test
    void it_works_when_nobody_succeeds() {
        Principal leaver = person(AGENT);
        departures.close(local, leaver.account(), " ");
        refused(() -> scene.accounts.resetLink(local, leaver.account()), Problem.Conflict.class);
        assertThat(scene.sessions.find(scene.sessions.open(leaver.account()))).isEmpty();
        assertThat(new People(scene.database, scene.journal, scene.clock)
                        .person(local, leaver.account())
                        .state())
                .isEqualTo(PersonState.CLOSED);
    }

    @Test
    void a_successor_keeps_the_longer_of_two_ends() {
        Principal leaver = person();
        grants.give(Actor.SYSTEM, leaver.account(), new DatedGrant(READER, END));
        Principal shorter = person();
        grants.give(Actor.SYSTEM, shorter.account(), new DatedGrant(READER, END.minusDays(1)));
        Principal longer = person(READER);
        assertThat(departures.preview(local, leaver.account(), address(longer)).passing())
                .isEmpty();
        departures.close(local, leaver.account(), address(shorter));
        assertThat(held(shorter)).containsExactly(new DatedGrant(READER, END));
    }

    @Test
    void nobody_closes_or_takes_over_rights_above_their_own() {
        Principal both = person(AGENT, new Grant(Role.READER, UnitId.NATION));
        refused(() -> departures.preview(local, both.account(), ""), Problem.NotFound.class);
        refused(() -> departures.close(local, both.account(), address(local)), Problem.NotFound.class);
        assertThat(held(local)).hasSize(1);
        refused(() -> departures.close(local, local.account(), ""), Problem.Conflict.class);
        Principal far = scene.person("Au loin", Scene.FAR_TOWN, new Grant(Role.AGENT, Scene.FAR_TOWN));
        refused(() -> departures.close(local, far.account(), ""), Problem.NotFound.class);
    }

    @Test
    void a_successor_is_an_open_account_that_the_administrator_sees() {
        Principal leaver = person(AGENT);
        Principal far = scene.person("Ailleurs", Scene.FAR_TOWN, new Grant(Role.AGENT, Scene.FAR_TOWN));
        Principal closed = person(AGENT);
        scene.accounts.disable(local, closed.account());
        for (String wrong : List.of(address(far), "personne@exemple.invalid", address(leaver), address(closed))) {
            refused(() -> departures.close(local, leaver.account(), wrong), Problem.Invalid.class);
        }
        assertThat(key(() -> departures.preview(local, leaver.account(), address(far))))
                .as("somebody elsewhere is told like nobody")
                .isEqualTo(key(() -> departures.preview(local, leaver.account(), "personne@exemple.invalid")));
        assertThat(held(leaver)).as("still there").hasSize(1);
    }

    @Test
    void the_links_that_a_leaver_was_shown_for_others_end() {
        Principal other = scene.person("Autre administration", Scene.TOWN, new Grant(Role.ADMINISTRATOR, Scene.TOWN));
        Secret invitation =
                scene.accounts.invite(other, new NewPerson("invitee@exemple.invalid", "Invitée", Scene.TOWN), AGENT);
        departures.close(local, other.account(), "");
        refused(() -> scene.accounts.openLink(invitation), Problem.NotFound.class);
    }

    private static Principal person(Grant... rights) {
        number++;
        return scene.person("Qui part " + number, Scene.TOWN, rights);
    }

    private static String address(Principal person) {
        return DB.owner()
                .withHandle(owner -> owner.createQuery("SELECT email FROM account WHERE id = :id")
                        .bind("id", person.account())
                        .mapTo(String.class)
                        .one());
    }

    private static List<DatedGrant> held(Principal person) {
        return new People(scene.database, scene.journal, scene.clock)
                .own(person).stream().map(HeldGrant::dated).toList();
    }

    private static AccountId author() {
        return DB.owner()
                .withHandle(owner -> owner.createQuery("SELECT author FROM answer WHERE control = 'SAU-01'")
                        .mapTo(AccountId.class)
                        .one());
    }

    private static String key(ThrowingCallable call) {
        String[] key = new String[1];
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> key[0] = refusal.problem().message().key());
        return key[0];
    }

    private static void refused(ThrowingCallable call, Class<? extends Problem> problem) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isInstanceOf(problem));
    }
}
