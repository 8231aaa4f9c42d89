package fr.preau.plan;

import fr.preau.access.Grant;
import fr.preau.access.Role;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.Uai;
import fr.preau.kernel.UnitId;
import java.util.List;

/**
 * Somebody to whom a theme may be entrusted: a colleague, or who works at the school.
 *
 * @param grants their rights of now, each as « ROLE unit »
 */
public record Person(AccountId account, String name, UnitId employer, List<String> grants) {
    public Person {
        grants = List.copyOf(grants);
    }

    List<Grant> rights() {
        return grants.stream()
                .map(text -> text.split(" ", 2))
                .map(parts -> new Grant(Role.of(parts[0]), UnitId.fromString(parts[1])))
                .toList();
    }

    /** Whether they are the school itself: its head, or whom they name. */
    boolean heads(Uai school) {
        return rights().contains(new Grant(Role.ESTABLISHMENT, UnitId.school(school)));
    }
}
