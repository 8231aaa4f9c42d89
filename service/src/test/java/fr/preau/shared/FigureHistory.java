package fr.preau.shared;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.Scene;
import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.audit.AuditState;
import fr.preau.audit.KeptFigures;
import fr.preau.audit.NewAnswer;
import fr.preau.audit.OpinionKind;
import fr.preau.audit.RosterChange;
import fr.preau.audit.RosterChanges;
import fr.preau.audit.RosterDecision;
import fr.preau.checklist.Verdict;
import fr.preau.database.Database;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.SharedAnswerId;
import fr.preau.kernel.Uai;
import fr.preau.kernel.UnitId;
import fr.preau.review.NewOpinion;
import fr.preau.review.SendBack;
import fr.preau.succession.NewSuccession;
import fr.preau.succession.Successions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything that people do to a campaign while it runs, one thing a step, each by the service that does it. */
final class FigureHistory {
    private static final List<ControlCode> CONTROLS =
            List.of(Scene.control("SAU-02"), Scene.control("PAT-01"), Scene.control("ACC-03"));
    private static final List<UnitId> COLLECTIVITIES =
            List.of(Scene.VALLEYS, Scene.TOWN, Scene.OTHER_TOWN, Scene.FAR_TOWN);

    private final TestDatabase postgres;
    private final Sharing sharing;
    private final Scene scene;
    private final KeptFigures kept;
    private final RosterChanges rosters;
    private final Successions successions;
    private final Principal organiser;
    private final List<Uai> schools = new ArrayList<>();
    private final List<SharedAnswerId> given = new ArrayList<>();
    private Principal agent;
    private Principal reviewer;
    private int begun;
    private int opened;

    FigureHistory(TestDatabase postgres) {
        this.postgres = postgres;
        sharing = new Sharing(postgres);
        scene = sharing.scene;
        kept = new KeptFigures(scene.database);
        rosters = new RosterChanges(scene.database, scene.journal, scene.campaigns, scene.clock);
        successions = new Successions(scene.database, scene.journal, scene.clock);
        organiser = scene.administrator();
        // Nothing is published here, so that what must never change may be emptied between two histories.
        owner("ALTER TABLE frozen_school DISABLE TRIGGER USER");
        agent = scene.agent();
        reviewer = scene.reviewer();
    }

    CampaignId campaign() {
        return scene.campaign;
    }

    /** Compares as the owner of the schema, like the command. */
    KeptFigures checked() {
        return new KeptFigures(new Database(postgres.owner(), scene.clock));
    }

    /** The scene as it was, with people of its own: the campaign's roster is filled anew. */
    void begin() {
        postgres.owner().useTransaction(tx -> {
            tx.execute("TRUNCATE audit, audit_delta, unit_tally, unit_delta, unit_roster, shared_answer, succession,"
                    + " school_collectivity CASCADE");
            tx.execute("UPDATE collectivity SET succeeded_by = NULL");
            tx.execute("DELETE FROM school WHERE uai LIKE '83%'");
            tx.execute("UPDATE school SET state = 'OPEN'");
            tx.execute("INSERT INTO school_collectivity (uai, collectivity, from_day, source)"
                    + " SELECT uai, CASE type WHEN 'COLLEGE' THEN '800000013' ELSE commune END, '2020-01-01', 'RULE'"
                    + " FROM school WHERE type <> 'CIO'");
        });
        begun++;
        schools.clear();
        schools.addAll(List.of(
                Scene.COLLEGE, Scene.SECOND_COLLEGE, Scene.SCHOOL, Scene.OTHER_SCHOOL, Scene.CIO, Scene.FAR_SCHOOL));
        given.clear();
        agent = scene.person(
                "Agente " + begun,
                Scene.VALLEYS,
                new Grant(Role.AGENT, UnitId.NATION),
                new Grant(Role.AGENT, Scene.VALLEYS),
                new Grant(Role.AGENT, Scene.TOWN),
                new Grant(Role.AGENT, Scene.OTHER_TOWN),
                new Grant(Role.AGENT, Scene.FAR_TOWN));
        // Takes audits away, too: for that one runs the campaign and sees the audit.
        reviewer = scene.person(
                "Relectrice " + begun,
                UnitId.NATION,
                new Grant(Role.REVIEWER, UnitId.NATION),
                new Grant(Role.EDITOR, UnitId.NATION));
        sharing.arrivals.join(organiser, scene.campaign);
    }

    /** Takes the step; false when the service refuses it. */
    boolean takes(FigureStep step) {
        scene.now.updateAndGet(now -> now.plusSeconds(1));
        try {
            take(step, schools.get(step.move().reviews() ? step.school() / 3 : step.school()));
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    private void take(FigureStep step, Uai school) {
        AuditId audit = scene.audit(school);
        ControlCode control = CONTROLS.get(step.control());
        switch (step.move()) {
            case SAVE -> save(audit, control, step);
            case SHARE -> share(control, step);
            case UNDO -> sharing.answers.undo(agent, given(step));
            case BATCH -> answerAll(audit, step.verdict());
            case SUBMIT -> submit(audit, step);
            case WITHDRAW -> scene.reviews.withdraw(agent, audit);
            case VALIDATE -> scene.reviews.validate(reviewer, audit);
            case SEND_BACK -> scene.reviews.sendBack(reviewer, audit, new SendBack(Map.of(control, "Voir")));
            case REOPEN -> scene.reviews.reopen(reviewer, audit, "Erreur");
            case OPINE -> opine(audit, control, step);
            case TAKE_BACK -> scene.opinions.takeBack(reviewer, audit, control, version(audit, control));
            case REPAIR -> repair(audit, step);
            case REMOVE -> scene.reviews.remove(reviewer, audit, "Hors périmètre");
            case OPEN_SCHOOL -> open(step);
            case MERGE_SCHOOLS -> merge(school, audit, step);
            case CLOSE_SCHOOL -> close(school, step.pick() % 2 == 0, null);
            case REOPEN_SCHOOL -> reopen(school);
            case MOVE_SCHOOL -> move(school, step);
            case REPLACE_COLLECTIVITY -> replace(step);
            case FOLD -> kept.fold();
        }
    }

    private void save(AuditId audit, ControlCode control, FigureStep step) {
        int seen = scene.audits.control(agent, audit, control).cell().version();
        scene.answers.save(agent, audit, control, seen, new NewAnswer(step.verdict(), "Dit " + step.pick()));
    }

    private void share(ControlCode control, FigureStep step) {
        SchoolSet set = step.pick() % 2 == 0 ? SchoolSet.ALL : SchoolSet.list(List.of(schools.get(step.school())));
        UnitId owner = COLLECTIVITIES.get(step.pick() % COLLECTIVITIES.size());
        Proposal proposal = sharing.proposal(owner, control, set, step.verdict(), "Pour tous " + step.pick());
        given.add(sharing.give(agent, proposal, Fate.OWN, Fate.OTHER).id());
    }

    private SharedAnswerId given(FigureStep step) {
        if (given.isEmpty()) {
            throw Refusal.notFound();
        }
        return given.get(step.pick() % given.size());
    }

    /** By sets, as commands do, whatever stands there already. */
    private void answerAll(AuditId audit, Verdict verdict) {
        owner("""
                INSERT INTO answer AS w (campaign, audit, control, verdict, comment, version, author, party, at)
                SELECT a.campaign, a.id, k.control, ?, 'Par lot', 1, ?, 'COLLECTIVITE', now()
                FROM audit a JOIN asked_control k ON k.campaign = a.campaign AND k.school_type = a.school_type
                WHERE a.id = ? AND a.state IN ('TO_DO', 'IN_PROGRESS', 'SENT_BACK')
                ON CONFLICT (campaign, audit, control) DO UPDATE
                SET verdict = excluded.verdict, comment = excluded.comment, version = w.version + 1
                """, verdict.name(), agent.account().value(), audit.value());
        owner("UPDATE audit SET state = 'IN_PROGRESS' WHERE id = ? AND state = 'TO_DO'", audit.value());
    }

    /** Mostly of what was filled in before. */
    private void submit(AuditId audit, FigureStep step) {
        if (step.pick() % 4 > 0) {
            answerAll(audit, step.verdict());
        }
        scene.reviews.submit(agent, audit);
    }

    private void opine(AuditId audit, ControlCode control, FigureStep step) {
        OpinionKind kind = OpinionKind.values()[step.pick() % OpinionKind.values().length];
        Verdict other = kind == OpinionKind.CONTESTED ? step.verdict() : null;
        scene.opinions.give(reviewer, audit, control, version(audit, control), new NewOpinion(kind, other, "Vu"));
    }

    private int version(AuditId audit, ControlCode control) {
        return scene.opinions.version(reviewer, audit, control);
    }

    /** What no service writes: opinions on what is validated already, a département that was wrong. */
    private void repair(AuditId audit, FigureStep step) {
        owner(
                switch (step.pick() % 3) {
                    case 0 ->
                        "UPDATE opinion SET kind = 'CONTESTED', verdict = 'PARTIEL', reason = 'Repris' WHERE audit = ?";
                    case 1 -> "DELETE FROM opinion WHERE audit = ?";
                    default -> "UPDATE audit SET region = '52', academy = '17', department = '44' WHERE id = ?";
                },
                audit.value());
    }

    private void open(FigureStep step) {
        opened++;
        Uai uai = Uai.of(8_300_000 + opened);
        String type = step.pick() % 2 == 0 ? "ECOLE" : "COLLEGE";
        scene.school(uai, type, "Ouverture " + opened, COLLECTIVITIES.get(1 + step.pick() % 3), live(step.school()));
        assertThat(sharing.arrivals.join(organiser, scene.campaign))
                .as("schools that join")
                .isPositive();
        schools.add(uai);
    }

    /** The absorbed audit leaves the roster and stays readable. */
    private void merge(Uai school, AuditId audit, FigureStep step) {
        close(school, true, schools.get(step.pick() % schools.size()));
        assertThat(scene.audits.view(agent, audit).audit().state()).isEqualTo(AuditState.REMOVED);
    }

    private void close(Uai school, boolean followed, @Nullable Uai absorber) {
        if (school.equals(absorber)) {
            throw Refusal.notFound();
        }
        owner("UPDATE school SET state = 'CLOSED' WHERE uai = ?", school.value());
        decide(school, RosterChange.Kind.CLOSED, followed, absorber);
    }

    private void reopen(Uai school) {
        owner("UPDATE school SET state = 'OPEN' WHERE uai = ?", school.value());
        sharing.arrivals.join(organiser, scene.campaign);
    }

    private void move(Uai school, FigureStep step) {
        owner(
                "UPDATE school_collectivity SET collectivity = ?, source = 'DECISION' WHERE uai = ? AND to_day IS NULL",
                live(step.pick()).code(),
                school.value());
        decide(school, RosterChange.Kind.MOVED, step.pick() % 3 > 0, null);
    }

    private void decide(Uai school, RosterChange.Kind kind, boolean followed, @Nullable Uai absorber) {
        RosterChange waiting = rosters.roster(organiser, scene.campaign).of(kind).stream()
                .filter(change -> change.uai().equals(school))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        rosters.decide(
                organiser,
                scene.campaign,
                new RosterDecision(kind, Set.of(waiting.ticket()), followed, absorber, "Arrêté"));
    }

    /** Links of schools, open audits and rights go over: the agent goes on by the rights of now. */
    private void replace(FigureStep step) {
        UnitId former = COLLECTIVITIES.get(step.school() % COLLECTIVITIES.size());
        UnitId successor = COLLECTIVITIES.get(step.pick() % COLLECTIVITIES.size());
        NewSuccession wish = new NewSuccession(former, successor, LocalDate.of(2026, 11, 20));
        successions.record(
                organiser, wish, "Arrêté", successions.preview(organiser, wish).ticket());
        agent = scene.principal(agent.account());
    }

    /** One that no other has replaced. */
    private UnitId live(int pick) {
        List<String> live = postgres.owner()
                .withHandle(
                        tx -> tx.createQuery("SELECT code FROM collectivity WHERE succeeded_by IS NULL ORDER BY code")
                                .mapTo(String.class)
                                .list());
        return UnitId.collectivity(live.get(pick % live.size()));
    }

    private void owner(String statement, Object... arguments) {
        postgres.owner().useHandle(tx -> tx.execute(statement, arguments));
    }
}
