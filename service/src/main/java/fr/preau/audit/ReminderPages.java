package fr.preau.audit;

import fr.preau.access.HasRole;
import fr.preau.access.Letters;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import fr.preau.web.Csv;
import fr.preau.web.FormErrors;
import fr.preau.web.View;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reminders to the silent: the text and its receivers first, then the sending, or the addresses where nothing is sent. */
@Path("campagnes/{campaign}/suivi/relance")
public final class ReminderPages {
    private final Reminders reminders;
    private final Letters letters;
    private final boolean mail;

    /** @param mail whether mail is configured */
    public ReminderPages(Reminders reminders, Letters letters, boolean mail) {
        this.reminders = reminders;
        this.letters = letters;
        this.mail = mail;
    }

    /**
     * The page of a reminder.
     *
     * @param subject of each mail
     * @param text as the first of the receivers gets it, or without mail as it may be copied; empty without a receiver
     * @param sent mails that have just left for the outbox, 0 for none
     */
    public record Shown(
            Reminders.Prepared prepared, boolean mail, String subject, String text, int sent, FormErrors errors) {
        /** How many addresses the reader may see. */
        public long addresses() {
            return prepared.due().stream().filter(one -> one.email() != null).count();
        }
    }

    @GET
    @HasRole({Role.EDITOR, Role.ADMINISTRATOR})
    public View show(
            @Auth Principal principal,
            @PathParam("campaign") CampaignId campaign,
            @QueryParam("unite") @Nullable UnitId unit,
            @QueryParam("partis") int sent) {
        return View.of(
                "campaign/remind.jte",
                shown(principal, reminders.prepare(principal, campaign, unit), Math.max(0, sent), FormErrors.NONE));
    }

    @POST
    @HasRole({Role.EDITOR, Role.ADMINISTRATOR})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response send(
            @Auth Principal principal,
            @PathParam("campaign") CampaignId campaign,
            @FormParam("unite") @Nullable UnitId unit) {
        try {
            if (!mail) {
                throw Refusal.conflict("campaign.reminder.off");
            }
            ReminderLetter letter = new ReminderLetter(letters, principal);
            int sent = reminders.send(principal, campaign, unit, letter::to);
            String same = unit == null ? "" : "unite=" + unit + "&";
            return Response.seeOther(URI.create("/campagnes/" + campaign + "/suivi/relance?" + same + "partis=" + sent))
                    .build();
        } catch (Refusal refusal) {
            if (refusal.problem() instanceof Problem.NotFound) {
                throw refusal;
            }
            Shown again = shown(principal, reminders.prepare(principal, campaign, unit), 0, FormErrors.of(refusal));
            return Response.status(refusal.problem().status())
                    .entity(View.of("campaign/remind.jte", again))
                    .build();
        }
    }

    /** A line a person and unit, of those whose address one may see. */
    @GET
    @HasRole({Role.EDITOR, Role.ADMINISTRATOR})
    @Path("adresses.csv")
    public Response addresses(
            @Auth Principal principal,
            @PathParam("campaign") CampaignId campaign,
            @QueryParam("unite") @Nullable UnitId unit) {
        List<ReminderLine> lines = reminders.addresses(principal, campaign, unit).due().stream()
                .flatMap(receiver -> receiver.lines().stream())
                .toList();
        StreamingOutput output = out -> {
            Csv csv = Csv.to(out);
            csv.row(List.of("email", "nom", "unite", "nom_unite", "silencieux", "dernier_jour"));
            for (ReminderLine line : lines) {
                if (line.email() != null) {
                    csv.row(List.of(
                            line.email(),
                            line.name(),
                            line.unit().toString(),
                            line.unitName(),
                            Integer.toString(line.silent()),
                            line.lastDay().toString()));
                }
            }
            csv.end();
        };
        return Response.ok(output, Csv.TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"relance.csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private Shown shown(Principal by, Reminders.Prepared prepared, int sent, FormErrors errors) {
        ReminderLetter letter = new ReminderLetter(letters, by);
        String text = "";
        if (!prepared.due().isEmpty()) {
            text = mail ? letter.text(prepared, prepared.due().get(0)) : letter.common(prepared);
        }
        return new Shown(prepared, mail, letter.subject(), text, sent, errors);
    }
}
