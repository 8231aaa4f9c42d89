package fr.preau.review;

import fr.preau.access.Principal;
import fr.preau.access.SignedIn;
import fr.preau.kernel.AuditId;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Takes an audit from hand to hand by the API: submission and withdrawal by its side, then what its reviewer decides. */
@Path("api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class ReviewsApi {
    private final Reviews reviews;

    public ReviewsApi(Reviews reviews) {
        this.reviews = reviews;
    }

    @POST
    @SignedIn
    @Path("audits/{audit}/submission")
    public void submit(@Auth Principal principal, @PathParam("audit") AuditId audit) {
        reviews.submit(principal, audit);
    }

    @DELETE
    @SignedIn
    @Path("audits/{audit}/submission")
    public void withdraw(@Auth Principal principal, @PathParam("audit") AuditId audit) {
        reviews.withdraw(principal, audit);
    }

    @POST
    @SignedIn
    @Path("audits/{audit}/review")
    @Consumes(MediaType.APPLICATION_JSON)
    public void judge(@Auth Principal principal, @PathParam("audit") AuditId audit, Judgement judgement) {
        switch (judgement.decision()) {
            case VALIDATE -> reviews.validate(principal, audit);
            case SEND_BACK -> reviews.sendBack(principal, audit, judgement.sendBack());
        }
    }
}
