package fr.preau;

import fr.preau.access.AccessServices;
import fr.preau.access.SessionLimits;
import fr.preau.audit.Answers;
import fr.preau.audit.Audits;
import fr.preau.audit.FollowServices;
import fr.preau.audit.Histories;
import fr.preau.audit.LastAnswers;
import fr.preau.audit.ManyAnswers;
import fr.preau.audit.Openings;
import fr.preau.audit.Rosters;
import fr.preau.campaign.Campaigns;
import fr.preau.checklist.Checklists;
import fr.preau.checklist.CitedCodes;
import fr.preau.dashboard.DashboardServices;
import fr.preau.dashboard.UnitJournals;
import fr.preau.database.Database;
import fr.preau.database.JdbiSetup;
import fr.preau.database.PostgresServer;
import fr.preau.deliverable.Dossiers;
import fr.preau.deliverable.ReportServices;
import fr.preau.edition.EditionServices;
import fr.preau.edition.Frame;
import fr.preau.evidence.Evidence;
import fr.preau.evidence.SharedPieces;
import fr.preau.grid.Grids;
import fr.preau.job.JobKind;
import fr.preau.job.JobQueue;
import fr.preau.job.Jobs;
import fr.preau.job.Worker;
import fr.preau.journal.Journal;
import fr.preau.kernel.Actor;
import fr.preau.plan.PlanServices;
import fr.preau.report.UnitReportServices;
import fr.preau.review.ReviewServices;
import fr.preau.review.Reviews;
import fr.preau.shared.Arrivals;
import fr.preau.shared.Desks;
import fr.preau.shared.Labels;
import fr.preau.shared.SameSites;
import fr.preau.shared.SharedAnswers;
import fr.preau.shared.SharedServices;
import fr.preau.shared.Takeovers;
import fr.preau.succession.SuccessionServices;
import fr.preau.territory.DirectoryImport;
import fr.preau.territory.ReferenceTerritory;
import fr.preau.territory.Territory;
import fr.preau.workbook.WorkbookServices;
import io.dropwizard.jackson.Jackson;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** Every service, built once, in the order of the layers: what the pages, the API and the commands call. */
public final class Services {
    private final Database database;
    private final Journal journal;
    private final AccessServices access;
    private final JobQueue queue;
    private final Jobs jobs;
    private final DirectoryImport directory;
    private final Checklists checklists;
    private final CitedCodes codes;
    private final Campaigns campaigns;
    private final Openings openings;
    private final Audits audits;
    private final Histories histories;
    private final Answers answers;
    private final LastAnswers lastAnswers;
    private final ManyAnswers manyAnswers;
    private final Grids grids;
    private final Reviews reviews;
    private final ReviewServices review;
    private final ReportServices reports;
    private final Rosters rosters;
    private final FollowServices following;
    private final SuccessionServices succession;
    private final DashboardServices figures;
    private final UnitJournals journals;
    private final SharedServices shared;
    private final Evidence evidence;
    private final SharedPieces sharedPieces;
    private final WorkbookServices workbooks;
    private final PlanServices plan;
    private final EditionServices editions;
    private final UnitReportServices unitReports;

    public Services(Database database, InstantSource clock) {
        this(database, clock, SessionLimits.DEFAULT, EvidenceConfiguration.ROOM);
    }

    /** @param room bytes that the evidence of one collectivity may take */
    Services(Database database, InstantSource clock, SessionLimits limits, long room) {
        this.database = database;
        journal = new Journal(clock);
        access = AccessServices.on(database, journal, clock, limits);
        queue = new JobQueue(database, journal, clock);
        jobs = new Jobs(database, journal, queue, clock);
        directory = new DirectoryImport(database, journal, clock);
        checklists = new Checklists(database, journal, clock);
        codes = new CitedCodes(database, journal);
        campaigns = new Campaigns(database, journal, checklists, clock);
        openings = new Openings(database, journal, campaigns);
        audits = new Audits(database, journal, checklists, clock);
        histories = new Histories(database, journal, audits, clock);
        answers = new Answers(database, journal, clock);
        lastAnswers = new LastAnswers(database, journal, clock);
        manyAnswers = new ManyAnswers(database, journal, clock);
        grids = new Grids(database, audits, campaigns, checklists, clock);
        reviews = new Reviews(database, journal, audits, clock);
        review = ReviewServices.on(database, journal, audits, reviews, clock);
        Dossiers dossiers = new Dossiers(database, journal, audits, checklists, clock);
        reports = ReportServices.on(database, journal, dossiers, review.samples(), clock);
        rosters = new Rosters(database, campaigns, checklists, clock);
        following = FollowServices.on(database, journal, campaigns, audits, clock);
        succession = SuccessionServices.on(database, journal, clock);
        figures = DashboardServices.on(database, checklists, audits, clock);
        journals = new UnitJournals(database, journal, clock);
        shared = new SharedServices(
                new SharedAnswers(database, journal, campaigns, clock),
                new Labels(database, journal, clock),
                new Desks(database, audits, campaigns, checklists, clock),
                new Arrivals(database, journal, campaigns, openings, clock),
                new SameSites(database, journal, audits, clock),
                new Takeovers(database, journal, campaigns, clock));
        evidence = new Evidence(database, journal, audits, clock, room);
        sharedPieces = new SharedPieces(database, journal, new SharedPieces.Asked(campaigns, checklists), clock, room);
        workbooks = WorkbookServices.on(
                new WorkbookServices.Ground(database, journal, campaigns, checklists, audits), jobs, clock);
        plan = PlanServices.on(
                new PlanServices.Ground(database, journal, campaigns, checklists, audits), answers, clock);
        unitReports = UnitReportServices.on(
                new UnitReportServices.Ground(database, journal, audits, clock),
                new UnitReportServices.Shown(figures, plan.actions(), following.follows(), review.samples()));
        editions = EditionServices.on(database, journal, Frame.of(checklists, codes), clock);
    }

    /** The services on a server's pool. */
    static Services on(PostgresServer postgres, InstantSource clock) {
        return on(postgres, clock, SessionLimits.DEFAULT, EvidenceConfiguration.ROOM);
    }

    static Services on(PostgresServer postgres, InstantSource clock, SessionLimits limits, long room) {
        Jdbi jdbi = JdbiSetup.configure(Jdbi.create(postgres.service()), Jackson.newObjectMapper());
        return new Services(new Database(jdbi, clock), clock, limits, room);
    }

    /** Puts what the product ships into the database, and refuses a checklist that was tampered with. */
    void prepare() {
        new ReferenceTerritory(journal).load(database);
        checklists.publishShipped();
        checklists.verify();
        codes.publishShipped();
    }

    /** Whether all schools are invented, as of the demonstration and of a generated country. */
    boolean isInvented() {
        return database.call(Actor.SYSTEM, Territory::isInvented);
    }

    public Database database() {
        return database;
    }

    public Journal journal() {
        return journal;
    }

    public AccessServices access() {
        return access;
    }

    public Jobs jobs() {
        return jobs;
    }

    /** The thread that does the jobs, with every kind that a feature asks for: these, workbooks, reports, freezing. */
    Worker worker(List<JobKind<?>> others) {
        List<JobKind<?>> kinds = Stream.of(
                        workbooks.kinds(),
                        List.<JobKind<?>>of(reports.many(), reports.sheets(), editions.freezing()),
                        others)
                .flatMap(List::stream)
                .toList();
        return new Worker(database, queue, access.sessions(), kinds);
    }

    public DirectoryImport directory() {
        return directory;
    }

    public Checklists checklists() {
        return checklists;
    }

    public CitedCodes codes() {
        return codes;
    }

    public Campaigns campaigns() {
        return campaigns;
    }

    public Openings openings() {
        return openings;
    }

    public Audits audits() {
        return audits;
    }

    public Histories histories() {
        return histories;
    }

    public Answers answers() {
        return answers;
    }

    public ManyAnswers manyAnswers() {
        return manyAnswers;
    }

    public Grids grids() {
        return grids;
    }

    public LastAnswers lastAnswers() {
        return lastAnswers;
    }

    public ReportServices reports() {
        return reports;
    }

    public UnitReportServices unitReports() {
        return unitReports;
    }

    public Rosters rosters() {
        return rosters;
    }

    public FollowServices following() {
        return following;
    }

    public SuccessionServices succession() {
        return succession;
    }

    public DashboardServices figures() {
        return figures;
    }

    public UnitJournals journals() {
        return journals;
    }

    public SharedServices shared() {
        return shared;
    }

    public Evidence evidence() {
        return evidence;
    }

    public SharedPieces sharedPieces() {
        return sharedPieces;
    }

    public WorkbookServices workbooks() {
        return workbooks;
    }

    public PlanServices plan() {
        return plan;
    }

    public ReviewServices review() {
        return review;
    }

    public EditionServices editions() {
        return editions;
    }

    public Reviews reviews() {
        return reviews;
    }
}
