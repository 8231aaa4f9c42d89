package fr.preau.plan;

import fr.preau.access.HasRole;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.access.SignedIn;
import fr.preau.audit.AuditState;
import fr.preau.checklist.Party;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.ActionId;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Uai;
import fr.preau.kernel.UnitId;
import fr.preau.web.IfMatch;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Corrective actions by the API: the board, one action, planning, changing, and the steps of its life. */
@Path("api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class ActionsApi {
    private final Actions actions;
    private final Plans plans;

    public ActionsApi(Actions actions, Plans plans) {
        this.actions = actions;
        this.plans = plans;
    }

    /**
     * An action as the API shows it.
     *
     * @param place where it stands on the board today: what is late says so
     * @param schools how many it is for, of which the caller sees {@code seen}
     */
    public record Line(
            ActionId id,
            UnitId unit,
            CampaignId campaign,
            ControlCode control,
            String title,
            Party party,
            LocalDate due,
            @Nullable Integer cost,
            @Nullable String note,
            ActionState state,
            Place place,
            int schools,
            int seen,
            int version,
            Instant changedAt) {
        static Line of(CorrectiveAction action, LocalDate today) {
            return new Line(
                    action.id(),
                    action.owner(),
                    action.campaign(),
                    action.control(),
                    action.title(),
                    action.party(),
                    action.dueOn(),
                    action.cost(),
                    action.note(),
                    action.state(),
                    action.place(today),
                    action.schools(),
                    action.seen(),
                    action.version(),
                    action.changedAt());
        }
    }

    /** A part of the board, what is late first; {@code next} is what to send as {@code after}. */
    public record Listed(List<Line> items, @Nullable String next) {}

    /** A school of an action that the caller sees; {@code verdict} is its answer of now. */
    public record School(
            AuditId audit,
            Uai uai,
            String name,
            AuditState state,
            @Nullable Verdict verdict) {}

    /** One action with its schools, and the steps that the caller may take now. */
    public record Shown(Line action, List<School> schools, List<ActionStep> steps) {
        static Shown of(ActionView view) {
            return new Shown(
                    Line.of(view.action(), view.today()),
                    view.schools().stream()
                            .map(one -> new School(one.id(), one.uai(), one.schoolName(), one.state(), one.verdict()))
                            .toList(),
                    view.steps());
        }
    }

    /** The id of what was planned. */
    public record Planned(ActionId id) {}

    @GET
    @HasRole({Role.AGENT, Role.ESTABLISHMENT, Role.REVIEWER})
    @Path("actions")
    public Listed list(
            @Auth Principal principal,
            @QueryParam("place") @DefaultValue("") String place,
            @QueryParam("control") @DefaultValue("") String control,
            @QueryParam("campaign") @Nullable CampaignId campaign,
            @QueryParam("after") @Nullable ActionId after) {
        ActionFilter filter = new ActionFilter(Place.of(place), null, "", control, campaign, "");
        Board board = actions.board(principal, filter, after);
        return new Listed(
                board.page().items().stream()
                        .map(action -> Line.of(action, board.today()))
                        .toList(),
                board.page().next());
    }

    @GET
    @HasRole({Role.AGENT, Role.ESTABLISHMENT, Role.REVIEWER})
    @Path("actions/{action}")
    public Shown show(@Auth Principal principal, @PathParam("action") ActionId id) {
        return Shown.of(actions.show(principal, id));
    }

    @POST
    @SignedIn
    @Path("audits/{audit}/answers/{control}/actions")
    @Consumes(MediaType.APPLICATION_JSON)
    public Planned plan(
            @Auth Principal principal,
            @PathParam("audit") AuditId audit,
            @PathParam("control") ControlCode control,
            SentPlan sent) {
        return new Planned(plans.plan(principal, audit, control, sent.action(), sent.extent(), sent.ticked()));
    }

    @PUT
    @HasRole({Role.AGENT, Role.ESTABLISHMENT, Role.REVIEWER})
    @Path("actions/{action}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Shown change(
            @Auth Principal principal,
            @PathParam("action") ActionId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen,
            SentAction sent) {
        actions.change(principal, id, IfMatch.version(seen), sent.action());
        return Shown.of(actions.show(principal, id));
    }

    @POST
    @HasRole({Role.AGENT, Role.ESTABLISHMENT, Role.REVIEWER})
    @Path("actions/{action}/steps")
    @Consumes(MediaType.APPLICATION_JSON)
    public Shown take(
            @Auth Principal principal,
            @PathParam("action") ActionId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen,
            SentStep sent) {
        actions.take(principal, id, IfMatch.version(seen), sent.step());
        return Shown.of(actions.show(principal, id));
    }
}
