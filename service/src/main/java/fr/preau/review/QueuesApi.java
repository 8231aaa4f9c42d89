package fr.preau.review;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import fr.preau.access.HasRole;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Page;
import fr.preau.kernel.UnitId;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What waits for a reviewer, and the validation of many, by the API. */
@Path("api/v1/reviews")
@Produces(MediaType.APPLICATION_JSON)
public final class QueuesApi {
    private final Queues queues;

    public QueuesApi(Queues queues) {
        this.queues = queues;
    }

    /** A part of what waits; {@code next} is what to send as {@code after}. */
    public record Listed(List<QueueLine> items, @Nullable String next) {}

    /** What can be validated together now. */
    public record Sound(List<QueueLine> items) {}

    /** The audits to validate together. */
    public record Together(
            @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL, contentNulls = Nulls.FAIL)
            List<Long> audits) {
        Set<AuditId> ids() {
            return audits.stream().map(AuditId::new).collect(Collectors.toSet());
        }
    }

    @GET
    @HasRole(Role.REVIEWER)
    public Listed list(
            @Auth Principal principal,
            @QueryParam("order") @Nullable String order,
            @QueryParam("campaign") @Nullable CampaignId campaign,
            @QueryParam("unit") @Nullable UnitId unit,
            @QueryParam("after") @Nullable AuditId after) {
        QueueChoice choice = new QueueChoice(QueueOrder.named(order), campaign, unit);
        Page<QueueLine> page = queues.page(principal, choice, after);
        return new Listed(page.items(), page.next());
    }

    @GET
    @HasRole(Role.REVIEWER)
    @Path("together")
    public Sound sound(
            @Auth Principal principal,
            @QueryParam("campaign") @Nullable CampaignId campaign,
            @QueryParam("unit") @Nullable UnitId unit) {
        return new Sound(queues.sound(principal, new QueueChoice(QueueOrder.OLDEST, campaign, unit)));
    }

    @POST
    @HasRole(Role.REVIEWER)
    @Path("together")
    @Consumes(MediaType.APPLICATION_JSON)
    public Queues.Done validate(@Auth Principal principal, Together together) {
        return queues.validate(principal, together.ids());
    }
}
