package fr.preau.web;

import fr.preau.kernel.Message;
import java.util.Locale;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Answers what the HTTP server refuses before any of our code can: an address or a header that breaks its own rules.
 *
 * <p>Always as JSON: of such a request neither the address nor what it takes is known. In French, unless it plainly
 * asks for English.
 */
public final class BareErrors extends ErrorHandler {
    private final Messages messages = Messages.load();
    private final RequestIds ids = new RequestIds();

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request, Response response, int code, String message, Throwable cause, Callback callback) {
        String asked = request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE);
        Locale locale = asked != null && asked.startsWith("en") ? Messages.ENGLISH : Messages.FRENCH;
        String slug = code >= 500 ? "unexpected" : "bad-request";
        String title = messages.text(locale, Message.of("problem.title." + slug));
        String detail = messages.text(locale, Message.of("problem.detail." + slug));
        String id = ids.next();
        SecurityHeaders.ALWAYS.forEach((name, value) -> response.getHeaders().put(name, value));
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put(RequestIds.HEADER, id);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
        Content.Sink.write(response, true, ProblemJson.bare(code, slug, title, detail, id), callback);
    }
}
