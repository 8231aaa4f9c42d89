package fr.preau.edition;

import fr.preau.access.HasRole;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.job.Jobs;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.DeliverableId;
import fr.preau.kernel.JobId;
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
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Deliverables: the list, a new one, and one with its steps and its label. */
@Path("livrables")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class DeliverablePages {
    private static final List<String> DONE =
            List.of("started", "written", "proposed", "signed", "published", "changed");

    private final Deliverables deliverables;
    private final Lives lives;
    private final Labelling labelling;
    private final Freezing freezing;
    private final Jobs jobs;

    public DeliverablePages(EditionServices services, Jobs jobs) {
        this.jobs = jobs;
        this.freezing = services.freezing();
        this.deliverables = services.deliverables();
        this.lives = services.lives();
        this.labelling = services.labelling();
    }

    /** A deliverable's page, before the person that looks; what they have just done, or what was refused. */
    public record Shown(
            DeliverableView view, Principal by, @Nullable String done, FormErrors errors) {}

    /** The form of a new one, as it was typed. */
    public record Draft(
            Deliverables.Choices choices,
            String title,
            String unit,
            String label,
            String campaign,
            String earlier,
            FormErrors errors) {}

    /** The list, as the template takes it. */
    public record Listed(List<Deliverable> all) {}

    @GET
    @HasRole(Role.EDITOR)
    public View list(@Auth Principal principal) {
        return View.of("edition/list.jte", new Listed(deliverables.list(principal)));
    }

    @GET
    @HasRole(Role.EDITOR)
    @Path("nouveau")
    public View draft(@Auth Principal principal) {
        Deliverables.Choices choices = deliverables.choices(principal);
        return View.of("edition/draft.jte", new Draft(choices, "", "", Label.CLEAR.name(), "", "", FormErrors.NONE));
    }

    @POST
    @HasRole(Role.EDITOR)
    public Response start(
            @Auth Principal principal,
            @FormParam("title") @DefaultValue("") String title,
            @FormParam("unit") @DefaultValue("") String unit,
            @FormParam("label") @DefaultValue("") String label,
            @FormParam("campaign") @DefaultValue("") String campaign,
            @FormParam("earlier") @DefaultValue("") String earlier) {
        Deliverables.Choices choices = deliverables.choices(principal);
        try {
            NewDeliverable asked = new NewDeliverable(
                    title,
                    unit(choices, unit),
                    label(label),
                    campaign(choices, campaign),
                    earlier.isEmpty() ? null : campaign(choices, earlier));
            JobId job = jobs.ask(principal, freezing, freezing.wish(principal, asked));
            return Response.seeOther(URI.create("/travaux/" + job + "?suite=oui"))
                    .build();
        } catch (Refusal refusal) {
            Draft again = new Draft(choices, title, unit, label, campaign, earlier, FormErrors.of(refusal));
            return Response.status(refusal.problem().status())
                    .entity(View.of("edition/draft.jte", again))
                    .build();
        }
    }

    private static UnitId unit(Deliverables.Choices choices, String unit) {
        return choices.units().stream()
                .map(one -> one.id())
                .filter(id -> id.toString().equals(unit))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("unit", "edition.label.unit.REGION"));
    }

    private static CampaignId campaign(Deliverables.Choices choices, String campaign) {
        return choices.campaigns().stream()
                .map(CampaignChoice::id)
                .filter(id -> id.toString().equals(campaign))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("campaign", "edition.campaign.form"));
    }

    private static Label label(String label) {
        return Arrays.stream(Label.values())
                .filter(one -> one.name().equals(label))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("label", "edition.label.unit.NATION"));
    }

    @GET
    @HasRole(Role.EDITOR)
    @Path("{deliverable}")
    public View show(
            @Auth Principal principal,
            @PathParam("deliverable") DeliverableId id,
            @QueryParam("fait") @Nullable String done) {
        String known = done != null && DONE.contains(done) ? done : null;
        return View.of(
                "edition/show.jte", new Shown(deliverables.view(principal, id), principal, known, FormErrors.NONE));
    }

    /** The whole document as a page. */
    @GET
    @HasRole(Role.EDITOR)
    @Path("{deliverable}/document")
    public View document(@Auth Principal principal, @PathParam("deliverable") DeliverableId id) {
        return View.of(
                "edition/document.jte", new Shown(deliverables.whole(principal, id), principal, null, FormErrors.NONE));
    }

    /** @param step one of the page's buttons: a {@link Step}, SIGN or RENEW */
    @POST
    @HasRole(Role.EDITOR)
    @Path("{deliverable}/etape")
    public Response step(
            @Auth Principal principal,
            @PathParam("deliverable") DeliverableId id,
            @FormParam("step") @DefaultValue("") String step,
            @FormParam("sha256") @DefaultValue("") String sha256,
            @FormParam("words") @DefaultValue("") String words) {
        return answered(principal, id, () -> switch (step) {
            case "PROPOSE" -> {
                lives.propose(principal, id);
                yield moved(id, "proposed");
            }
            case "RESUME" -> {
                lives.resume(principal, id);
                yield moved(id, "changed");
            }
            case "SIGN" -> {
                lives.sign(principal, id, sha256);
                yield moved(id, "signed");
            }
            case "PUBLISH" -> {
                lives.publish(principal, id);
                yield moved(id, "published");
            }
            case "WITHDRAW" -> {
                lives.withdraw(principal, id, words);
                yield moved(id, "changed");
            }
            case "RENEW" -> moved(lives.renew(principal, id, words), "started");
            default -> throw Refusal.notFound();
        });
    }

    @POST
    @HasRole(Role.EDITOR)
    @Path("{deliverable}/mention")
    public Response label(
            @Auth Principal principal,
            @PathParam("deliverable") DeliverableId id,
            @FormParam("label") @DefaultValue("") String label,
            @FormParam("reason") @DefaultValue("") String reason) {
        return answered(principal, id, () -> {
            labelling.change(principal, id, label(label), reason);
            return moved(id, "changed");
        });
    }

    @POST
    @HasRole(Role.EDITOR)
    @Path("{deliverable}/mention/decision")
    public Response decide(
            @Auth Principal principal,
            @PathParam("deliverable") DeliverableId id,
            @FormParam("decision") @DefaultValue("") String decision) {
        return answered(principal, id, () -> {
            boolean accepted = switch (decision) {
                case "ACCEPTED" -> true;
                case "REFUSED" -> false;
                default -> throw Refusal.notFound();
            };
            labelling.decide(principal, id, accepted);
            return moved(id, "changed");
        });
    }

    /** What a refusal says stands above the page itself. */
    private Response answered(Principal by, DeliverableId id, Supplier<Response> work) {
        DeliverableView before = deliverables.view(by, id);
        try {
            return work.get();
        } catch (Refusal refusal) {
            Shown again = new Shown(before, by, null, FormErrors.shown(refusal));
            return Response.status(refusal.problem().status())
                    .entity(View.of("edition/show.jte", again))
                    .build();
        }
    }

    private static Response moved(DeliverableId id, String done) {
        return Response.seeOther(URI.create("/livrables/" + id + "?fait=" + done))
                .build();
    }
}
