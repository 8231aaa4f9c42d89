package fr.preau.review;

import fr.preau.access.Principal;
import fr.preau.access.SignedIn;
import fr.preau.kernel.AuditId;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** What the audit's own side does with the whole of it: send it to the académie, take it back. */
@Path("audits/{audit}")
public final class SubmissionPages {
    private final Reviews reviews;

    public SubmissionPages(Reviews reviews) {
        this.reviews = reviews;
    }

    @POST
    @SignedIn
    @Path("envoi")
    public Response submit(@Auth Principal principal, @PathParam("audit") AuditId audit) {
        reviews.submit(principal, audit);
        return Response.seeOther(URI.create("/audits/" + audit + "?fait=envoye"))
                .build();
    }

    @POST
    @SignedIn
    @Path("reprise")
    public Response withdraw(@Auth Principal principal, @PathParam("audit") AuditId audit) {
        reviews.withdraw(principal, audit);
        return Response.seeOther(URI.create("/audits/" + audit + "?fait=repris"))
                .build();
    }
}
