package fr.preau.plan;

import fr.preau.access.HasRole;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.audit.NewAnswer;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.ActionId;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.web.FormErrors;
import fr.preau.web.View;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The new answer of an action that is done: what it would change, in words, then the writing of it. */
@Path("actions/{action}/reponse")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class RenewalPages {
    private final Renewals renewals;

    public RenewalPages(Renewals renewals) {
        this.renewals = renewals;
    }

    /**
     * The page.
     *
     * @param comment null before one has typed: the page then says that the action is done
     * @param ticked the answers to change, as {@link #code} writes them
     * @param stale whether something has changed since the page that was sent
     */
    public record Shown(
            Renewal renewal,
            String verdict,
            @Nullable String comment,
            Set<String> ticked,
            FormErrors errors,
            boolean stale) {

        /** What stands for an answer in the form: its audit, and the version that is seen. */
        public String code(SchoolAnswer answer) {
            return answer.id() + "-" + answer.version();
        }

        public boolean isTicked(SchoolAnswer answer) {
            return ticked.contains(code(answer));
        }

        /** The page as it opens: all that may be changed is ticked, and held from now on. */
        static Shown first(Renewal renewal, boolean stale) {
            Shown empty = new Shown(renewal, Verdict.CONFORME.name(), null, Set.of(), FormErrors.NONE, stale);
            Set<String> all = renewal.open().stream().map(empty::code).collect(Collectors.toSet());
            return new Shown(renewal, empty.verdict, null, all, FormErrors.NONE, stale);
        }
    }

    @GET
    @HasRole({Role.AGENT, Role.ESTABLISHMENT})
    public View form(@Auth Principal principal, @PathParam("action") ActionId id) {
        return View.of("plan/renew.jte", Shown.first(renewals.prepare(principal, id), false));
    }

    @POST
    @HasRole({Role.AGENT, Role.ESTABLISHMENT})
    public Response apply(
            @Auth Principal principal, @PathParam("action") ActionId id, MultivaluedMap<String, String> sent) {
        List<String> ticked = sent.getOrDefault("chosen", List.of());
        String verdict = sent.getOrDefault("verdict", List.of("")).get(0);
        String comment = sent.getOrDefault("comment", List.of("")).get(0);
        Renewal now = renewals.prepare(principal, id);
        try {
            NewAnswer answer = new NewAnswer(verdictOf(verdict), comment);
            List<Renewals.Chosen> chosen =
                    ticked.stream().map(Renewals.Chosen::parse).toList();
            int written = renewals.apply(principal, id, answer, chosen);
            return Response.seeOther(URI.create("/actions/" + id + "?fait=RENEWED&reponses=" + written))
                    .build();
        } catch (Refusal refusal) {
            if (refusal.problem() instanceof Problem.Stale) {
                return page(refusal.problem().status(), Shown.first(renewals.prepare(principal, id), true));
            }
            Shown again = new Shown(now, verdict, comment, Set.copyOf(ticked), FormErrors.of(refusal), false);
            return page(refusal.problem().status(), again);
        }
    }

    private static Response page(int status, Shown shown) {
        return Response.status(status).entity(View.of("plan/renew.jte", shown)).build();
    }

    private static Verdict verdictOf(String name) {
        return Arrays.stream(Verdict.values())
                .filter(verdict -> verdict.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("verdict", "audit.verdict.none"));
    }
}
