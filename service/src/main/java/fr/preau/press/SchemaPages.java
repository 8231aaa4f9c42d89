package fr.preau.press;

import fr.preau.web.Anyone;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/**
 * The form of a livrable's JSON, for whoever writes a program that reads one. Its address never changes: another form has
 * another number.
 */
@Path("schemas")
@Anyone
public final class SchemaPages {
    static final String TYPE = "application/schema+json";

    private static final byte[] SCHEMA = Templates.bytes(DossierJson.SCHEMA);

    @GET
    @Path("livrable-1.schema.json")
    @Produces(TYPE)
    public byte[] livrable() {
        return SCHEMA.clone();
    }
}
