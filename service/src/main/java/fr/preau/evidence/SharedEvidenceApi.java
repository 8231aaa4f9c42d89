package fr.preau.evidence;

import fr.preau.access.HasRole;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.kernel.PieceId;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.SharedAnswerId;
import fr.preau.web.TakesFile;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** The pieces of an answer given for many by the API, in the same forms as those of one school's. */
@Path("api/v1/shared-answers/{shared}/evidence")
public final class SharedEvidenceApi {
    private final SharedPieces pieces;

    public SharedEvidenceApi(SharedPieces pieces) {
        this.pieces = pieces;
    }

    @GET
    @HasRole(Role.AGENT)
    @Produces(MediaType.APPLICATION_JSON)
    public EvidenceApi.Lines list(@Auth Principal principal, @PathParam("shared") SharedAnswerId shared) {
        return new EvidenceApi.Lines(pieces.standing(principal, shared).pieces().stream()
                .map(EvidenceApi.Line::of)
                .toList());
    }

    @POST
    @HasRole(Role.AGENT)
    @TakesFile
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Produces(MediaType.APPLICATION_JSON)
    public EvidenceApi.Attached file(
            @Auth Principal principal,
            @PathParam("shared") SharedAnswerId shared,
            @QueryParam("name") @DefaultValue("") String name,
            InputStream sent) {
        pieces.standing(principal, shared);
        try (Spool spool = Spool.of(sent)) {
            return new EvidenceApi.Attached(pieces.attach(principal, shared, NewPiece.file(spool, name)));
        }
    }

    @POST
    @HasRole(Role.AGENT)
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public EvidenceApi.Attached written(
            @Auth Principal principal, @PathParam("shared") SharedAnswerId shared, EvidenceApi.Sent sent) {
        pieces.standing(principal, shared);
        if (sent.kind() == EvidenceApi.Sent.Kind.COPY) {
            throw Refusal.invalid("kind", "evidence.copy.shared");
        }
        return new EvidenceApi.Attached(pieces.attach(principal, shared, sent.written()));
    }

    @GET
    @HasRole(Role.AGENT)
    @Path("{piece}")
    public Response content(
            @Auth Principal principal, @PathParam("shared") SharedAnswerId shared, @PathParam("piece") PieceId piece) {
        return FileReply.of(pieces.open(principal, shared, piece));
    }

    @DELETE
    @HasRole(Role.AGENT)
    @Path("{piece}")
    public void remove(
            @Auth Principal principal, @PathParam("shared") SharedAnswerId shared, @PathParam("piece") PieceId piece) {
        pieces.remove(principal, shared, piece);
    }
}
