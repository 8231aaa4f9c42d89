package fr.preau.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.Scene;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.Actor;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is over goes at its time, and not before: the table of docs/security.md. */
class SweepsTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    @Test
    void each_thing_goes_at_its_time_and_the_person_stays() {
        Scene scene = new Scene(DB);
        Sweeps sweeps = new Sweeps(scene.database, scene.clock, SessionLimits.DEFAULT);
        AccountId person = scene.accounts.add(
                Actor.SYSTEM,
                new NewPerson("balai@exemple.invalid", "Balai", Scene.TOWN),
                List.of(new Grant(Role.AGENT, Scene.TOWN)));
        scene.accounts.resetLink(Actor.SYSTEM, person);
        scene.sessions.open(person);
        new Tokens(scene.database, scene.journal, scene.clock)
                .issue(Actor.SYSTEM, person, new NewToken("essai", Scope.READ, 1));
        new Notices(scene.database, scene.clock).read(scene.principal(person));
        new SignInSteps(scene.database, scene.clock).begin(scene.administrator().account());
        DB.owner().useHandle(owner -> {
            owner.execute("INSERT INTO sign_in_failure (key, failures, last_at, free_at) VALUES"
                    + " (decode(repeat('00', 32), 'hex'), 1, '2026-11-23T09:00:00Z', '2026-11-23T09:00:00Z')");
            owner.execute("DELETE FROM session WHERE account <> ?", person.value());
        });

        assertThat(sweeps.sweep()).as("nothing is over yet").isZero();
        after(scene, SignInSteps.LONGEST, sweeps, "sign_in_step");
        after(scene, Throttle.MEMORY.plusSeconds(1), sweeps, "sign_in_failure");
        after(scene, SessionLimits.DEFAULT.idle(), sweeps, "session");
        after(scene, Duration.ofHours(1).plus(Sweeps.LINKS).plusSeconds(1), sweeps, "one_time_link");
        after(scene, Duration.ofDays(1).plus(Sweeps.TOKENS).plusSeconds(1), sweeps, "api_token");
        after(scene, Sweeps.NOTICES.plusSeconds(1), sweeps, "sign_in_notice");
        scene.at("2026-11-23T09:00:00Z");
        assertThat(scene.principal(person).grants()).hasSize(1);
    }

    /** At that age, and not a second earlier, the table is emptied of it. */
    private static void after(Scene scene, Duration age, Sweeps sweeps, String table) {
        scene.at("2026-11-23T09:00:00Z");
        scene.now.set(scene.now.get().plus(age).minusSeconds(1));
        sweeps.sweep();
        assertThat(rows(table)).as(table + " just before").isPositive();
        scene.now.set(scene.now.get().plusSeconds(1));
        sweeps.sweep();
        assertThat(rows(table)).as(table).isZero();
    }

    private static int rows(String table) {
        return DB.owner()
                .withHandle(owner -> owner.createQuery("SELECT count(*) FROM " + table)
                        .mapTo(Integer.class)
                        .one());
    }
}
