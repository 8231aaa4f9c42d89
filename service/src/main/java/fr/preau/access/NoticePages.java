package fr.preau.access;

import fr.preau.web.View;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** What others did to one's account, told right after signing in. */
@Path("compte")
@Produces(MediaType.TEXT_HTML)
public final class NoticePages {
    private final Notices notices;

    NoticePages(Notices notices) {
        this.notices = notices;
    }

    /** What the page shows. */
    public record Shown(List<Notice> notices, ReturnPath back) {}

    @GET
    @SignedIn
    @Path("avis")
    public Response show(@Auth Principal principal, @QueryParam("retour") @DefaultValue("") String back) {
        ReturnPath wanted = ReturnPath.of(back);
        List<Notice> unread = notices.unread(principal.account());
        if (unread.isEmpty()) {
            return Response.seeOther(wanted.uri()).build();
        }
        return Response.ok(View.of("access/notices.jte", new Shown(unread, wanted)))
                .build();
    }

    @POST
    @SignedIn
    @Path("avis")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response read(@Auth Principal principal, @FormParam("retour") @DefaultValue("") String back) {
        notices.read(principal);
        return Response.seeOther(ReturnPath.of(back).uri()).build();
    }
}
