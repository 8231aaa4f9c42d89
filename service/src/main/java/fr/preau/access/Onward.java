package fr.preau.access;

import fr.preau.web.View;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/**
 * The page that sends a browser to the provider by itself, with a link for who is in no hurry. A redirection would not do:
 * the form that led here may only go to our own pages, and browsers hold that for all that follows from it.
 *
 * @param name of the provider
 */
public record Onward(String address, String name) {
    static Response to(URI address, String name) {
        return Response.ok(View.of("access/onward.jte", new Onward(address.toString(), name)))
                .build();
    }
}
