package fr.preau.audit;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.preau.access.Principal;
import fr.preau.access.SignedIn;
import fr.preau.checklist.Party;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.ControlCode;
import fr.preau.web.AuthorJson;
import fr.preau.web.IfMatch;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Saves one answer by the API, never over a value that the caller has not seen. */
@Path("api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class AnswersApi {
    private final Answers answers;

    public AnswersApi(Answers answers) {
        this.answers = answers;
    }

    /** What was saved, without the comment that the caller has just sent: the reply stays below 1 kB. */
    public record Saved(
            ControlCode control,
            Verdict verdict,
            int version,
            Party party,

            @JsonSerialize(using = AuthorJson.class) @Nullable
            String author,

            Instant at) {}

    @PUT
    @SignedIn
    @Path("audits/{audit}/answers/{control}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response save(
            @Auth Principal principal,
            @PathParam("audit") AuditId audit,
            @PathParam("control") ControlCode control,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen,
            NewAnswer answer) {
        SavedAnswer saved = answers.save(principal, audit, control, IfMatch.version(seen), answer);
        return IfMatch.written(
                new Saved(control, saved.verdict(), saved.version(), saved.party(), saved.author(), saved.at()),
                saved.version());
    }
}
