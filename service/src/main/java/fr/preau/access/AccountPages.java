package fr.preau.access;

import fr.preau.kernel.UnitId;
import fr.preau.web.View;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One's own account: who one is here, and with which rights. */
@Path("/compte")
@Produces(MediaType.TEXT_HTML)
public final class AccountPages {
    private final Units units;

    AccountPages(Units units) {
        this.units = units;
    }

    /** What the page shows: the person and the names of the units of their rights. */
    public record Own(Principal principal, PeopleView names) {}

    @GET
    @SignedIn
    public View show(@Auth Principal principal) {
        Map<UnitId, String> names = units.names(
                principal, principal.grants().stream().map(Grant::unit).collect(Collectors.toSet()));
        return View.of("access/account.jte", new Own(principal, new PeopleView(List.of(), names)));
    }
}
