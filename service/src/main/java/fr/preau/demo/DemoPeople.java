package fr.preau.demo;

import fr.preau.access.Accounts;
import fr.preau.access.Grant;
import fr.preau.access.NewPerson;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.access.Scope;
import fr.preau.database.Database;
import fr.preau.demo.DemoTerritory.Commune;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.Actor;
import fr.preau.kernel.SearchText;
import fr.preau.kernel.Uai;
import fr.preau.kernel.UnitId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Makes the accounts: those whom one can play, and the colleagues whose names stand under the other answers. */
final class DemoPeople {
    private static final UnitId ACADEMY = UnitId.academy(DemoTerritory.ACADEMY);
    /** One second-degree school in so many answers for itself. */
    private static final int HEADED_ONE_IN = 6;

    private final Database database;
    private final Accounts accounts;
    private final DemoTerritory territory;

    DemoPeople(Database database, Accounts accounts, DemoTerritory territory) {
        this.database = database;
        this.accounts = accounts;
        this.territory = territory;
    }

    /** Who writes the livrable, one of each side; the collectivities' one answers for the département too. */
    record Editors(Principal state, Principal collectivity) {}

    /** Those of them who aren't there yet are made. */
    Editors editors() {
        UnitId department = UnitId.collectivity(territory.department().siren());
        Grant editor = new Grant(Role.EDITOR, UnitId.NATION);
        return new Editors(
                play(DemoPerson.MINISTRY, UnitId.NATION, Role.READER, Role.EDITOR),
                account(
                        new NewPerson(DemoPerson.GROUP.email(), DemoPerson.GROUP.personName(), department),
                        List.of(editor, new Grant(Role.EDITOR, department))));
    }

    /** Makes those who aren't there yet. */
    Cast cast() {
        play(DemoPerson.ADMINISTRATOR, UnitId.NATION, Role.ADMINISTRATOR);
        Principal organiser =
                person("Organisation nationale des campagnes", UnitId.NATION, List.of(Role.EDITOR, Role.REVIEWER));
        return new Cast(
                organiser,
                play(DemoPerson.OFFICER, ACADEMY, Role.REVIEWER, Role.READER),
                play(DemoPerson.STATE_AGENT, ACADEMY, Role.AGENT),
                agents(),
                heads());
    }

    private Map<String, Principal> agents() {
        Map<String, Principal> agents = new HashMap<>();
        String department = territory.department().siren();
        String region = territory.region().siren();
        agents.put(department, play(DemoPerson.DSI, UnitId.collectivity(department), Role.AGENT));
        agents.put(region, person("Agent de la DSI régionale", UnitId.collectivity(region), List.of(Role.AGENT)));
        for (Commune commune : territory.communes()) {
            UnitId unit = UnitId.collectivity(commune.code());
            Principal agent = commune.equals(territory.town())
                    ? play(DemoPerson.TOWN_HALL, unit, Role.AGENT)
                    : person("Agent de la mairie, " + commune.name(), unit, List.of(Role.AGENT));
            agents.put(commune.code(), agent);
        }
        return agents;
    }

    private Map<Uai, Principal> heads() {
        List<DemoSchool> second = territory.schools().stream()
                .filter(school -> school.owner() != null)
                .toList();
        Map<Uai, Principal> heads = new HashMap<>();
        IntStream.range(0, second.size())
                .filter(i -> i % HEADED_ONE_IN == HEADED_ONE_IN - 1)
                .mapToObj(second::get)
                .forEach(school -> heads.put(
                        school.uai(),
                        person(
                                "Direction, " + school.name(),
                                UnitId.school(school.uai()),
                                List.of(Role.ESTABLISHMENT))));
        Uai played = territory.school(StatePlan.HEADED).uai();
        heads.put(played, play(DemoPerson.HEAD, UnitId.school(played), Role.ESTABLISHMENT));
        return heads;
    }

    private Principal play(DemoPerson person, UnitId unit, Role... roles) {
        return account(new NewPerson(person.email(), person.personName(), unit), grants(unit, roles));
    }

    private Principal person(String name, UnitId unit, List<Role> roles) {
        String email = SearchText.fold(name).replace(' ', '.') + "@exemple.invalid";
        return account(new NewPerson(email, name, unit), grants(unit, roles.toArray(Role[]::new)));
    }

    private static List<Grant> grants(UnitId unit, Role... roles) {
        return Arrays.stream(roles).map(role -> new Grant(role, unit)).toList();
    }

    private Principal account(NewPerson person, List<Grant> grants) {
        UnitId unit = person.employer();
        AccountId account = database.call(
                        Actor.SYSTEM, tx -> tx.attach(DemoSql.class).account(person.email()))
                .orElseGet(() -> accounts.add(Actor.SYSTEM, person, grants));
        return new Principal(account, person.name(), unit, unit.toString(), grants, Scope.SESSION);
    }
}
