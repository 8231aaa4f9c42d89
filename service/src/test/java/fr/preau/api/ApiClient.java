package fr.preau.api;

import fr.preau.App;
import fr.preau.access.NewToken;
import fr.preau.access.Principal;
import fr.preau.access.Scope;
import fr.preau.kernel.Actor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * A program with a token. Whatever it calls, the reply must be one that the API's description announces.
 *
 * @param authorization the header as it is sent, null for none
 */
record ApiClient(String base, String authorization) {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    static ApiClient of(App app, Principal person, Scope scope) {
        String token = app.services()
                .access()
                .tokens()
                .issue(Actor.SYSTEM, person.account(), new NewToken("essai", scope, 1))
                .text();
        return new ApiClient(app.url(), "Bearer " + token);
    }

    ApiReply get(String path) {
        return call("GET", path, BodyPublishers.noBody());
    }

    ApiReply delete(String path) {
        return call("DELETE", path, BodyPublishers.noBody());
    }

    ApiReply post(String path) {
        return call("POST", path, BodyPublishers.noBody());
    }

    ApiReply post(String path, String json) {
        return call("POST", path, BodyPublishers.ofString(json), "Content-Type", "application/json");
    }

    /** Saves an answer over the version seen. */
    ApiReply put(String path, int seen, String json) {
        return call(
                "PUT",
                path,
                BodyPublishers.ofString(json),
                "Content-Type",
                "application/json",
                "If-Match",
                "\"" + seen + "\"");
    }

    ApiReply call(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).method(method, body);
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        ApiReply reply = send(request.build());
        Description.KEPT.holds(method, path, reply);
        return reply;
    }

    private static ApiReply send(HttpRequest request) {
        try {
            return ApiReply.of(CLIENT.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(request.toString(), e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
