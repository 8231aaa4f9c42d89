package fr.preau.demo;

import fr.preau.access.Accounts;
import fr.preau.access.Grant;
import fr.preau.access.NewPerson;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.access.Scope;
import fr.preau.database.Database;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.Actor;
import fr.preau.kernel.UnitId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The people of the invented country: who follows the nation, a reviewer and an agent of the State an académie, an agent
 * a collectivity of the second degree, and one agent a department for all of its communes. Functions, never names of
 * persons; addresses that reach nobody.
 */
final class CountryCast {
    private static final String DOMAIN = "@exemple.invalid";

    private final Database database;
    private final Accounts accounts;
    private final Map<String, Principal> made = new HashMap<>();

    CountryCast(Database database, Accounts accounts) {
        this.database = database;
        this.accounts = accounts;
    }

    /** Who opens the campaigns; makes the national reader too. */
    Principal organiser() {
        person("suivi.national", "Suivi national (fictif)", UnitId.NATION, Role.READER);
        return person("organisation", "Organisation des campagnes (fictive)", UnitId.NATION, Role.EDITOR);
    }

    /** Who answers and judges in a department. */
    Cast of(CountryPlace place, List<RosterLine> roster) {
        UnitId academy = UnitId.academy(place.academy());
        Map<String, Principal> agents = new HashMap<>();
        for (RosterLine line : roster) {
            String owner = line.collectivity();
            if (owner != null) {
                agents.computeIfAbsent(owner, code -> agent(code, place));
            }
        }
        return new Cast(
                organiser(),
                person(
                        "securite." + place.academy(),
                        "Sécurité, académie " + place.academy() + " (fictif)",
                        academy,
                        Role.REVIEWER),
                person(
                        "academie." + place.academy(),
                        "Agent, académie " + place.academy() + " (fictif)",
                        academy,
                        Role.AGENT),
                agents,
                Map.of());
    }

    private Principal agent(String owner, CountryPlace place) {
        if (owner.length() == 9) {
            return person(
                    "dsi." + owner, "Agent de la DSI " + owner + " (fictif)", UnitId.collectivity(owner), Role.AGENT);
        }
        return person(
                "communes." + place.department(),
                "Agent des communes, " + place.department() + " (fictif)",
                UnitId.collectivity(owner),
                Role.AGENT);
    }

    private Principal person(String key, String name, UnitId unit, Role role) {
        return made.computeIfAbsent(key, absent -> {
            String email = key.toLowerCase(Locale.ROOT) + DOMAIN;
            List<Grant> grants = List.of(new Grant(role, unit));
            AccountId account = database.call(
                            Actor.SYSTEM, tx -> tx.attach(DemoSql.class).account(email))
                    .orElseGet(() -> accounts.add(Actor.SYSTEM, new NewPerson(email, name, unit), grants));
            return new Principal(account, name, unit, unit.toString(), grants, Scope.SESSION);
        });
    }
}
