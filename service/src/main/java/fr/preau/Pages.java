package fr.preau;

import fr.preau.access.AccessHttp;
import fr.preau.access.AccessServices;
import fr.preau.access.DemoSignIn;
import fr.preau.access.Letters;
import fr.preau.access.Outside;
import fr.preau.access.SecondFactors;
import fr.preau.audit.AnswerPages;
import fr.preau.audit.AuditListPages;
import fr.preau.audit.AuditPages;
import fr.preau.audit.CampaignPages;
import fr.preau.audit.FollowPages;
import fr.preau.audit.HistoryPages;
import fr.preau.audit.ReminderPages;
import fr.preau.audit.RosterPages;
import fr.preau.audit.SheetPages;
import fr.preau.audit.ThemePages;
import fr.preau.checklist.ChecklistPages;
import fr.preau.dashboard.DashboardPages;
import fr.preau.dashboard.FigureFilePages;
import fr.preau.dashboard.TablePages;
import fr.preau.dashboard.UnitJournalPages;
import fr.preau.dashboard.UnitJournals;
import fr.preau.deliverable.BundlePages;
import fr.preau.deliverable.ReportPages;
import fr.preau.deliverable.SamplePrintPages;
import fr.preau.deliverable.VisitPages;
import fr.preau.edition.AppearancePages;
import fr.preau.edition.DeliverablePages;
import fr.preau.edition.OutlinePages;
import fr.preau.edition.TextPages;
import fr.preau.evidence.EvidencePages;
import fr.preau.evidence.SharedPiecesPages;
import fr.preau.grid.GridPages;
import fr.preau.job.JobPages;
import fr.preau.plan.ActionPages;
import fr.preau.plan.AssignmentPages;
import fr.preau.plan.BoardPages;
import fr.preau.plan.PlanningPages;
import fr.preau.plan.RenewalPages;
import fr.preau.plan.StartPages;
import fr.preau.plan.TodoPages;
import fr.preau.report.PriorityPages;
import fr.preau.report.UnitReportPages;
import fr.preau.review.ManyPages;
import fr.preau.review.OpinionPages;
import fr.preau.review.QueuePages;
import fr.preau.review.ReadyPages;
import fr.preau.review.RemovalPages;
import fr.preau.review.ReviewPages;
import fr.preau.review.SamplePages;
import fr.preau.review.SnapshotPages;
import fr.preau.review.SubmissionPages;
import fr.preau.shared.ArrivalPages;
import fr.preau.shared.LabelPages;
import fr.preau.shared.SharedPages;
import fr.preau.shared.SitePages;
import fr.preau.shared.TakeoverPages;
import fr.preau.shared.ThemeAnswers;
import fr.preau.shared.ThemeAnswersPages;
import fr.preau.succession.QuestionPages;
import fr.preau.succession.SuccessionPages;
import fr.preau.web.Messages;
import fr.preau.web.Viewers;
import fr.preau.web.Web;
import fr.preau.workbook.ReadingPages;
import fr.preau.workbook.WorkbookPages;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.util.List;
import org.glassfish.jersey.server.ServerProperties;
import org.jspecify.annotations.Nullable;

/** Every page and every endpoint of the API, with what stands before them. A new one is one line of {@link #resources}. */
final class Pages {
    private final Services services;
    private final PreauConfiguration configuration;
    private final DemoSignIn demo;
    private final @Nullable SecondFactors factors;
    private final Outside outside;

    Pages(
            Services services,
            PreauConfiguration configuration,
            DemoSignIn demo,
            @Nullable SecondFactors factors,
            Outside outside) {
        this.services = services;
        this.configuration = configuration;
        this.demo = demo;
        this.factors = factors;
        this.outside = outside;
    }

    void register(JerseyEnvironment jersey) {
        // Redirections stay relative: the browser knows better than we do by which name it came.
        jersey.property(ServerProperties.LOCATION_HEADER_RELATIVE_URI_RESOLUTION_DISABLED, true);
        Viewers viewers = Web.register(jersey, Web.site(configuration.isDemonstration() || services.isInvented()));
        AccessServices access = services.access();
        AccessHttp.register(jersey, access, viewers, entrance());
        resources(viewers).forEach(jersey::register);
    }

    private List<Object> resources(Viewers viewers) {
        UnitJournals journals = services.journals();
        return List.of(
                new JobPages(services.jobs()),
                new ChecklistPages(services.checklists(), services.codes()),
                new AuditListPages(services.audits()),
                new AuditPages(services.audits()),
                new ThemePages(services.audits(), services.lastAnswers()),
                new SheetPages(services.audits(), services.manyAnswers()),
                new GridPages(services.grids(), services.manyAnswers(), viewers),
                new HistoryPages(services.histories(), viewers),
                new AnswerPages(services.audits(), services.answers(), services.codes()),
                new SharedPages(
                        services.shared().answers(),
                        services.shared().desks(),
                        services.shared().labels()),
                new ThemeAnswersPages(
                        new ThemeAnswers(services.shared().answers()),
                        services.shared().desks(),
                        services.shared().labels()),
                new LabelPages(services.shared().labels()),
                new SitePages(services.shared().sites()),
                new TakeoverPages(
                        services.shared().takeovers(), services.shared().desks()),
                new ArrivalPages(services.shared().arrivals()),
                new EvidencePages(services.audits(), services.evidence()),
                new SharedPiecesPages(services.sharedPieces()),
                new WorkbookPages(services.workbooks(), viewers),
                new ReadingPages(services.workbooks()),
                new PlanningPages(services.plan().plans()),
                new ActionPages(services.plan().actions(), services.plan().renewals()),
                new BoardPages(services.plan().actions(), viewers),
                new RenewalPages(services.plan().renewals()),
                new StartPages(services.plan().starts(), services.plan().plans()),
                new AssignmentPages(services.plan().assignments()),
                new TodoPages(services.plan().todos(), services.plan().assignments()),
                new SubmissionPages(services.reviews()),
                new ReadyPages(services.review().submissions()),
                new QueuePages(services.review().queues()),
                new SamplePages(services.review().samples()),
                new VisitPages(services.reports().visits()),
                new SamplePrintPages(services.reports().sheets(), services.jobs()),
                new ManyPages(services.review().queues()),
                new SnapshotPages(services.review().snapshots(), viewers),
                new ReviewPages(services.reviews()),
                new OpinionPages(services.review().opinions()),
                new RemovalPages(services.audits(), services.reviews()),
                new CampaignPages(services.rosters(), services.campaigns(), services.openings()),
                new RosterPages(services.following().changes()),
                new QuestionPages(services.succession().questions()),
                new SuccessionPages(
                        services.succession().successions(), services.access().units()),
                new FollowPages(services.following().follows()),
                new ReminderPages(
                        services.following().reminders(),
                        new Letters(Messages.load(), configuration.address()),
                        outside.mails() != null),
                new DashboardPages(
                        services.figures().dashboards(), services.figures().benchmarks(), journals),
                new TablePages(services.figures().tables(), services.figures().panels()),
                new FigureFilePages(services.figures(), viewers),
                new UnitJournalPages(journals, viewers),
                new DeliverablePages(services.editions(), services.jobs()),
                new TextPages(services.editions()),
                new OutlinePages(services.editions()),
                new AppearancePages(services.editions()),
                new BundlePages(services.reports().many(), services.jobs()),
                new ReportPages(services.reports().one()),
                new UnitReportPages(services.unitReports().units()),
                new PriorityPages(services.unitReports().priorities()));
    }

    private AccessHttp.Entrance entrance() {
        return new AccessHttp.Entrance(
                configuration.publicUrl(),
                configuration.port(),
                configuration.throttleAddress(),
                demo,
                factors,
                outside);
    }
}
