package fr.preau.rights;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.access.Grant;
import fr.preau.access.NewPerson;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.access.Scope;
import fr.preau.campaign.NewCampaign;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.Actor;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Uai;
import fr.preau.kernel.UnitId;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The scene of the matrix: {@link Scene} with a second department in its académie, a canary in the other one, a campaign
 * of each unit, and a person of each role on each side. What the person's own unit holds is begun and not submitted, so
 * that nothing sent here goes through by mistake.
 */
final class Stage {
    static final UnitId DEPARTMENT = UnitId.department("35");
    static final UnitId NEXT_DEPARTMENT = UnitId.department("22");
    static final UnitId NEXT_TOWN = UnitId.collectivity("22901");
    static final UnitId NEXT_VALLEYS = UnitId.collectivity("800000021");
    static final Uai NEXT_SCHOOL = Uai.of(8_000_041);
    private static final Uai NEXT_COLLEGE = Uai.of(8_000_042);
    private static final LocalDate OPENS = LocalDate.of(2026, 11, 2);
    private static final LocalDate CLOSES = LocalDate.of(2027, 1, 29);
    static final long UNKNOWN = 999_999_999L;

    private final App app;
    private final Scene scene;
    private final Map<UnitId, CampaignId> campaigns = new HashMap<>();
    final CampaignId national;
    final Canary canary;

    Stage(App app) {
        this.app = app;
        scene = app.scene();
        territory();
        Canary.territory(scene);
        for (UnitId unit : List.of(
                Scene.TOWN,
                Scene.OTHER_TOWN,
                Scene.VALLEYS,
                NEXT_VALLEYS,
                DEPARTMENT,
                NEXT_DEPARTMENT,
                Scene.OTHER_ACADEMY)) {
            campaigns.put(unit, campaign(unit));
        }
        Canary.farIds(app);
        national = scene.campaign("Partout", OPENS, CLOSES);
        canary = Canary.sing(scene, national);
        begin(scene.townAgent(), Scene.SCHOOL);
        begin(scene.agent(), Scene.COLLEGE);
    }

    /** The columns of the matrix, in its order. */
    List<Who> people() {
        Map<Place, Target> town = targets(
                target(Scene.TOWN, Scene.SCHOOL, Scene.TOWN),
                target(Scene.OTHER_TOWN, Scene.OTHER_SCHOOL, Scene.OTHER_TOWN),
                target(Scene.VALLEYS, Scene.COLLEGE, Scene.VALLEYS),
                unknown(UnitId.collectivity("99998")));
        Map<Place, Target> state = targets(
                target(DEPARTMENT, Scene.SCHOOL, DEPARTMENT),
                target(NEXT_DEPARTMENT, NEXT_SCHOOL, NEXT_DEPARTMENT),
                target(NEXT_VALLEYS, NEXT_COLLEGE, NEXT_VALLEYS),
                unknown(UnitId.department("98")));
        UnitId college = UnitId.school(Scene.COLLEGE);
        Map<Place, Target> school = targets(
                target(college, Scene.COLLEGE, Scene.VALLEYS),
                target(UnitId.school(Scene.SECOND_COLLEGE), Scene.SECOND_COLLEGE, Scene.OTHER_TOWN),
                target(UnitId.school(Scene.SCHOOL), Scene.SCHOOL, Scene.TOWN),
                unknown(UnitId.school(Uai.of(8_999_999))));
        return List.of(
                who("agent", Role.AGENT, Scene.TOWN, town),
                who("agent·E", Role.AGENT, DEPARTMENT, state),
                who("school", Role.ESTABLISHMENT, college, school),
                who("reviewer", Role.REVIEWER, DEPARTMENT, state),
                who("reader", Role.READER, Scene.TOWN, town),
                who("reader·E", Role.READER, DEPARTMENT, state),
                who("editor", Role.EDITOR, Scene.TOWN, town),
                who("editor·E", Role.EDITOR, DEPARTMENT, state),
                who("admin", Role.ADMINISTRATOR, Scene.TOWN, town),
                who("admin·E", Role.ADMINISTRATOR, DEPARTMENT, state),
                new Who("nobody", app::anonymous, app.anonymous(), town));
    }

    /** The audit that a town's agent has begun. */
    AuditId begun() {
        return scene.audit(national, Scene.SCHOOL);
    }

    private int made;

    /** The id of something new that lies in the target's unit: a request may change it. */
    long make(String meaning, Target target) {
        made++;
        if (meaning.equals("piece")) {
            return piece(target.audit());
        }
        AccountId answerer = account(target.unit());
        if (meaning.equals("account")) {
            return answerer.value();
        }
        if (meaning.equals("action")) {
            return action(target);
        }
        if (meaning.equals("assignment")) {
            return assignment(target, answerer);
        }
        String insert = meaning.equals("label")
                ? "INSERT INTO school_label (owner, name, created_at, created_by) VALUES (:owner, :word, :at, :by)"
                : """
                INSERT INTO shared_answer (
                    campaign, owner, control, set_kind, set_value, verdict, changed_at, changed_by)
                VALUES (:campaign, :owner, 'SAU-02', 'COMMUNE', :word, 'PARTIEL', :at, :by)
                """;
        return scene.database.call(
                scene.principal(answerer),
                tx -> tx.createQuery(insert + " RETURNING id")
                        .bind("campaign", target.campaign().value())
                        .bind("owner", target.unit().toString())
                        .bind("word", "Lot " + made)
                        .bind("at", scene.clock.instant())
                        .bind("by", answerer.value())
                        .mapTo(Long.class)
                        .one());
    }

    /** A file on the audit's answer to SAU-02, whatever state the audit is in. */
    private long piece(AuditId audit) {
        return app.postgres().owner().inTransaction(owner -> {
            owner.execute("INSERT INTO evidence_blob (holder, sha256, size, content)"
                    + " VALUES ('essai', sha256('A'), 1, 'A') ON CONFLICT DO NOTHING");
            return owner.createQuery("""
                    INSERT INTO evidence (campaign, checklist, control, attachment, audit, holder, kind, title, format,
                                          sha256, author, at)
                    SELECT c.id, c.checklist, k.code, k.attachment, a.id, 'essai', 'FILE', 'a.txt', 'TXT', sha256('A'),
                           0, :at
                    FROM audit a JOIN campaign c ON c.id = a.campaign
                    JOIN control k ON k.checklist = c.checklist AND k.code = 'SAU-02'
                    WHERE a.id = :audit
                    RETURNING id
                    """)
                    .bind("audit", audit.value())
                    .bind("at", scene.clock.instant())
                    .mapTo(Long.class)
                    .one();
        });
    }

    /** An action that the target's unit has planned for the target's school. */
    private long action(Target target) {
        return app.postgres()
                .owner()
                .inTransaction(owner -> owner.createQuery("""
                        WITH made AS (
                            INSERT INTO corrective_action (owner, campaign, control, theme, title, party, due_on,
                                schools, created_at, created_by, changed_at, changed_by)
                            SELECT :owner, campaign, 'SAU-02', 'SAU', 'Sauver', 'COLLECTIVITE', '2027-03-31', 1,
                                   :at, 0, :at, 0
                            FROM audit WHERE id = :audit
                            RETURNING id)
                        INSERT INTO action_school (action, audit) SELECT id, :audit FROM made RETURNING action
                        """)
                        .bind("owner", target.unit().toString())
                        .bind("audit", target.audit())
                        .bind("at", scene.clock.instant())
                        .mapTo(Long.class)
                        .one());
    }

    /** A theme of the target's audit entrusted to somebody there, in place of who had it. */
    private long assignment(Target target, AccountId assignee) {
        return app.postgres().owner().inTransaction(owner -> {
            owner.execute(
                    "UPDATE assignment SET ended_at = now(), ended_by = 0 WHERE audit = ? AND ended_at IS NULL",
                    target.audit().value());
            return owner.createQuery(
                            "INSERT INTO assignment (audit, theme, assignee, parties, assigned_at, assigned_by)"
                                    + " VALUES (:audit, 'SAU', :assignee, '{ETAT,PARTAGE,COLLECTIVITE}', :at, 0) RETURNING id")
                    .bind("audit", target.audit())
                    .bind("assignee", assignee)
                    .bind("at", scene.clock.instant())
                    .mapTo(Long.class)
                    .one();
        });
    }

    /** Somebody new whose only right lies in the unit. */
    private AccountId account(UnitId unit) {
        Role role = unit.kind() == UnitId.Kind.SCHOOL ? Role.ESTABLISHMENT : Role.AGENT;
        NewPerson person = new NewPerson("visee." + made + "@exemple.invalid", "Personne visée", unit);
        return scene.accounts.add(Actor.SYSTEM, person, List.of(new Grant(role, unit)));
    }

    private Who who(String column, Role role, UnitId unit, Map<Place, Target> targets) {
        Principal person = scene.person("Colonne " + column.replace("·E", " de l’État"), unit, new Grant(role, unit));
        Scope scope = role == Role.REVIEWER ? Scope.REVIEW : Scope.ANSWER;
        return new Who(
                column, () -> app.signIn(person.account()), app.bearer(person.account(), scope), Map.copyOf(targets));
    }

    private Map<Place, Target> targets(Target inside, Target sibling, Target collectivity, Target unknown) {
        Map<Place, Target> targets = new EnumMap<>(Place.class);
        targets.put(Place.INSIDE, inside);
        targets.put(Place.SIBLING, sibling);
        targets.put(Place.ACADEMY, new Target(Canary.TOWN, canary.audit(), campaigns.get(Scene.OTHER_ACADEMY)));
        targets.put(Place.COLLECTIVITY, collectivity);
        targets.put(Place.UNKNOWN, unknown);
        return targets;
    }

    private Target target(UnitId unit, Uai school, UnitId organiser) {
        return new Target(unit, scene.audit(national, school), campaigns.get(organiser));
    }

    private static Target unknown(UnitId unit) {
        return new Target(unit, new AuditId(UNKNOWN), new CampaignId(UNKNOWN));
    }

    private void begin(Principal agent, Uai school) {
        scene.answers.save(
                agent,
                scene.audit(national, school),
                Scene.control("SAU-02"),
                0,
                new fr.preau.audit.NewAnswer(Verdict.NON_CONFORME, null));
    }

    private CampaignId campaign(UnitId unit) {
        CampaignId id = scene.campaigns.create(
                Actor.SYSTEM, new NewCampaign("De " + unit, unit, OPENS, CLOSES, false, NewCampaign.defaultLevels()));
        scene.openings.open(Actor.OPERATOR, id);
        return id;
    }

    private void territory() {
        scene.collectivity(NEXT_VALLEYS, "DEPARTEMENT", "Département d’à côté");
        scene.collectivity(NEXT_TOWN, "COMMUNE", "Plouvenan");
        scene.school(NEXT_SCHOOL, "ECOLE", "École du Rivage", NEXT_TOWN, NEXT_TOWN);
        scene.school(NEXT_COLLEGE, "COLLEGE", "Collège du Phare", NEXT_TOWN, NEXT_VALLEYS);
    }
}
