package fr.preau.dashboard;

import fr.preau.access.Principal;
import fr.preau.access.SignedIn;
import fr.preau.kernel.ControlCode;
import fr.preau.web.View;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** The views of a unit beside its own page: gaps by theme, controls, distribution, trend, comparison. */
@Path("/")
public final class TablePages {
    private final Tables tables;
    private final Panels panels;

    public TablePages(Tables tables, Panels panels) {
        this.tables = tables;
        this.panels = panels;
    }

    @GET
    @SignedIn
    @Path("unites/{unit}/ecarts")
    public View gaps(@Auth Principal principal, @BeanParam Asked asked) {
        return View.of("dashboard/heat.jte", tables.heat(principal, asked.page(), asked.split));
    }

    @GET
    @SignedIn
    @Path("unites/{unit}/mesures")
    public View controls(@Auth Principal principal, @BeanParam Asked asked) {
        return View.of("dashboard/controls.jte", tables.controls(principal, asked.wish()));
    }

    @GET
    @SignedIn
    @Path("unites/{unit}/mesures/{control}")
    public View control(@Auth Principal principal, @BeanParam Asked asked, @PathParam("control") ControlCode control) {
        return View.of("dashboard/control.jte", tables.control(principal, asked.page(), control, asked.split));
    }

    @GET
    @SignedIn
    @Path("unites/{unit}/repartition")
    public View distribution(@Auth Principal principal, @BeanParam Asked asked) {
        return View.of("dashboard/distribution.jte", panels.distribution(principal, asked.wish()));
    }

    @GET
    @SignedIn
    @Path("unites/{unit}/evolution")
    public View trend(@Auth Principal principal, @BeanParam Asked asked) {
        return View.of("dashboard/trend.jte", panels.trend(principal, asked.wish()));
    }

    @GET
    @SignedIn
    @Path("unites/{unit}/comparaison")
    public View comparison(@Auth Principal principal, @BeanParam Asked asked) {
        return View.of("dashboard/versus.jte", tables.versus(principal, asked.wish(), asked.split, asked.with));
    }
}
