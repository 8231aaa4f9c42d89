package fr.preau.evidence;

import fr.preau.access.HasRole;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.kernel.PieceId;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.SharedAnswerId;
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
import org.jspecify.annotations.Nullable;

/** The pieces of an answer given for many: the same page and forms as those of one school's. */
@Path("reponses-communes/{shared}/pieces")
public final class SharedPiecesPages {
    private final SharedPieces pieces;

    public SharedPiecesPages(SharedPieces pieces) {
        this.pieces = pieces;
    }

    /** The page; {@code done} is what one has just done there. */
    public record Shown(
            SharedPieces.Standing standing,
            PieceForm form,
            FormErrors errors,
            @Nullable String done) {}

    @GET
    @HasRole(Role.AGENT)
    public View show(
            @Auth Principal principal,
            @PathParam("shared") SharedAnswerId shared,
            @QueryParam("fait") @Nullable String done) {
        String known = done != null && EvidencePages.DONE.contains(done) ? done : null;
        return View.of(
                "evidence/shared.jte",
                new Shown(pieces.standing(principal, shared), PieceForm.BLANK, FormErrors.NONE, known));
    }

    @POST
    @HasRole(Role.AGENT)
    @TakesFile
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response file(
            @Auth Principal principal,
            @PathParam("shared") SharedAnswerId shared,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            InputStream sent) {
        pieces.standing(principal, shared);
        try {
            PieceForm.received(type, sent, piece -> pieces.attach(principal, shared, piece));
            return moved(shared, "jointe");
        } catch (Refusal refusal) {
            return again(principal, shared, PieceForm.BLANK, refusal);
        }
    }

    @POST
    @HasRole(Role.AGENT)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response written(
            @Auth Principal principal,
            @PathParam("shared") SharedAnswerId shared,
            MultivaluedMap<String, String> sent) {
        pieces.standing(principal, shared);
        PieceForm form = PieceForm.of(sent);
        try {
            pieces.attach(principal, shared, form.piece());
            return moved(shared, "jointe");
        } catch (Refusal refusal) {
            return again(principal, shared, form, refusal);
        }
    }

    @GET
    @HasRole(Role.AGENT)
    @Path("{piece}")
    public Response content(
            @Auth Principal principal, @PathParam("shared") SharedAnswerId shared, @PathParam("piece") PieceId piece) {
        return FileReply.of(pieces.open(principal, shared, piece));
    }

    @POST
    @HasRole(Role.AGENT)
    @Path("{piece}/retrait")
    public Response remove(
            @Auth Principal principal, @PathParam("shared") SharedAnswerId shared, @PathParam("piece") PieceId piece) {
        try {
            pieces.remove(principal, shared, piece);
            return moved(shared, "retiree");
        } catch (Refusal refusal) {
            return again(principal, shared, PieceForm.BLANK, refusal);
        }
    }

    private Response again(Principal principal, SharedAnswerId shared, PieceForm form, Refusal refusal) {
        FormErrors errors = FormErrors.shown(refusal);
        Shown shown = new Shown(pieces.standing(principal, shared), form, errors, null);
        return Response.status(refusal.problem().status())
                .entity(View.of("evidence/shared.jte", shown))
                .build();
    }

    private static Response moved(SharedAnswerId shared, String done) {
        return Response.seeOther(URI.create("/reponses-communes/" + shared + "/pieces?fait=" + done))
                .build();
    }
}
