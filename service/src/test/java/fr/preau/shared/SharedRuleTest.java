package fr.preau.shared;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.Scene;
import fr.preau.access.Grant;
import fr.preau.access.Placement;
import fr.preau.access.Role;
import fr.preau.audit.Answering;
import fr.preau.audit.Audit;
import fr.preau.checklist.Party;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.UnitId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who may answer stands in Java for one save and in SQL for thousands of schools: over every case the two are one rule. */
class SharedRuleTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    /** A unit of each kind in which the school may lie, one beside it, the nation, the school itself. */
    private static final List<UnitId> OWNERS = List.of(
            UnitId.NATION,
            UnitId.region("53"),
            UnitId.region("52"),
            Scene.ACADEMY,
            Scene.OTHER_ACADEMY,
            UnitId.department("35"),
            UnitId.department("44"),
            Scene.TOWN,
            Scene.OTHER_TOWN,
            Scene.FAR_TOWN,
            UnitId.school(Scene.COLLEGE));

    private static final List<UnitId> COLLECTIVITIES = Arrays.asList(Scene.TOWN, Scene.OTHER_TOWN, Scene.VALLEYS, null);

    @Test
    void the_statement_answers_as_the_rule_does() {
        List<String> wrong = new ArrayList<>();
        int yes = 0;
        for (UnitId owner : OWNERS) {
            for (UnitId present : COLLECTIVITIES) {
                for (UnitId fixed : COLLECTIVITIES) {
                    for (Party party : Party.values()) {
                        String rule = rule(owner, present, fixed, party);
                        String statement = statement(owner, present, fixed, party);
                        yes += rule == null ? 0 : 1;
                        if (!String.valueOf(rule).equals(String.valueOf(statement))) {
                            wrong.add(
                                    owner + " " + present + " " + fixed + " " + party + ": " + rule + ", " + statement);
                        }
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(yes).isPositive();
    }

    private static String rule(UnitId owner, UnitId present, UnitId fixed, Party party) {
        Placement place = new Placement(Scene.COLLEGE, "35", "14", "53", code(present));
        return Answering.writesFor(List.of(new Grant(Role.AGENT, owner)), Audit.running(place, code(fixed)), party)
                .map(Party::name)
                .orElse(null);
    }

    private static String statement(UnitId owner, UnitId present, UnitId fixed, Party party) {
        return DB.service()
                .withHandle(handle -> handle.createQuery(
                                "SELECT answers_as(:owner, '35', '14', '53', :present, :fixed, :party)")
                        .bind("owner", owner)
                        .bind("present", code(present))
                        .bind("fixed", code(fixed))
                        .bind("party", party.name())
                        .mapTo(String.class)
                        .findOne()
                        .orElse(null));
    }

    private static String code(UnitId unit) {
        return unit == null ? null : unit.code();
    }
}
