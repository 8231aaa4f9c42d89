package fr.preau.access;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.preau.journal.Trace;
import fr.preau.web.Viewer;
import fr.preau.web.Viewers;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;

/** All that is kept of oneself, as one JSON file. */
@Path("compte")
public final class PersonalDataPages {
    private static final int PART = 1000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PersonalData data;
    private final Viewers viewers;

    PersonalDataPages(PersonalData data, Viewers viewers) {
        this.data = data;
        this.viewers = viewers;
    }

    @GET
    @SignedIn
    @Path("donnees.json")
    @Produces(MediaType.APPLICATION_JSON)
    public Response download(@Auth Principal principal, @Context ContainerRequestContext request) {
        Viewer viewer = viewers.of(request);
        String kept = data.kept(principal);
        Traces first = data.journal(principal, Long.MAX_VALUE, PART);
        StreamingOutput output = out -> {
            try (JsonGenerator json = JSON.createGenerator(out).useDefaultPrettyPrinter()) {
                json.writeStartObject();
                for (var section : JSON.readTree(kept).properties()) {
                    json.writeFieldName(section.getKey());
                    json.writeTree(section.getValue());
                }
                json.writeArrayFieldStart("journal");
                for (Traces part = first; ; ) {
                    write(json, viewer, part);
                    String next = part.page().next();
                    if (next == null) {
                        break;
                    }
                    part = data.journal(principal, Long.parseLong(next), PART);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
        };
        return Response.ok(output, MediaType.APPLICATION_JSON_TYPE.withCharset("utf-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"mes-donnees.json\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static void write(JsonGenerator json, Viewer viewer, Traces traces) throws IOException {
        for (Trace trace : traces.page().items()) {
            json.writeStartObject();
            json.writeStringField("le", trace.at().toString());
            json.writeStringField("par", traces.author(viewer, trace));
            json.writeStringField("quoi", Traces.label(viewer, trace));
            json.writeStringField("action", trace.action());
            json.writeStringField("objet", trace.object());
            if (trace.before() != null) {
                json.writeFieldName("avant");
                json.writeTree(trace.before());
            }
            if (trace.after() != null) {
                json.writeFieldName("apres");
                json.writeTree(trace.after());
            }
            if (trace.text() != null) {
                json.writeStringField("texte", trace.text());
            }
            json.writeEndObject();
        }
    }
}
