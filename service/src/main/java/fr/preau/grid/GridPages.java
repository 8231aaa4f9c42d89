package fr.preau.grid;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import fr.preau.access.HasRole;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.audit.AuditState;
import fr.preau.audit.CellSave;
import fr.preau.audit.ManyAnswers;
import fr.preau.checklist.Party;
import fr.preau.checklist.SchoolType;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.LabelId;
import fr.preau.kernel.NumberId;
import fr.preau.web.View;
import fr.preau.web.Viewer;
import fr.preau.web.Viewers;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The grid: its page, which reads as a plain table where no script runs, and the saves that its script sends by lots. */
@Path("grille")
public final class GridPages {
    private final Grids grids;
    private final ManyAnswers answers;
    private final Viewers viewers;

    public GridPages(Grids grids, ManyAnswers answers, Viewers viewers) {
        this.grids = grids;
        this.answers = answers;
        this.viewers = viewers;
    }

    /** What the form of the grid narrows it to; a word that is none narrows nothing. */
    public static final class Asked {
        @QueryParam("campagne")
        @Nullable
        CampaignId campaign;

        @QueryParam("theme")
        @Nullable
        String theme;

        @QueryParam("type")
        @DefaultValue("")
        String type = "";

        @QueryParam("commune")
        @DefaultValue("")
        String commune = "";

        @QueryParam("etat")
        @DefaultValue("")
        String state = "";

        @QueryParam("etiquette")
        @DefaultValue("")
        String label = "";

        @QueryParam("montrer")
        @DefaultValue("")
        String only = "";

        @QueryParam("responsable")
        @DefaultValue("")
        String party = "";

        @QueryParam("apres")
        @Nullable
        AuditId after;

        GridFilter filter() {
            return new GridFilter(
                    theme == null || theme.isEmpty() ? null : theme,
                    GridFilter.of(SchoolType.values(), type),
                    commune.isEmpty() ? null : commune,
                    GridFilter.of(AuditState.values(), state),
                    label.isEmpty() ? null : LabelId.fromString(label),
                    GridFilter.only(only),
                    GridFilter.of(Party.values(), party));
        }
    }

    /** Many cells to save. */
    public record Sent(
            @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL, contentNulls = Nulls.FAIL)
            List<SentCell> cells) {}

    /** One cell as the script sends it; an id of nobody's is not found. */
    public record SentCell(
            @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL)
            String audit,

            @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL)
            String control,

            @JsonProperty(required = true) int seen,

            @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL)
            Verdict verdict,

            @Nullable String comment,
            boolean last) {
        CellSave save() {
            return new CellSave(
                    new AuditId(NumberId.parse(audit)), ControlCode.fromString(control), seen, verdict, comment, last);
        }
    }

    @GET
    @HasRole({Role.AGENT, Role.ESTABLISHMENT})
    public View show(@Auth Principal principal, @BeanParam Asked asked) {
        return grids.grid(principal, asked.campaign, asked.filter(), asked.after)
                .map(grid -> View.of("grid/show.jte", grid))
                .orElseGet(() -> View.of("grid/none.jte", asked.filter()));
    }

    @POST
    @HasRole({Role.AGENT, Role.ESTABLISHMENT})
    @Path("reponses")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public List<CellReply> save(@Auth Principal principal, @Context ContainerRequestContext request, Sent sent) {
        Viewer viewer = viewers.of(request);
        List<CellSave> saves = sent.cells().stream().map(SentCell::save).toList();
        return answers.save(principal, saves).stream()
                .map(outcome -> CellReply.of(viewer, outcome))
                .toList();
    }
}
