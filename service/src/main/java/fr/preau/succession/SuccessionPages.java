package fr.preau.succession;

import fr.preau.access.HasRole;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.access.Units;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import fr.preau.web.FormErrors;
import fr.preau.web.View;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** « Cette collectivité est remplacée par … »: what would follow, then the decision, then how it stands. */
@Path("unites/{unit}/succession")
public final class SuccessionPages {
    private static final String TEMPLATE = "succession/succession.jte";

    private final Successions successions;
    private final Units units;

    public SuccessionPages(Successions successions, Units units) {
        this.successions = successions;
        this.units = units;
    }

    /**
     * The page.
     *
     * @param by successor as it was typed
     * @param effect null until there is something to preview
     */
    public record Shown(
            Successions.Stand stand,
            String by,
            String day,
            @Nullable Effect effect,
            String reason,
            FormErrors errors) {}

    @GET
    @HasRole(Role.ADMINISTRATOR)
    public Response show(
            @Auth Principal principal,
            @PathParam("unit") UnitId unit,
            @QueryParam("par") @DefaultValue("") String by,
            @QueryParam("jour") @Nullable String day) {
        Successions.Stand stand = successions.stand(principal, unit);
        // From « À décider » one comes with a successor alone, and chooses the day here.
        if (day == null || stand.collectivity().successor() != null) {
            return Response.ok(View.of(TEMPLATE, new Shown(stand, by, "", null, "", FormErrors.NONE)))
                    .build();
        }
        try {
            Effect effect = successions.preview(principal, wish(principal, unit, by, day));
            return Response.ok(View.of(TEMPLATE, new Shown(stand, by, day, effect, "", FormErrors.NONE)))
                    .build();
        } catch (Refusal refusal) {
            return again(refusal, new Shown(stand, by, day, null, "", FormErrors.shown(refusal)));
        }
    }

    @POST
    @HasRole(Role.ADMINISTRATOR)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response record(
            @Auth Principal principal,
            @PathParam("unit") UnitId unit,
            @FormParam("par") @DefaultValue("") String by,
            @FormParam("jour") @DefaultValue("") String day,
            @FormParam("vu") @DefaultValue("") String seen,
            @FormParam("reason") @DefaultValue("") String reason) {
        Successions.Stand stand = successions.stand(principal, unit);
        @Nullable Effect effect = null;
        try {
            NewSuccession wish = wish(principal, unit, by, day);
            effect = successions.preview(principal, wish);
            successions.record(principal, wish, reason, seen);
        } catch (Refusal refusal) {
            return again(refusal, new Shown(stand, by, day, effect, reason, FormErrors.shown(refusal)));
        }
        return Response.seeOther(URI.create("/unites/" + unit + "/succession")).build();
    }

    private NewSuccession wish(Principal principal, UnitId unit, String by, String day) {
        UnitId successor = units.only(principal, "par", by);
        try {
            return new NewSuccession(unit, successor, LocalDate.parse(day.strip()));
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("jour", "succession.day.unread", day.strip());
        }
    }

    private static Response again(Refusal refusal, Shown page) {
        return Response.status(refusal.problem().status())
                .entity(View.of(TEMPLATE, page))
                .build();
    }
}
