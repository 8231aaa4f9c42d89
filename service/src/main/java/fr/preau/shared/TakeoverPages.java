package fr.preau.shared;

import fr.preau.access.HasRole;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.SharedAnswerId;
import fr.preau.kernel.UnitId;
import fr.preau.web.FormErrors;
import fr.preau.web.View;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** « Reprendre »: what a replaced collectivity has left to one's own, what meets one's own, and the one gesture. */
@Path("reponses-communes/reprise")
public final class TakeoverPages {
    private final Takeovers takeovers;
    private final Desks desks;

    public TakeoverPages(Takeovers takeovers, Desks desks) {
        this.takeovers = takeovers;
        this.desks = desks;
    }

    /**
     * The page.
     *
     * @param ticked answers that are ticked there
     * @param done what one has just taken over, null when one has not
     * @param administers whether the person may give the collectivity's agreement to appear by name
     */
    public record Shown(
            Desk desk,
            Takeover left,
            Set<SharedAnswerId> ticked,
            Takeovers.@Nullable Done done,
            boolean administers,
            FormErrors errors) {}

    @GET
    @HasRole(Role.AGENT)
    public View show(
            @Auth Principal principal,
            @QueryParam("campagne") @Nullable CampaignId campaign,
            @QueryParam("unite") @Nullable UnitId unit,
            @QueryParam("reponses") @Nullable Integer answers,
            @QueryParam("etiquettes") int labels) {
        Optional<Desk> found = desks.desk(principal, campaign, unit);
        if (found.isEmpty()) {
            return View.of("shared/none.jte", "");
        }
        Desk desk = found.get();
        Takeover left =
                takeovers.preview(principal, desk.campaign().id(), desk.owner().id());
        Takeovers.Done done = answers == null ? null : new Takeovers.Done(Math.max(0, answers), Math.max(0, labels));
        return View.of("shared/takeover.jte", shown(principal, desk, left, left.free(), done, FormErrors.NONE));
    }

    @POST
    @HasRole(Role.AGENT)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response take(@Auth Principal principal, MultivaluedMap<String, String> sent) {
        CampaignId campaign = CampaignId.fromString(first(sent, "campagne"));
        UnitId unit = UnitId.fromString(first(sent, "unite"));
        Set<SharedAnswerId> chosen = sent.getOrDefault("reponse", List.of()).stream()
                .map(SharedAnswerId::fromString)
                .collect(Collectors.toSet());
        try {
            Takeovers.Done done = takeovers.take(principal, campaign, unit, chosen, first(sent, "vu"));
            return Response.seeOther(URI.create("/reponses-communes/reprise?campagne=" + campaign + "&unite=" + unit
                            + "&reponses=" + done.answers() + "&etiquettes=" + done.labels()))
                    .build();
        } catch (Refusal refusal) {
            if (refusal.problem() instanceof Problem.NotFound) {
                throw refusal;
            }
            Desk desk = desks.desk(principal, campaign, unit).orElseThrow(Refusal::notFound);
            Takeover left = takeovers.preview(principal, campaign, unit);
            Shown page = shown(principal, desk, left, chosen, null, FormErrors.shown(refusal));
            return Response.status(refusal.problem().status())
                    .entity(View.of("shared/takeover.jte", page))
                    .build();
        }
    }

    private static Shown shown(
            Principal principal,
            Desk desk,
            Takeover left,
            Set<SharedAnswerId> ticked,
            Takeovers.@Nullable Done done,
            FormErrors errors) {
        boolean administers = principal.held(Role.EDITOR, Role.ADMINISTRATOR).stream()
                .anyMatch(grant -> grant.unit().equals(desk.owner().id()));
        return new Shown(desk, left, ticked, done, administers, errors);
    }

    private static String first(MultivaluedMap<String, String> sent, String name) {
        return sent.getOrDefault(name, List.of("")).get(0);
    }
}
