package fr.preau.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.Scene;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.Actor;
import fr.preau.kernel.UnitId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The list of one's people: who is in it, what it tells of each, and that it stays quick. */
class PeopleTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final int MANY = 5_000;
    private static Scene scene;
    private static People people;
    private static Principal academy;
    private static Principal nation;
    private static AccountId agent;

    @BeforeAll
    static void stage() {
        scene = new Scene(DB);
        people = new People(scene.database, scene.journal, scene.clock);
        nation = scene.administrator();
        academy = scene.person("Zoé Administratrice", Scene.ACADEMY, new Grant(Role.ADMINISTRATOR, Scene.ACADEMY));
        agent = scene.accounts.add(
                academy,
                new NewPerson("elise.berthier@exemple.invalid", "Élise Berthier", UnitId.school(Scene.COLLEGE)),
                List.of(
                        new Grant(Role.ESTABLISHMENT, UnitId.school(Scene.COLLEGE)),
                        new Grant(Role.READER, UnitId.department("35"))));
    }

    @Test
    void tells_who_has_what_since_when_by_whom_and_when_they_were_last_seen() {
        assertThat(only("berthier").state()).isEqualTo(PersonState.INVITED);
        Secret session = scene.sessions.open(agent);
        scene.sessions.close(scene.sessions.find(session).orElseThrow(), session);
        PersonRow row = only("ELISE exemple");
        assertThat(row.state()).isEqualTo(PersonState.ACTIVE);
        assertThat(row.seenAt()).as("kept once the session has ended").isEqualTo(scene.now.get());
        assertThat(row.held())
                .hasSizeGreaterThanOrEqualTo(2)
                .filteredOn(held -> held.givenBy() != 0)
                .hasSize(2)
                .allSatisfy(held -> {
                    assertThat(held.givenByName()).isEqualTo("Zoé Administratrice");
                    assertThat(held.since()).isEqualTo(scene.now.get());
                    assertThat(held.unitName()).isNotNull();
                });
    }

    @Test
    void finds_by_role_by_unit_and_by_what_lies_below_it() {
        assertThat(names(academy, filter("", Role.ESTABLISHMENT, null))).containsExactly("Élise Berthier");
        assertThat(names(academy, filter("", null, UnitId.school(Scene.COLLEGE))))
                .containsExactly("Élise Berthier");
        assertThat(names(academy, filter("berthier", null, Scene.VALLEYS)))
                .as("the collège is the département's")
                .containsExactly("Élise Berthier");
        assertThat(names(academy, filter("berthier", Role.READER, UnitId.school(Scene.COLLEGE))))
                .as("reader, but of the whole department")
                .isEmpty();
        assertThat(names(academy, filter("", Role.ADMINISTRATOR, UnitId.NATION)))
                .containsExactly("Zoé Administratrice");
    }

    @Test
    void shows_nobody_from_elsewhere_and_nobody_by_a_right_that_has_lapsed() {
        Principal far = scene.person("Loin", Scene.FAR_TOWN, new Grant(Role.ADMINISTRATOR, Scene.FAR_TOWN));
        assertThat(names(far, PeopleFilter.ALL)).containsExactly("Loin");
        Grants grants = new Grants(scene.database, scene.journal, scene.clock);
        grants.give(
                Actor.SYSTEM,
                agent,
                new DatedGrant(new Grant(Role.READER, Scene.FAR_TOWN), LocalDate.of(2026, 11, 23)));
        assertThat(names(far, PeopleFilter.ALL)).containsExactly("Élise Berthier", "Loin");
        scene.at("2026-11-23T23:00:00Z");
        assertThat(names(far, PeopleFilter.ALL)).containsExactly("Loin");
        assertThat(people.sees(far, agent)).isFalse();
        scene.at("2026-11-23T09:00:00Z");
    }

    @Test
    void five_thousand_people_are_read_part_by_part_and_the_last_part_costs_what_the_first_does() {
        many();
        People.Part first = people.list(nation, PeopleFilter.ALL, null, People.PAGE);
        assertThat(first.total()).isGreaterThan(MANY);
        List<String> all = new ArrayList<>();
        AccountId last = null;
        AccountId almost = null;
        for (People.Part part = first; ; part = people.list(nation, PeopleFilter.ALL, last, People.PAGE)) {
            part.page().items().forEach(person -> all.add(person.id().toString()));
            if (part.page().next() == null) {
                break;
            }
            almost = last;
            last = new AccountId(Long.parseLong(part.page().next()));
        }
        assertThat(all).hasSize((int) first.total()).doesNotHaveDuplicates();

        AccountId end = almost;
        double head = median(() -> people.list(nation, PeopleFilter.ALL, null, People.PAGE));
        double tail = median(() -> people.list(nation, PeopleFilter.ALL, end, People.PAGE));
        double within = median(() -> people.list(academy, PeopleFilter.ALL, null, People.PAGE));
        double found = median(() -> people.list(academy, filter("personne 42", Role.AGENT, null), null, People.PAGE));
        System.out.printf(
                "%d people, a page of %d: first %.1f ms, last %.1f ms, an académie's %.1f ms, searched %.1f ms%n",
                first.total(), People.PAGE, head, tail, within, found);
        assertThat(tail / head).as("the last part against the first").isLessThan(3);
    }

    /** As an import would leave them: one of five in the académie, two rights each. */
    private static void many() {
        DB.owner().useTransaction(owner -> {
            owner.execute("INSERT INTO account (email, name, employer, search_text, created_at)"
                    + " SELECT 'p' || n || '@exemple.invalid', 'Personne ' || n,"
                    + " CASE WHEN n % 5 = 0 THEN 'departement-35' ELSE 'collectivite-35902' END,"
                    + " 'personne ' || n || ' p' || n || ' exemple invalid', now() FROM generate_series(1, " + MANY
                    + ") n");
            owner.execute("INSERT INTO access_grant (account, role, unit, since, granted_by)"
                    + " SELECT id, role, employer, '2026-11-01', 0 FROM account, (VALUES ('AGENT'), ('READER')) r (role)"
                    + " WHERE email ~ '^p[0-9]+@'");
        });
        DB.owner().useHandle(owner -> owner.execute("ANALYZE account, access_grant"));
    }

    private static double median(Runnable work) {
        List<Long> spent = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            long start = System.nanoTime();
            work.run();
            spent.add(System.nanoTime() - start);
        }
        return spent.stream().sorted().toList().get(3)
                / (double) Duration.ofMillis(1).toNanos();
    }

    private static PersonRow only(String text) {
        List<PersonRow> found = people.list(academy, filter(text, null, null), null, People.PAGE)
                .page()
                .items();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static List<String> names(Principal by, PeopleFilter filter) {
        return people.list(by, filter, null, People.PAGE).page().items().stream()
                .map(PersonRow::name)
                .toList();
    }

    private static PeopleFilter filter(String text, Role role, UnitId unit) {
        return new PeopleFilter(text, role, unit, null);
    }
}
