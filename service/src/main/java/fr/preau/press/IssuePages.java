package fr.preau.press;

import fr.preau.access.HasRole;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.access.Secret;
import fr.preau.job.Jobs;
import fr.preau.kernel.DeliverableId;
import fr.preau.kernel.Refusal;
import fr.preau.web.Csv;
import fr.preau.web.FormErrors;
import fr.preau.web.View;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files of a published edition: made by a job, handed on by links, told in the register. */
@Path("livrables/{deliverable}/fichiers")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class IssuePages {
    private static final String TEMPLATE = "press/issues.jte";

    private final Issues issues;
    private final Issuing issuing;
    private final Jobs jobs;

    public IssuePages(Issues issues, Issuing issuing, Jobs jobs) {
        this.issues = issues;
        this.issuing = issuing;
        this.jobs = jobs;
    }

    /**
     * What was issued, and the forms to go on.
     *
     * @param files by issue
     * @param edition what the files are of
     * @param link the address that was just made, shown once; null otherwise
     */
    public record Shown(
            Issues.Shelf shelf,
            Map<Long, List<IssuedFile>> files,
            Issuing.Edition edition,
            @Nullable String link,
            FormErrors errors) {
        public Shown {
            files = Map.copyOf(files);
        }

        public List<IssuedFile> filesOf(Issue issue) {
            return files.getOrDefault(issue.id(), List.of());
        }
    }

    @GET
    @HasRole(Role.EDITOR)
    public View show(@Auth Principal principal, @PathParam("deliverable") DeliverableId id) {
        return View.of(TEMPLATE, shown(principal, id, null, FormErrors.NONE));
    }

    private Shown shown(Principal principal, DeliverableId id, @Nullable String link, FormErrors errors) {
        Issues.Shelf shelf = issues.shelf(principal, id);
        return new Shown(shelf, issues.files(principal, id), issuing.edition(principal, id), link, errors);
    }

    @POST
    @HasRole(Role.EDITOR)
    public Response make(
            @Auth Principal principal,
            @PathParam("deliverable") DeliverableId id,
            @FormParam("destinataire") @DefaultValue("") String receiver,
            @FormParam("etablissements") @DefaultValue("") String schools) {
        if (schools.equals("oui")) {
            return moved("/travaux/" + jobs.ask(principal, issuing, issuing.own(principal, id)));
        }
        try {
            return moved("/travaux/" + jobs.ask(principal, issuing, issuing.wish(principal, id, receiver)));
        } catch (Refusal refusal) {
            return again(principal, id, refusal);
        }
    }

    @POST
    @HasRole(Role.EDITOR)
    @Path("liens")
    public Response handOn(
            @Auth Principal principal,
            @PathParam("deliverable") DeliverableId id,
            @FormParam("fichiers") @DefaultValue("0") long issue,
            @FormParam("destinataire") @DefaultValue("") String receiver,
            @FormParam("fin") @DefaultValue("") String until) {
        try {
            Secret secret = issues.handOn(principal, id, issue, receiver, day(until));
            return Response.ok(View.of(
                            TEMPLATE, shown(principal, id, issuing.address("/recu/" + secret.text()), FormErrors.NONE)))
                    .build();
        } catch (Refusal refusal) {
            return again(principal, id, refusal);
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("fin", "press.link.day");
        }
    }

    @POST
    @HasRole(Role.EDITOR)
    @Path("liens/{link}/fin")
    public Response revoke(
            @Auth Principal principal, @PathParam("deliverable") DeliverableId id, @PathParam("link") IssueId link) {
        issues.revoke(principal, id, link.value());
        return moved("/livrables/" + id + "/fichiers");
    }

    @GET
    @HasRole(Role.EDITOR)
    @Path("{issue}/{file}")
    @Consumes(MediaType.WILDCARD)
    public Response file(
            @Auth Principal principal,
            @PathParam("deliverable") DeliverableId id,
            @PathParam("issue") IssueId issue,
            @PathParam("file") String name) {
        return Handed.over(issues.file(principal, id, issue.value(), name));
    }

    @GET
    @HasRole(Role.EDITOR)
    @Path("registre.csv")
    public Response register(@Auth Principal principal, @PathParam("deliverable") DeliverableId id) {
        List<RegisterLine> lines = issues.register(principal, id);
        StreamingOutput body = out -> {
            Csv csv = Csv.to(out);
            csv.row(List.of(
                    "livrable",
                    "edition",
                    "mention",
                    "destinataire",
                    "lien_fait",
                    "lien_fin",
                    "lien_revoque",
                    "fichier",
                    "pris"));
            lines.forEach(line -> csv.row(line.cells()));
            csv.end();
        };
        return Response.ok(body, Csv.TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"registre-livrable-" + id + ".csv\"")
                .build();
    }

    private Response again(Principal principal, DeliverableId id, Refusal refusal) {
        return Response.status(422)
                .entity(View.of(TEMPLATE, shown(principal, id, null, FormErrors.of(refusal))))
                .build();
    }

    private static Response moved(String address) {
        return Response.seeOther(URI.create(address)).build();
    }
}
