package fr.preau;

import fr.preau.audit.AnswersApi;
import fr.preau.audit.AuditsApi;
import fr.preau.audit.CampaignsApi;
import fr.preau.dashboard.FiguresApi;
import fr.preau.deliverable.ReportApi;
import fr.preau.evidence.EvidenceApi;
import fr.preau.evidence.SharedEvidenceApi;
import fr.preau.plan.ActionsApi;
import fr.preau.review.OpinionsApi;
import fr.preau.review.QueuesApi;
import fr.preau.review.ReviewsApi;
import fr.preau.review.SamplesApi;
import fr.preau.shared.SharedApi;
import fr.preau.web.ApiPages;
import fr.preau.web.BareErrors;
import fr.preau.web.DescriptionApi;
import fr.preau.web.Json;
import io.dropwizard.core.setup.Environment;
import java.time.InstantSource;
import java.util.List;

/** Every endpoint of the API, over the services that the pages use. A new one is one line here. */
final class Api {
    private Api() {}

    static void register(Environment environment, Services services, InstantSource clock) {
        Json.configure(environment.getObjectMapper());
        BareErrors bare = new BareErrors();
        environment.getApplicationContext().setErrorHandler(bare);
        // What breaks the rules of HTTP itself is refused before a context is looked for.
        environment.lifecycle().addServerLifecycleListener(server -> server.setErrorHandler(bare));
        List.of(
                        new ApiPages(),
                        new DescriptionApi(),
                        new CampaignsApi(services.audits(), clock),
                        new AuditsApi(services.audits()),
                        new AnswersApi(services.answers()),
                        new EvidenceApi(services.audits(), services.evidence()),
                        new SharedApi(services.shared().answers()),
                        new SharedEvidenceApi(services.sharedPieces()),
                        new ActionsApi(
                                services.plan().actions(), services.plan().plans()),
                        new ReviewsApi(services.reviews()),
                        new OpinionsApi(services.review().opinions()),
                        new QueuesApi(services.review().queues()),
                        new SamplesApi(services.review().samples()),
                        new FiguresApi(services.figures().dashboards()),
                        new ReportApi(services.reports().one()))
                .forEach(environment.jersey()::register);
    }
}
