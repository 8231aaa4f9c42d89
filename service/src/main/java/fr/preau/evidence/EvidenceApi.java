package fr.preau.evidence;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.preau.access.Principal;
import fr.preau.access.SignedIn;
import fr.preau.audit.Audits;
import fr.preau.audit.Piece;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.PieceId;
import fr.preau.kernel.SharedAnswerId;
import fr.preau.web.AuthorJson;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pieces of one answer by the API: a file is sent as it is, a link or a consultation as JSON. */
@Path("api/v1/audits/{audit}/answers/{control}/evidence")
public final class EvidenceApi {
    private final Audits audits;
    private final Evidence evidence;

    public EvidenceApi(Audits audits, Evidence evidence) {
        this.audits = audits;
        this.evidence = evidence;
    }

    /** A piece as the API shows it; {@code shared} is the shared answer that it belongs to. */
    public record Line(
            PieceId id,
            Piece.Kind kind,
            String title,
            @Nullable String format,
            @Nullable Integer size,
            @Nullable String url,
            @Nullable LocalDate seenOn,
            @Nullable String seenBy,

            @JsonSerialize(using = AuthorJson.class) @Nullable
            String author,

            Instant at,
            @Nullable SharedAnswerId shared) {
        static Line of(Piece piece) {
            return new Line(
                    piece.id(),
                    piece.kind(),
                    piece.title(),
                    piece.format(),
                    piece.size(),
                    piece.url(),
                    piece.seenOn(),
                    piece.seenBy(),
                    piece.authorName(),
                    piece.at(),
                    piece.shared());
        }
    }

    /** All pieces of an answer, oldest first. */
    public record Lines(List<Line> items) {}

    /** What is sent that is no file: a link, a consultation, or the place of a piece to copy. */
    public record Sent(
            @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL)
            Kind kind,

            @Nullable String url,
            @Nullable String title,
            @Nullable String place,
            @Nullable LocalDate seenOn,
            @Nullable String seenBy,
            @Nullable Long audit,
            @Nullable String control,
            @Nullable Long piece) {

        /** What to attach. */
        public enum Kind {
            LINK,
            CONSULTATION,
            COPY
        }

        NewPiece written() {
            return kind == Kind.LINK
                    ? NewPiece.link(text(url), text(title))
                    : NewPiece.consultation(text(place), seenOn, text(seenBy));
        }

        /** Where the piece to copy is; what is left out is nobody's. */
        Evidence.Place from() {
            return new Evidence.Place(
                    AuditId.fromString(String.valueOf(audit)),
                    ControlCode.fromString(text(control)),
                    PieceId.fromString(String.valueOf(piece)));
        }

        private static String text(@Nullable String value) {
            return value == null ? "" : value;
        }
    }

    /** The id of what was attached. */
    public record Attached(PieceId id) {}

    @GET
    @SignedIn
    @Produces(MediaType.APPLICATION_JSON)
    public Lines list(
            @Auth Principal principal, @PathParam("audit") AuditId audit, @PathParam("control") ControlCode control) {
        return new Lines(audits.control(principal, audit, control).pieces().stream()
                .map(Line::of)
                .toList());
    }

    @POST
    @SignedIn
    @TakesFile
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Produces(MediaType.APPLICATION_JSON)
    public Attached file(
            @Auth Principal principal,
            @PathParam("audit") AuditId audit,
            @PathParam("control") ControlCode control,
            @QueryParam("name") @DefaultValue("") String name,
            InputStream sent) {
        audits.control(principal, audit, control);
        try (Spool spool = Spool.of(sent)) {
            return new Attached(evidence.attach(principal, audit, control, NewPiece.file(spool, name)));
        }
    }

    @POST
    @SignedIn
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Attached written(
            @Auth Principal principal,
            @PathParam("audit") AuditId audit,
            @PathParam("control") ControlCode control,
            Sent sent) {
        audits.control(principal, audit, control);
        return new Attached(
                sent.kind() == Sent.Kind.COPY
                        ? evidence.copy(principal, sent.from(), audit, control)
                        : evidence.attach(principal, audit, control, sent.written()));
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

    @DELETE
    @SignedIn
    @Path("{piece}")
    public void remove(
            @Auth Principal principal,
            @PathParam("audit") AuditId audit,
            @PathParam("control") ControlCode control,
            @PathParam("piece") PieceId piece) {
        evidence.remove(principal, audit, control, piece);
    }
}
