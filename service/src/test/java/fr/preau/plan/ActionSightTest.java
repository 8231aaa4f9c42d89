package fr.preau.plan;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.Scene;
import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.audit.Audit;
import fr.preau.audit.AuditState;
import fr.preau.audit.Sight;
import fr.preau.checklist.Party;
import fr.preau.checklist.Verdict;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.ActionId;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Paris;
import fr.preau.kernel.Uai;
import fr.preau.kernel.UnitId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who sees an action is who sees the answer: the query's sight is held to {@link Sight}, person by person, state by state. */
class ActionSightTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private final Doing doing = new Doing(DB);
    private final Scene scene = doing.scene;
    private final SoftAssertions soft = new SoftAssertions();

    /** An action on one control of one school. */
    private record Case(ActionId id, AuditId audit, Party fallsTo, Uai school) {}

    @Test
    void an_action_shows_to_who_sees_the_answer_in_every_state() {
        List<Case> cases = new ArrayList<>();
        cases.addAll(actions(scene.agent(), Scene.COLLEGE));
        cases.addAll(actions(scene.townAgent(), Scene.SCHOOL));
        cases.addAll(actions(scene.stateAgent(), Scene.CIO));
        assertThat(cases).extracting(Case::fallsTo).contains(Party.ETAT, Party.COLLECTIVITE, Party.PARTAGE);
        List<Principal> people = people();
        for (String day : List.of("2026-11-23T09:00:00Z", "2027-02-15T09:00:00Z")) {
            scene.at(day);
            for (AuditState state : AuditState.values()) {
                DB.owner()
                        .useHandle(owner -> owner.execute(
                                "UPDATE audit SET state = ?, submitted_at = now(), submitted_by = 1", state.name()));
                people.forEach(person -> cases.forEach(one -> compare(person, one, state)));
            }
        }
        soft.assertAll();
    }

    private void compare(Principal person, Case one, AuditState state) {
        boolean expected = sight(person, one.audit())
                .filter(sight -> sight.answers(one.fallsTo()))
                .isPresent();
        String told = person.name() + ", " + one + ", " + state + ", " + Paris.today(scene.clock);
        soft.assertThat(doing.seen(person).contains(one.id())).as(told).isEqualTo(expected);
        if (expected) {
            boolean current = sight(person, one.audit()).orElseThrow().current(one.fallsTo());
            SchoolAnswer school = doing.actions.show(person, one.id()).schools().get(0);
            soft.assertThat(school.verdict() != null).as("answer of " + told).isEqualTo(current);
        }
    }

    private Optional<Sight> sight(Principal person, AuditId id) {
        try {
            Audit audit = scene.database.call(person, tx -> scene.audits.find(tx, person, id));
            return Optional.of(Sight.of(person, audit, Paris.today(scene.clock)));
        } catch (fr.preau.kernel.Refusal outside) {
            return Optional.empty();
        }
    }

    /** One action a party, of those that the school is asked. */
    private List<Case> actions(Principal agent, Uai school) {
        AuditId audit = scene.audit(school);
        scene.answerAll(agent, audit, Verdict.PARTIEL);
        List<Case> cases = new ArrayList<>();
        for (Party party : Party.values()) {
            scene.audits.view(agent, audit).cells().stream()
                    .filter(cell -> cell.party() == party && cell.weak())
                    .findFirst()
                    .ifPresent(cell -> cases.add(new Case(plan(agent, audit, cell.control()), audit, party, school)));
        }
        return cases;
    }

    private ActionId plan(Principal agent, AuditId audit, ControlCode control) {
        return doing.plans.plan(agent, audit, control, Doing.action("Corriger", Doing.SPRING), Extent.ONE, Set.of());
    }

    private List<Principal> people() {
        UnitId far = Scene.OTHER_ACADEMY;
        return List.of(
                scene.agent(),
                scene.townAgent(),
                scene.stateAgent(),
                scene.head(),
                scene.reviewer(),
                scene.otherReviewer(),
                scene.nationalReader(),
                scene.administrator(),
                scene.person("Agent d’une autre académie", far, new Grant(Role.AGENT, far)),
                scene.person("Lectrice de la commune", Scene.TOWN, new Grant(Role.READER, Scene.TOWN)),
                scene.person("Revue nationale", UnitId.NATION, new Grant(Role.REVIEWER, UnitId.NATION)));
    }
}
