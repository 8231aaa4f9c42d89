package fr.preau.succession;

import fr.preau.access.HasRole;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.kernel.NumberId;
import fr.preau.kernel.Refusal;
import fr.preau.web.FormErrors;
import fr.preau.web.View;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** « À décider »: what imports of the directory have left to people, each with the page where it is decided. */
@Path("a-decider")
public final class QuestionPages {
    private static final String TEMPLATE = "succession/questions.jte";

    private final Questions questions;

    public QuestionPages(Questions questions) {
        this.questions = questions;
    }

    /**
     * The page.
     *
     * @param kind section that was sent, empty for a fresh page
     * @param ticked questions ticked there
     * @param done how many lines one has just closed, 0 for none
     */
    public record Shown(
            Questions.Waiting waiting, String kind, Set<Long> ticked, String reason, int done, FormErrors errors) {}

    @GET
    @HasRole(Role.ADMINISTRATOR)
    public View show(@Auth Principal principal, @QueryParam("classees") int done) {
        return View.of(
                TEMPLATE,
                new Shown(questions.waiting(principal), "", Set.of(), "", Math.max(0, done), FormErrors.NONE));
    }

    @POST
    @HasRole(Role.ADMINISTRATOR)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response settle(@Auth Principal principal, MultivaluedMap<String, String> sent) {
        Question.Kind kind = kind(sent.getFirst("kind"));
        Set<Long> ticked = sent.getOrDefault("question", List.of()).stream()
                .map(NumberId::parse)
                .collect(Collectors.toSet());
        String reason = Objects.requireNonNullElse(sent.getFirst("reason-" + kind), "");
        try {
            int done = questions.settle(principal, kind, ticked, sent.containsKey("close"), reason);
            return Response.seeOther(URI.create("/a-decider?classees=" + done)).build();
        } catch (Refusal refusal) {
            FormErrors errors = FormErrors.shown(refusal);
            Shown again = new Shown(questions.waiting(principal), kind.name(), ticked, reason, 0, errors);
            return Response.status(refusal.problem().status())
                    .entity(View.of(TEMPLATE, again))
                    .build();
        }
    }

    private static Question.Kind kind(@Nullable String name) {
        return Arrays.stream(Question.Kind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }
}
