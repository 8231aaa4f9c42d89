package fr.preau.access;

import fr.preau.kernel.AccountId;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.Violation;
import fr.preau.web.FormErrors;
import fr.preau.web.View;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** What the pages by which one comes in share: opening a session, and showing a refused form again. */
record Doorway(Sessions sessions, SessionCookie cookie) {
    /** Opens a session and leads to the page that was wanted. */
    Response enter(AccountId account, ReturnPath back) {
        return enter(sessions.open(account), back);
    }

    Response enter(Secret session, ReturnPath back) {
        return Response.seeOther(back.uri()).cookie(cookie.carrying(session)).build();
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
