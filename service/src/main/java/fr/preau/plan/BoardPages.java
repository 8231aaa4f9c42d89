package fr.preau.plan;

import fr.preau.access.HasRole;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.checklist.Party;
import fr.preau.kernel.ActionId;
import fr.preau.kernel.CampaignId;
import fr.preau.web.View;
import fr.preau.web.Viewers;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The board of actions, as a page and as a file, by the same filters. */
@Path("/")
public final class BoardPages {
    private final Actions actions;
    private final Viewers viewers;

    public BoardPages(Actions actions, Viewers viewers) {
        this.actions = actions;
        this.viewers = viewers;
    }

    /** The filters of an address; what nobody knows filters nothing, so that an old link still opens. */
    public static final class Asked {
        @QueryParam("etat")
        @DefaultValue("")
        String place = "";

        @QueryParam("partie")
        @DefaultValue("")
        String party = "";

        @QueryParam("theme")
        @DefaultValue("")
        String theme = "";

        @QueryParam("mesure")
        @DefaultValue("")
        String control = "";

        @QueryParam("campagne")
        @DefaultValue("")
        String campaign = "";

        @QueryParam("q")
        @DefaultValue("")
        String text = "";

        ActionFilter filter() {
            Party found = Arrays.stream(Party.values())
                    .filter(one -> one.name().equals(party))
                    .findFirst()
                    .orElse(null);
            CampaignId id = campaign.isEmpty() ? null : CampaignId.fromString(campaign);
            return new ActionFilter(Place.of(place), found, theme, control, id, text);
        }
    }

    @GET
    @HasRole({Role.AGENT, Role.ESTABLISHMENT, Role.REVIEWER})
    @Path("actions")
    public View board(
            @Auth Principal principal, @BeanParam Asked asked, @QueryParam("apres") @Nullable ActionId after) {
        return View.of("plan/board.jte", actions.page(principal, asked.filter(), after));
    }

    @GET
    @HasRole({Role.AGENT, Role.ESTABLISHMENT, Role.REVIEWER})
    @Path("actions.csv")
    @Produces("text/csv")
    public Response csv(@Auth Principal principal, @BeanParam Asked asked, @Context ContainerRequestContext request) {
        actions.recordExport(principal);
        ActionFilter filter = asked.filter();
        return ActionCsv.attachment(
                viewers.of(request), after -> actions.board(principal, filter, after, ActionCsv.PART));
    }
}
