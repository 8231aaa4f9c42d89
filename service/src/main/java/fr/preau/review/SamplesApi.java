package fr.preau.review;

import fr.preau.access.HasRole;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.SampleId;
import fr.preau.web.IfMatch;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Samples by the API: drawn, read with their agreement, and each school's sheet with what was seen there. */
@Path("api/v1/samples")
@Produces(MediaType.APPLICATION_JSON)
public final class SamplesApi {
    private final Samples samples;

    public SamplesApi(Samples samples) {
        this.samples = samples;
    }

    /** The samples of the caller's units. */
    public record Listed(List<Sample> items) {}

    /** The id of what was drawn. */
    public record Made(SampleId id) {}

    /** A sample with its schools; of the agreements, the first is over all. */
    public record Shown(Sample sample, List<SampleSchool> schools, List<Rate> agreements) {}

    /** An agreement with its rate and the bounds of its interval; all three null while nothing was seen. */
    public record Rate(
            @Nullable String stratum,
            int visited,
            int drawn,
            int schools,
            long agreed,
            long seen,
            @Nullable Double rate,
            @Nullable Double low,
            @Nullable Double high) {
        static Rate of(Agreement one) {
            return new Rate(
                    one.stratum().equals(Agreement.ALL) ? null : one.stratum(),
                    one.visited(),
                    one.drawn(),
                    one.schools(),
                    one.agreed(),
                    one.seen(),
                    one.rate(),
                    one.low(),
                    one.high());
        }
    }

    /** One school's sheet. */
    public record Sheet(SampleId sample, SampleSchool school, List<Line> controls) {}

    /** A control of a sheet: what is declared, as far as the caller sees it, and what was seen. */
    public record Line(
            ControlCode control,
            String title,
            String theme,
            @Nullable Verdict declared,
            @Nullable Verdict seen,
            @Nullable String note) {}

    /** What was written. */
    public record Recorded(AuditId audit, int version) {}

    @GET
    @HasRole(Role.REVIEWER)
    public Listed list(@Auth Principal principal) {
        return new Listed(samples.list(principal));
    }

    @POST
    @HasRole(Role.REVIEWER)
    @Consumes(MediaType.APPLICATION_JSON)
    public Made draw(@Auth Principal principal, NewDraw body) {
        return new Made(samples.draw(principal, body.sample()));
    }

    @GET
    @HasRole(Role.REVIEWER)
    @Path("{sample}")
    public Shown show(@Auth Principal principal, @PathParam("sample") SampleId sample) {
        Samples.Drawn drawn = samples.get(principal, sample);
        return new Shown(
                drawn.sample(),
                drawn.schools(),
                drawn.agreements().stream().map(Rate::of).toList());
    }

    @GET
    @HasRole(Role.REVIEWER)
    @Path("{sample}/schools/{audit}")
    public Sheet sheet(
            @Auth Principal principal, @PathParam("sample") SampleId sample, @PathParam("audit") AuditId audit) {
        Samples.Visit visit = samples.visit(principal, sample, audit);
        return new Sheet(
                sample,
                visit.school(),
                visit.view().cells().stream()
                        .map(cell -> line(visit, cell.control(), cell.theme(), cell.verdict()))
                        .toList());
    }

    @PUT
    @HasRole(Role.REVIEWER)
    @Path("{sample}/schools/{audit}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response record(
            @Auth Principal principal,
            @PathParam("sample") SampleId sample,
            @PathParam("audit") AuditId audit,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen,
            NewVisit body) {
        int version = IfMatch.version(seen);
        samples.record(principal, sample, audit, version, body.sightings());
        return IfMatch.written(new Recorded(audit, version + 1), version + 1);
    }

    private static Line line(Samples.Visit visit, ControlCode control, String theme, @Nullable Verdict declared) {
        Sighting seen = visit.of(control).orElse(null);
        return new Line(
                control,
                visit.view().control(control).title(),
                theme,
                declared,
                seen == null ? null : seen.verdict(),
                seen == null ? null : seen.note());
    }
}
