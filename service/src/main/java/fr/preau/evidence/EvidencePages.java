package fr.preau.evidence;

import fr.preau.access.Principal;
import fr.preau.access.SignedIn;
import fr.preau.audit.Audits;
import fr.preau.audit.ControlView;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.PieceId;
import fr.preau.kernel.Refusal;
import fr.preau.web.FormErrors;
import fr.preau.web.TakesFile;
import fr.preau.web.View;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pieces of one audit's answer: their page, what its forms attach, a file, its removal. */
@Path("audits/{audit}/mesures/{control}/pieces")
public final class EvidencePages {
    static final List<String> DONE = List.of("jointe", "retiree");

    private final Audits audits;
    private final Evidence evidence;

    public EvidencePages(Audits audits, Evidence evidence) {
        this.audits = audits;
        this.evidence = evidence;
    }

    /** The page; {@code done} is what one has just done there. */
    public record Shown(
            ControlView view,
            PieceForm form,
            FormErrors errors,
            @Nullable String done) {}

    @GET
    @SignedIn
    public View show(
            @Auth Principal principal,
            @PathParam("audit") AuditId audit,
            @PathParam("control") ControlCode control,
            @QueryParam("fait") @Nullable String done) {
        ControlView view = audits.control(principal, audit, control);
        String known = done != null && DONE.contains(done) ? done : null;
        return View.of("evidence/pieces.jte", new Shown(view, PieceForm.BLANK, FormErrors.NONE, known));
    }

    /** Attaches a file, which is read as it arrives. */
    @POST
    @SignedIn
    @TakesFile
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response file(
            @Auth Principal principal,
            @PathParam("audit") AuditId audit,
            @PathParam("control") ControlCode control,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            InputStream sent) {
        // Before the file: whoever may not see the audit need not send it.
        audits.control(principal, audit, control);
        try {
            PieceForm.received(type, sent, piece -> evidence.attach(principal, audit, control, piece));
            return moved(audit, control, "jointe");
        } catch (Refusal refusal) {
            return again(principal, audit, control, PieceForm.BLANK, refusal);
        }
    }

    /** Attaches a link, or tells where and when a document was seen. */
    @POST
    @SignedIn
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response written(
            @Auth Principal principal,
            @PathParam("audit") AuditId audit,
            @PathParam("control") ControlCode control,
            MultivaluedMap<String, String> sent) {
        audits.control(principal, audit, control);
        PieceForm form = PieceForm.of(sent);
        try {
            evidence.attach(principal, audit, control, form.piece());
            return moved(audit, control, "jointe");
        } catch (Refusal refusal) {
            return again(principal, audit, control, form, refusal);
        }
    }

    @GET
    @SignedIn
    @Path("{piece}")
    public Response content(
            @Auth Principal principal,
            @PathParam("audit") AuditId audit,
            @PathParam("control") ControlCode control,
            @PathParam("piece") PieceId piece) {
        return FileReply.of(evidence.open(principal, new Evidence.Place(audit, control, piece)));
    }

    @POST
    @SignedIn
    @Path("{piece}/retrait")
    public Response remove(
            @Auth Principal principal,
            @PathParam("audit") AuditId audit,
            @PathParam("control") ControlCode control,
            @PathParam("piece") PieceId piece) {
        try {
            evidence.remove(principal, audit, control, piece);
            return moved(audit, control, "retiree");
        } catch (Refusal refusal) {
            return again(principal, audit, control, PieceForm.BLANK, refusal);
        }
    }

    private Response again(Principal principal, AuditId audit, ControlCode control, PieceForm form, Refusal refusal) {
        FormErrors errors = FormErrors.shown(refusal);
        ControlView view = audits.control(principal, audit, control);
        return Response.status(refusal.problem().status())
                .entity(View.of("evidence/pieces.jte", new Shown(view, form, errors, null)))
                .build();
    }

    private static Response moved(AuditId audit, ControlCode control, String done) {
        return Response.seeOther(URI.create("/audits/" + audit + "/mesures/" + control + "/pieces?fait=" + done))
                .build();
    }
}
