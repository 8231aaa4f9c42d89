package fr.preau.review;

import fr.preau.access.HasRole;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.access.Unit;
import fr.preau.audit.CampaignLine;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.SampleId;
import fr.preau.kernel.UnitId;
import fr.preau.web.FormErrors;
import fr.preau.web.View;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws schools to visit, shows what was drawn, and takes down what was seen in each. */
@Path("echantillons")
public final class SamplePages {
    private final Samples samples;

    public SamplePages(Samples samples) {
        this.samples = samples;
    }

    /** What the form sends to draw. */
    public static final class Form {
        @FormParam("campagne")
        @Nullable
        CampaignId campaign;

        @FormParam("unite")
        @Nullable
        UnitId unit;

        @FormParam("strates")
        @DefaultValue("TYPE")
        String strata = "";

        @FormParam("size")
        @DefaultValue("20")
        String size = "";

        @FormParam("seed")
        @DefaultValue("")
        String seed = "";

        NewSample sample() {
            if (campaign == null || unit == null) {
                throw Refusal.notFound();
            }
            return new NewSample(
                    campaign,
                    unit,
                    Strata.of(strata),
                    (int) number("size", size, "review.sample.size"),
                    seed.isBlank() ? null : number("seed", seed, "review.sample.seed.form"));
        }

        private static long number(String field, String text, String key) {
            String digits = text.strip();
            if (!digits.matches("[0-9]{1,9}")) {
                throw Refusal.invalid(field, key, NewSample.MOST);
            }
            return Long.parseLong(digits);
        }
    }

    /** The samples, and the form to draw one. */
    public record Shown(
            List<Sample> samples,
            List<CampaignLine> campaigns,
            List<Unit> units,
            String strata,
            String size,
            String seed,
            FormErrors errors) {}

    /** One school's sheet, with what was typed when it is shown again. */
    public record Sheet(Samples.Visit visit, VisitForm form, FormErrors errors) {
        /** Its controls by theme; open are those that hold a fault, else the first one with a control not yet seen. */
        public List<SeenTheme> themes() {
            return SeenTheme.of(this);
        }
    }

    @GET
    @HasRole(Role.REVIEWER)
    public View list(@Auth Principal principal) {
        return View.of("review/samples.jte", shown(principal, new Form(), FormErrors.NONE));
    }

    @POST
    @HasRole(Role.REVIEWER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response draw(@Auth Principal principal, @BeanParam Form form) {
        try {
            return Response.seeOther(URI.create("/echantillons/" + samples.draw(principal, form.sample())))
                    .build();
        } catch (Refusal refusal) {
            Shown again = shown(principal, form, FormErrors.shown(refusal));
            return Response.status(refusal.problem().status())
                    .entity(View.of("review/samples.jte", again))
                    .build();
        }
    }

    @GET
    @HasRole(Role.REVIEWER)
    @Path("{sample}")
    public View show(@Auth Principal principal, @PathParam("sample") SampleId sample) {
        return View.of("review/sample.jte", samples.get(principal, sample));
    }

    @GET
    @HasRole(Role.REVIEWER)
    @Path("{sample}/{audit}")
    public View sheet(
            @Auth Principal principal, @PathParam("sample") SampleId sample, @PathParam("audit") AuditId audit) {
        Samples.Visit visit = samples.visit(principal, sample, audit);
        return View.of("review/visit.jte", new Sheet(visit, VisitForm.of(visit), FormErrors.NONE));
    }

    @POST
    @HasRole(Role.REVIEWER)
    @Path("{sample}/{audit}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response record(
            @Auth Principal principal,
            @PathParam("sample") SampleId sample,
            @PathParam("audit") AuditId audit,
            MultivaluedMap<String, String> sent) {
        VisitForm form = VisitForm.of(sent);
        try {
            samples.record(principal, sample, audit, form.version(), form.sightings());
        } catch (Refusal refusal) {
            Sheet again = new Sheet(samples.visit(principal, sample, audit), form, FormErrors.shown(refusal));
            return Response.status(refusal.problem().status())
                    .entity(View.of("review/visit.jte", again))
                    .build();
        }
        return Response.seeOther(URI.create("/echantillons/" + sample)).build();
    }

    private Shown shown(Principal principal, Form form, FormErrors errors) {
        return new Shown(
                samples.list(principal),
                samples.campaigns(principal),
                samples.named(principal),
                form.strata,
                form.size.isEmpty() ? "20" : form.size,
                form.seed,
                errors);
    }
}
