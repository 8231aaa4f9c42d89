package fr.preau.access;

import fr.preau.kernel.AccountId;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.Violation;
import fr.preau.web.FormErrors;
import fr.preau.web.View;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the pages by which one comes in share: leading on to the second factor or to a session, and showing a refused
 * form again.
 *
 * @param steps null in the demonstration, which knows no second factor
 */
record Doorway(
        Sessions sessions,
        Notices notices,
        SessionCookie cookie,
        @Nullable SignInSteps steps) {
    /** After a password or a link: to the second factor where one is due, else in. */
    Response admit(AccountId account, ReturnPath back) {
        return Optional.ofNullable(steps)
                .flatMap(due -> due.begin(account))
                .map(step -> Response.seeOther(back.after("/connexion/code"))
                        .cookie(stepCookie().carrying(step))
                        .build())
                .orElseGet(() -> enter(account, back));
    }

    /** Opens a session and leads to the page that was wanted, past what the owner must be told. */
    Response enter(AccountId account, ReturnPath back) {
        return Response.seeOther(next(account, back))
                .cookie(cookie.carrying(sessions.open(account)))
                .build();
    }

    /** Opens a session on the page that shows the recovery codes, this once; from there it leads on. */
    Response enter(AccountId account, List<String> codes, ReturnPath back) {
        RecoveryPage page = new RecoveryPage(codes, next(account, back).toString());
        return Response.ok(View.of(RecoveryPage.TEMPLATE, page))
                .cookie(cookie.carrying(sessions.open(account)))
                .build();
    }

    /** Where a session of the account begins. */
    private URI next(AccountId account, ReturnPath back) {
        return notices.unread(account).isEmpty() ? back.uri() : back.after("/compte/avis");
    }

    /** The cookie of {@link SignInSteps}. */
    SessionCookie stepCookie() {
        return cookie.ofStep();
    }

    /** The cookie of {@link SignOns}. */
    SessionCookie providerCookie() {
        return cookie.ofProvider();
    }

    /** The secret of the session that the request belongs to. */
    Secret session(ContainerRequestContext request) {
        return cookie.read(request).orElseThrow(Refusal::notFound);
    }

    /** What to say above the form: each field's fault, else the refusal's own sentence. */
    static FormErrors errors(Refusal refusal) {
        if (refusal.problem() instanceof Problem.Invalid invalid) {
            return new FormErrors(invalid.violations());
        }
        return new FormErrors(List.of(new Violation("", refusal.problem().message())));
    }

    /** The form once more, with the status of what was refused. */
    static Response again(Refusal refusal, String template, Object page) {
        Response.ResponseBuilder reply =
                Response.status(refusal.problem().status()).entity(View.of(template, page));
        if (refusal.problem() instanceof Problem.TooMany wait) {
            reply.header(HttpHeaders.RETRY_AFTER, wait.seconds());
        }
        return reply.build();
    }
}
