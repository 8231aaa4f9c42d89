package fr.preau.succession;

import static fr.preau.succession.SuccessionStage.refused;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.Scene;
import fr.preau.access.DatedGrant;
import fr.preau.access.Grant;
import fr.preau.access.Grants;
import fr.preau.access.NoticeKind;
import fr.preau.access.Notices;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.audit.KeptFigures;
import fr.preau.audit.NewAnswer;
import fr.preau.checklist.Verdict;
import fr.preau.database.Database;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.Actor;
import fr.preau.kernel.Problem;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A collectivity is replaced by another: schools, open audits, rights and people go over by one decision. */
class SuccessionsTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static SuccessionStage stage;
    private static Grants grants;

    @BeforeAll
    static void stage() {
        stage = new SuccessionStage(DB);
        grants = new Grants(stage.scene.database, stage.scene.journal, stage.scene.clock);
    }

    @Test
    void moves_schools_open_audits_rights_and_people_as_the_preview_has_shown() {
        SuccessionStage.Pair pair = stage.pair();
        Principal agent = stage.scene.person(
                "Agente " + pair.former().code(), pair.former(), new Grant(Role.AGENT, pair.former()));
        stage.scene.answers.save(
                agent, stage.audit(pair), Scene.control("SAU-01"), 0, new NewAnswer(Verdict.CONFORME, null));
        Effect effect = stage.successions.preview(stage.nation, pair.wish());
        assertThat(effect.schools()).isEqualTo(1);
        assertThat(effect.audits()).isEqualTo(1);
        assertThat(effect.staying()).isZero();
        assertThat(effect.passed().rights()).isEqualTo(1);
        assertThat(effect.passed().people()).isEqualTo(1);
        assertThat(stage.countsFor(pair))
                .as("nothing before the decision")
                .isEqualTo(pair.former().code());

        stage.successions.record(stage.nation, pair.wish(), "Commune nouvelle", effect.ticket());

        assertThat(stage.links(pair.school()))
                .containsExactly(
                        pair.former().code() + " 2020-01-01 2026-11-20 RULE",
                        pair.successor().code() + " 2026-11-20 null DECISION");
        assertThat(stage.countsFor(pair)).isEqualTo(pair.successor().code());
        assertThat(stage.rights(agent)).containsExactly("AGENT " + pair.successor() + " null");
        assertThat(stage.scene.principal(agent.account()).employer()).isEqualTo(pair.successor());
        assertThat(stage.scene
                        .audits
                        .view(stage.scene.principal(agent.account()), stage.audit(pair))
                        .cells())
                .as("its answers have followed, and it goes on")
                .anyMatch(cell -> cell.answered());
        assertThat(new Notices(stage.scene.database, stage.scene.clock).unread(agent.account()))
                .singleElement()
                .satisfies(notice -> assertThat(notice.kind()).isEqualTo(NoticeKind.UNIT_SUCCEEDED));
        Successions.Stand stand = stage.successions.stand(stage.nation, pair.former());
        assertThat(stand.collectivity().successor()).isEqualTo(pair.successor());
        assertThat(stand.recorded()).isNotNull();
        assertThat(stand.recorded().audits()).isEqualTo(1);
        assertThat(stage.actions("unit/" + pair.former())).containsExactly("collectivity.succeeded");
        assertThat(stage.actions("campaign/" + pair.campaign())).contains("roster.decided");
        assertThat(stage.actions("account/" + agent.account()))
                .containsSubsequence("account.employerChanged", "grant.revoked", "grant.given", "account.created");
        assertThat(new KeptFigures(new Database(DB.owner(), stage.scene.clock)).difference())
                .as("check-figures")
                .isEmpty();
    }

    @Test
    void a_right_keeps_the_later_end_and_lapsed_rights_and_closed_accounts_stay_behind() {
        SuccessionStage.Pair pair = stage.pair();
        LocalDate soon = LocalDate.of(2026, 12, 31);
        LocalDate late = LocalDate.of(2027, 6, 30);
        Grant old = new Grant(Role.AGENT, pair.former());
        Grant own = new Grant(Role.AGENT, pair.successor());
        Principal longer = stage.scene.person("Longue " + pair.former().code(), pair.successor());
        grants.give(Actor.SYSTEM, longer.account(), new DatedGrant(old, late));
        grants.give(Actor.SYSTEM, longer.account(), new DatedGrant(own, soon));
        Principal shorter = stage.scene.person("Courte " + pair.former().code(), pair.successor(), own);
        grants.give(Actor.SYSTEM, shorter.account(), new DatedGrant(old, soon));
        Principal lapsed = stage.scene.person("Échue " + pair.former().code(), pair.successor());
        grants.give(Actor.SYSTEM, lapsed.account(), new DatedGrant(old, soon));
        DB.owner()
                .useHandle(tx -> tx.execute(
                        "UPDATE access_grant SET since = '2026-01-01', until = '2026-11-02T00:00+01' WHERE account = ?",
                        lapsed.account().value()));
        Principal closed = stage.scene.person("Partie " + pair.former().code(), pair.former(), old);
        stage.scene.accounts.disable(Actor.SYSTEM, closed.account());

        stage.decide(stage.nation, pair.wish());

        assertThat(stage.rights(longer)).containsExactly("AGENT " + pair.successor() + " " + late);
        assertThat(stage.rights(shorter)).containsExactly("AGENT " + pair.successor() + " null");
        assertThat(stage.rights(lapsed)).containsExactly("AGENT " + pair.former() + " 2026-11-01");
        assertThat(stage.rights(closed)).containsExactly("AGENT " + pair.former() + " null");
        refused(() -> grants.give(Actor.SYSTEM, longer.account(), DatedGrant.endless(old)), Problem.Invalid.class);
    }
}
