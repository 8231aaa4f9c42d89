package fr.preau.dashboard;

import fr.preau.access.Principal;
import fr.preau.access.SignedIn;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Refusal;
import fr.preau.web.Viewers;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** Each view of a unit as a file, by the filters of its page. */
@Path("/")
public final class FigureFilePages {
    private final DashboardServices figures;
    private final Viewers viewers;

    public FigureFilePages(DashboardServices figures, Viewers viewers) {
        this.figures = figures;
        this.viewers = viewers;
    }

    /** @param file the view's name and the format: {@code ecarts.csv} */
    @GET
    @SignedIn
    @Path("unites/{unit}/fichiers/{file}")
    public Response file(
            @Auth Principal principal,
            @BeanParam Asked asked,
            @PathParam("file") String file,
            @Context ContainerRequestContext request) {
        int dot = file.indexOf('.');
        String view = dot < 0 ? file : file.substring(0, dot);
        return SheetFiles.attachment(
                viewers.of(request),
                filed(principal, asked, view),
                view,
                file.substring(view.length() + (dot < 0 ? 0 : 1)));
    }

    private Sheet.Filed filed(Principal principal, Asked asked, String view) {
        return switch (view) {
            case "chiffres" -> figures.dashboards().view(principal, asked.wish());
            case "ecarts" -> figures.tables().heat(principal, asked.wish(), asked.split);
            case "mesures" -> figures.tables().controls(principal, asked.wish());
            case "mesure" ->
                figures.tables().control(principal, asked.wish(), ControlCode.fromString(asked.control), asked.split);
            case "repartition" -> figures.panels().distribution(principal, asked.wish());
            case "evolution" -> figures.panels().trend(principal, asked.wish());
            case "comparaison" -> figures.tables().versus(principal, asked.wish(), asked.split, asked.with);
            default -> throw Refusal.notFound();
        };
    }
}
