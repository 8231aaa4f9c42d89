package fr.preau.review;

import fr.preau.access.HasRole;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Refusal;
import fr.preau.web.FormErrors;
import fr.preau.web.View;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The audits that lack nothing: looks at them once, submits those that are ticked. */
@Path("envois")
public final class ReadyPages {
    private final Submissions submissions;

    public ReadyPages(Submissions submissions) {
        this.submissions = submissions;
    }

    /** The page: what is ready now, how many one has just submitted, and those that could not be. */
    public record Shown(
            CampaignId campaign, List<Ready> ready, int submitted, List<Submissions.Kept> kept, FormErrors errors) {}

    @GET
    @HasRole(Role.AGENT)
    public View show(
            @Auth Principal principal,
            @QueryParam("campagne") @Nullable CampaignId campaign,
            @QueryParam("envoyes") int submitted) {
        CampaignId of = known(campaign);
        List<Ready> ready = submissions.ready(principal, of);
        return View.of("review/ready.jte", new Shown(of, ready, Math.max(0, submitted), List.of(), FormErrors.NONE));
    }

    @POST
    @HasRole(Role.AGENT)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response submit(
            @Auth Principal principal,
            @FormParam("campagne") @Nullable CampaignId campaign,
            @FormParam("audit") List<AuditId> audits) {
        CampaignId of = known(campaign);
        try {
            Submissions.Sent sent = submissions.submit(principal, Set.copyOf(audits));
            if (sent.kept().isEmpty()) {
                URI done = URI.create("/envois?campagne=" + of + "&envoyes=" + sent.submitted());
                return Response.seeOther(done).build();
            }
            List<Ready> ready = submissions.ready(principal, of);
            return again(409, new Shown(of, ready, sent.submitted(), sent.kept(), FormErrors.NONE));
        } catch (Refusal refusal) {
            FormErrors errors = FormErrors.of(refusal);
            return again(422, new Shown(of, submissions.ready(principal, of), 0, List.of(), errors));
        }
    }

    private static Response again(int status, Shown shown) {
        return Response.status(status)
                .entity(View.of("review/ready.jte", shown))
                .build();
    }

    private static CampaignId known(@Nullable CampaignId campaign) {
        if (campaign == null) {
            throw Refusal.notFound();
        }
        return campaign;
    }
}
