package fr.preau.dashboard;

import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.access.SignedIn;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.UnitId;
import fr.preau.web.View;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The pages of figures: one's widest unit, any unit in sight, and the reference figures for everyone. */
@Path("/")
public final class DashboardPages {
    private final Dashboards dashboards;
    private final Benchmarks benchmarks;
    private final UnitJournals journals;

    public DashboardPages(Dashboards dashboards, Benchmarks benchmarks, UnitJournals journals) {
        this.dashboards = dashboards;
        this.benchmarks = benchmarks;
        this.journals = journals;
    }

    /**
     * A unit's page; the journal is its administrators'.
     *
     * @param headline null while nothing is rendered
     * @param replaceable whether the person may decide that another collectivity replaces this one
     */
    public record Shown(UnitView view, @Nullable Headline headline, boolean journal, boolean replaceable) {}

    /** The way in: the widest unit that the person sees, the reference figures for who only has a school. */
    @GET
    @SignedIn
    @Path("chiffres")
    public Response figures(@Auth Principal principal, @QueryParam("campagne") @Nullable CampaignId campaign) {
        String target =
                Dashboards.widest(principal).map(unit -> "/unites/" + unit).orElse("/reference");
        return Response.seeOther(URI.create(campaign == null ? target : target + "?campagne=" + campaign))
                .build();
    }

    @GET
    @SignedIn
    @Path("unites/{unit}")
    public View unit(@Auth Principal principal, @BeanParam Asked asked) {
        UnitView view = dashboards.view(principal, asked.page());
        Double conformity =
                view.figures() == null ? null : view.figures().total().conformity();
        boolean journal = journals.covers(principal, view.vantage().id());
        return View.of(
                "dashboard/unit.jte",
                new Shown(view, Headline.of(conformity), journal, replaceable(principal, view.vantage())));
    }

    private static boolean replaceable(Principal principal, Vantage vantage) {
        return vantage.id().kind() == UnitId.Kind.COLLECTIVITY
                && vantage.replaced() == null
                && principal.held(Role.ADMINISTRATOR).stream()
                        .map(Grant::unit)
                        .anyMatch(unit -> unit.equals(UnitId.NATION) || unit.equals(vantage.id()));
    }

    /** The schools that a number counts. */
    @GET
    @SignedIn
    @Path("unites/{unit}/etablissements")
    public View schools(@Auth Principal principal, @BeanParam Asked asked, @BeanParam AskedSchools wanted) {
        return View.of(
                "dashboard/schools.jte",
                dashboards.schools(principal, asked.wish(), wanted.filter(asked), wanted.after));
    }

    @GET
    @SignedIn
    @Path("reference")
    public View reference(@Auth Principal principal, @QueryParam("campagne") @Nullable CampaignId campaign) {
        return benchmarks
                .of(principal, campaign)
                .map(found -> View.of("dashboard/reference.jte", found))
                .orElseGet(() -> View.of("dashboard/none.jte", "dashboard.reference.title"));
    }
}
