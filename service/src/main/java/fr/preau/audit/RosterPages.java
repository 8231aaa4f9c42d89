package fr.preau.audit;

import fr.preau.access.HasRole;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.web.FormErrors;
import fr.preau.web.View;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The roster of a running campaign, as the territory changes under it: what waits, and the decision on ticked lines. */
@Path("campagnes/{campaign}/effectif")
public final class RosterPages {
    private final RosterChanges changes;

    public RosterPages(RosterChanges changes) {
        this.changes = changes;
    }

    /**
     * The page of a roster.
     *
     * @param kind section that was sent, empty for a fresh page
     * @param ticked tickets of the lines ticked there
     * @param absorbed UAI typed there
     * @param done how many lines one has just decided about, 0 for none
     */
    public record Shown(
            RosterChanges.Roster roster,
            String kind,
            Set<String> ticked,
            String absorbed,
            String reason,
            int done,
            FormErrors errors) {}

    @GET
    @HasRole({Role.EDITOR, Role.ADMINISTRATOR})
    public View show(
            @Auth Principal principal, @PathParam("campaign") CampaignId campaign, @QueryParam("decides") int done) {
        return View.of(
                "campaign/roster.jte",
                new Shown(
                        changes.roster(principal, campaign), "", Set.of(), "", "", Math.max(0, done), FormErrors.NONE));
    }

    @POST
    @HasRole({Role.EDITOR, Role.ADMINISTRATOR})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(
            @Auth Principal principal,
            @PathParam("campaign") CampaignId campaign,
            MultivaluedMap<String, String> sent) {
        RosterChange.Kind kind = kind(sent.getFirst("kind"));
        Set<String> ticked = Set.copyOf(sent.getOrDefault("audit", List.of()));
        String reason = Objects.requireNonNullElse(sent.getFirst("reason-" + kind), "");
        String absorber = Objects.requireNonNullElse(sent.getFirst("absorbed"), "");
        try {
            RosterDecision decision = new RosterDecision(
                    kind, ticked, sent.containsKey("follow"), RosterDecision.absorbing(absorber), reason);
            int decided = changes.decide(principal, campaign, decision);
            return Response.seeOther(URI.create("/campagnes/" + campaign + "/effectif?decides=" + decided))
                    .build();
        } catch (Refusal refusal) {
            if (refusal.problem() instanceof Problem.NotFound) {
                throw refusal;
            }
            Shown again = new Shown(
                    changes.roster(principal, campaign),
                    kind.name(),
                    ticked,
                    absorber,
                    reason,
                    0,
                    FormErrors.of(refusal));
            return Response.status(refusal.problem().status())
                    .entity(View.of("campaign/roster.jte", again))
                    .build();
        }
    }

    private static RosterChange.Kind kind(@Nullable String name) {
        return Arrays.stream(RosterChange.Kind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }
}
