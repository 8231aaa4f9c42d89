package fr.preau;

import fr.preau.access.Accounts;
import fr.preau.access.Grant;
import fr.preau.access.NewPerson;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.access.Sessions;
import fr.preau.audit.Answers;
import fr.preau.audit.Audits;
import fr.preau.audit.Histories;
import fr.preau.audit.NewAnswer;
import fr.preau.audit.Openings;
import fr.preau.campaign.Campaigns;
import fr.preau.campaign.NewCampaign;
import fr.preau.checklist.Checklists;
import fr.preau.checklist.Verdict;
import fr.preau.database.Database;
import fr.preau.database.TestDatabase;
import fr.preau.journal.Journal;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.Actor;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.SearchText;
import fr.preau.kernel.Uai;
import fr.preau.kernel.UnitId;
import fr.preau.review.Opinions;
import fr.preau.review.Queues;
import fr.preau.review.Reviews;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A small invented territory with its people and a running campaign, on a test's own database: the stage of every use
 * case. Two académies; in the first, a département (collectivity) with collèges, two communes with écoles, a CIO without
 * collectivity. Only time is not real: it stands still at {@link #now} until a test moves it.
 */
public final class Scene {
    public static final UnitId ACADEMY = UnitId.academy("14");
    public static final UnitId OTHER_ACADEMY = UnitId.academy("17");
    public static final UnitId VALLEYS = UnitId.collectivity("800000013");
    public static final UnitId TOWN = UnitId.collectivity("35901");
    public static final UnitId OTHER_TOWN = UnitId.collectivity("35902");
    public static final UnitId FAR_TOWN = UnitId.collectivity("44901");

    public static final Uai COLLEGE = Uai.of(8_000_001);
    public static final Uai SECOND_COLLEGE = Uai.of(8_000_002);
    public static final Uai THIRD_COLLEGE = Uai.of(8_000_003);
    public static final Uai SCHOOL = Uai.of(8_000_011);
    public static final Uai OTHER_SCHOOL = Uai.of(8_000_012);
    public static final Uai CIO = Uai.of(8_000_021);
    public static final Uai FAR_SCHOOL = Uai.of(8_000_031);

    public final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T09:00:00Z"));
    public final InstantSource clock = now::get;
    public final Database database;
    public final Journal journal = new Journal(clock);
    public final Accounts accounts;
    public final Sessions sessions;
    public final Checklists checklists;
    public final Campaigns campaigns;
    public final Openings openings;
    public final Answers answers;
    public final Audits audits;
    public final Histories histories;
    public final Reviews reviews;
    public final Opinions opinions;
    public final Queues queues;
    public final CampaignId campaign;

    private final TestDatabase postgres;

    public Scene(TestDatabase postgres) {
        this.postgres = postgres;
        database = postgres.database(clock);
        accounts = new Accounts(database, journal, clock);
        sessions = new Sessions(database, journal, clock);
        checklists = new Checklists(database, journal, clock);
        campaigns = new Campaigns(database, journal, checklists, clock);
        openings = new Openings(database, journal, campaigns);
        answers = new Answers(database, journal, clock);
        audits = new Audits(database, journal, checklists, clock);
        histories = new Histories(database, journal, audits, clock);
        reviews = new Reviews(database, journal, audits, clock);
        opinions = new Opinions(database, journal, reviews, clock);
        queues = new Queues(database, journal, clock);
        checklists.publishShipped();
        territory();
        campaign = campaign("2026–2027", LocalDate.of(2026, 11, 2), LocalDate.of(2027, 1, 29));
    }

    /** Prepares and opens a national campaign with the default levels. */
    public CampaignId campaign(String name, LocalDate opensOn, LocalDate closesOn) {
        CampaignId id = campaigns.create(
                Actor.SYSTEM,
                new NewCampaign(name, UnitId.NATION, opensOn, closesOn, false, NewCampaign.defaultLevels()));
        openings.open(Actor.OPERATOR, id);
        return id;
    }

    /** Creates a person and signs them in: the principal of a request made now. */
    public Principal person(String name, UnitId employer, Grant... grants) {
        String email = SearchText.fold(name).replace(' ', '.') + "@exemple.invalid";
        AccountId account = accounts.add(Actor.SYSTEM, new NewPerson(email, name, employer), Arrays.asList(grants));
        return principal(account);
    }

    /** The principal of an account with the rights of now. */
    public Principal principal(AccountId account) {
        return sessions.find(sessions.open(account)).orElseThrow();
    }

    /** Agent of the département that runs the collèges. */
    public Principal agent() {
        return person("Agent du département " + next(), VALLEYS, new Grant(Role.AGENT, VALLEYS));
    }

    public Principal townAgent() {
        return person("Agent de la commune " + next(), TOWN, new Grant(Role.AGENT, TOWN));
    }

    public Principal stateAgent() {
        return person("Agent de l’académie " + next(), ACADEMY, new Grant(Role.AGENT, ACADEMY));
    }

    public Principal head() {
        UnitId school = UnitId.school(COLLEGE);
        return person("Principale du collège " + next(), school, new Grant(Role.ESTABLISHMENT, school));
    }

    public Principal reviewer() {
        return person("Responsable de la sécurité " + next(), ACADEMY, new Grant(Role.REVIEWER, ACADEMY));
    }

    public Principal otherReviewer() {
        return person("Responsable d’ailleurs " + next(), OTHER_ACADEMY, new Grant(Role.REVIEWER, OTHER_ACADEMY));
    }

    public Principal nationalReader() {
        return person("Lectrice nationale " + next(), UnitId.NATION, new Grant(Role.READER, UnitId.NATION));
    }

    public Principal administrator() {
        return person("Administratrice " + next(), UnitId.NATION, new Grant(Role.ADMINISTRATOR, UnitId.NATION));
    }

    /** The school's audit in the running campaign. */
    public AuditId audit(Uai school) {
        return audit(campaign, school);
    }

    public AuditId audit(CampaignId of, Uai school) {
        return postgres.owner()
                .withHandle(
                        handle -> handle.createQuery("SELECT id FROM audit WHERE campaign = :campaign AND uai = :uai")
                                .bind("campaign", of)
                                .bind("uai", school)
                                .mapTo(AuditId.class)
                                .one());
    }

    /** Answers every control that the person may answer, all alike. */
    public void answerAll(Principal by, AuditId audit, Verdict verdict) {
        audits.view(by, audit).cells().stream()
                .filter(cell -> !cell.answered())
                .filter(cell -> audits.control(by, audit, cell.control()).editable())
                .forEach(cell -> answers.save(by, audit, cell.control(), 0, new NewAnswer(verdict, null)));
    }

    /** Moves time forward. */
    public void at(String instant) {
        now.set(Instant.parse(instant));
    }

    public static ControlCode control(String code) {
        return new ControlCode(code);
    }

    private int people;

    private int next() {
        people++;
        return people;
    }

    private void territory() {
        postgres.owner().useHandle(handle -> {
            handle.createUpdate("INSERT INTO region (code, name) VALUES ('53', 'Bretagne'), ('52', 'Pays de la Loire')")
                    .execute();
            handle.createUpdate("INSERT INTO academy (code, name, region)"
                            + " VALUES ('14', 'Rennes', '53'), ('17', 'Nantes', '52')")
                    .execute();
            handle.createUpdate("INSERT INTO department (code, name, academy)"
                            + " VALUES ('35', 'Ille-et-Vilaine', '14'), ('44', 'Loire-Atlantique', '17')")
                    .execute();
        });
        collectivity(VALLEYS, "DEPARTEMENT", "Département des Trois-Vallées");
        collectivity(TOWN, "COMMUNE", "Montrelay");
        collectivity(OTHER_TOWN, "COMMUNE", "Cormerel");
        collectivity(FAR_TOWN, "COMMUNE", "Ombreville");
        school(COLLEGE, "COLLEGE", "Collège La Passerelle", TOWN, VALLEYS);
        school(SECOND_COLLEGE, "COLLEGE", "Collège Les Tilleuls", OTHER_TOWN, VALLEYS);
        school(THIRD_COLLEGE, "COLLEGE", "Collège L’Œuvre-d’Été", OTHER_TOWN, VALLEYS);
        school(SCHOOL, "ECOLE", "École Le Grand-Pré", TOWN, TOWN);
        school(OTHER_SCHOOL, "ECOLE", "École Beau-Soleil", OTHER_TOWN, OTHER_TOWN);
        school(CIO, "CIO", "CIO des Trois-Vallées", TOWN, null);
        school(FAR_SCHOOL, "ECOLE", "École Les Embruns", FAR_TOWN, FAR_TOWN);
    }

    /** One more collectivity. */
    public void collectivity(UnitId unit, String kind, String name) {
        postgres.owner()
                .useHandle(handle -> handle.createUpdate("INSERT INTO collectivity (code, kind, name, fictitious)"
                                + " VALUES (:code, :kind, :name, true)")
                        .bind("code", unit.code())
                        .bind("kind", kind)
                        .bind("name", name)
                        .execute());
    }

    /** One more open public school, in the commune's department; it takes part in campaigns opened from now on. */
    public void school(Uai uai, String type, String name, UnitId commune, UnitId collectivity) {
        postgres.owner().useTransaction(handle -> {
            String town = handle.createQuery("SELECT name FROM collectivity WHERE code = :code")
                    .bind("code", commune.code())
                    .mapTo(String.class)
                    .one();
            handle.createUpdate("INSERT INTO school (uai, name, type, sector, state, commune, commune_name, department,"
                            + " search_text) VALUES (:uai, :name, :type, 'PUBLIC', 'OPEN', :commune, :town,"
                            + " substr(:commune, 1, 2), :search)")
                    .bind("uai", uai)
                    .bind("name", name)
                    .bind("type", type)
                    .bind("commune", commune.code())
                    .bind("town", town)
                    .bind("search", SearchText.fold(uai + " " + name + " " + town))
                    .execute();
            if (collectivity != null) {
                link(handle, uai, collectivity);
            }
        });
    }

    private static void link(org.jdbi.v3.core.Handle handle, Uai uai, UnitId collectivity) {
        handle.createUpdate("INSERT INTO school_collectivity (uai, collectivity, from_day, source)"
                        + " VALUES (:uai, :collectivity, '2020-01-01', 'RULE')")
                .bind("uai", uai)
                .bind("collectivity", collectivity.code())
                .execute();
    }

    /** Moves a school to another collectivity, as a recorded decision would, from today on. */
    public void move(Uai uai, UnitId collectivity) {
        postgres.owner().useTransaction(handle -> {
            handle.createUpdate(
                            "UPDATE school_collectivity SET to_day = '2026-11-22' WHERE uai = :uai AND to_day IS NULL")
                    .bind("uai", uai)
                    .execute();
            handle.createUpdate("INSERT INTO school_collectivity (uai, collectivity, from_day, source)"
                            + " VALUES (:uai, :collectivity, '2026-11-23', 'DECISION')")
                    .bind("uai", uai)
                    .bind("collectivity", collectivity.code())
                    .execute();
        });
    }

    /** All roles on everything: what no rule about one's own work may bow to. */
    public static List<Grant> everything() {
        return List.of(
                new Grant(Role.AGENT, UnitId.NATION),
                new Grant(Role.AGENT, VALLEYS),
                new Grant(Role.REVIEWER, UnitId.NATION),
                new Grant(Role.READER, UnitId.NATION),
                new Grant(Role.EDITOR, UnitId.NATION),
                new Grant(Role.ADMINISTRATOR, UnitId.NATION));
    }
}
