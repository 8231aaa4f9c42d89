package fr.preau.shared;

import fr.preau.access.HasRole;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.SharedAnswerId;
import fr.preau.kernel.UnitId;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers one control for many schools by the API: what its preview has counted is applied, or nothing. */
@Path("api/v1/shared-answers")
@Produces(MediaType.APPLICATION_JSON)
public final class SharedApi {
    private final SharedAnswers answers;

    public SharedApi(SharedAnswers answers) {
        this.answers = answers;
    }

    /** The shared answers of the caller's units. */
    public record Listed(List<Given> items) {}

    /**
     * A shared answer as it stands.
     *
     * @param verdict null when its only application was undone
     * @param followers how many schools follow it
     */
    public record Given(
            SharedAnswerId id,
            CampaignId campaign,
            UnitId unit,
            ControlCode control,
            String set,
            List<String> schools,
            @Nullable Verdict verdict,
            @Nullable String comment,
            Instant changedAt,
            int followers,
            boolean undoable) {
        static Given of(SharedAnswer shared) {
            return new Given(
                    shared.id(),
                    shared.campaign(),
                    shared.owner(),
                    shared.control(),
                    shared.set().code(),
                    shared.schools(),
                    shared.verdict(),
                    shared.comment(),
                    shared.changedAt(),
                    shared.followers(),
                    shared.undoable());
        }
    }

    @GET
    @HasRole(Role.AGENT)
    public Listed list(
            @Auth Principal principal,
            @QueryParam("campaign") @Nullable CampaignId campaign,
            @QueryParam("unit") @Nullable UnitId unit) {
        return new Listed(
                answers.list(principal, campaign, unit).stream().map(Given::of).toList());
    }

    @POST
    @HasRole(Role.AGENT)
    @Path("preview")
    @Consumes(MediaType.APPLICATION_JSON)
    public Preview preview(@Auth Principal principal, NewShared body) {
        return answers.preview(principal, body.proposal());
    }

    @POST
    @HasRole(Role.AGENT)
    @Consumes(MediaType.APPLICATION_JSON)
    public SharedAnswers.Done apply(@Auth Principal principal, NewShared body) {
        return answers.apply(principal, body.proposal(), body.overwrite(), body.known());
    }

    @POST
    @HasRole(Role.AGENT)
    @Path("{shared}/undo")
    public SharedAnswers.Done undo(@Auth Principal principal, @PathParam("shared") SharedAnswerId id) {
        return answers.undo(principal, id);
    }
}
