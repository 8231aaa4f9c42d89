package fr.preau.access.oidc;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * How the provider is called: one deadline from the connection to the last byte, a limit on what is read, and never
 * where a reply would redirect to.
 */
final class BoundedHttp implements HTTPRequestSender, ResourceRetriever {
    /** In bytes: a set of keys or a signed identity is a few kilobytes. */
    static final int LARGEST = 256 * 1024;

    private static final Set<String> PASSED_ON = Set.of("content-type", "cache-control");

    private final Duration timeout;
    private final HttpClient client;

    BoundedHttp(Duration timeout) {
        this.timeout = timeout;
        client = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** The text at an address, with status 200 or not at all. */
    String get(URI address) throws IOException {
        HttpResponse<byte[]> reply = call(HttpRequest.newBuilder(address).GET().build());
        if (reply.statusCode() != HTTPResponse.SC_OK) {
            throw new IOException("status " + reply.statusCode());
        }
        return new String(reply.body(), StandardCharsets.UTF_8);
    }

    @Override
    public Resource retrieveResource(URL address) throws IOException {
        try {
            return new Resource(get(address.toURI()), "application/json");
        } catch (URISyntaxException e) {
            throw new IOException("not an address", e);
        }
    }

    @Override
    public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
        HttpRequest.Builder sent = HttpRequest.newBuilder(request.getURI());
        request.getHeaderMap().forEach((name, values) -> values.forEach(value -> sent.header(name, value)));
        HttpRequest.BodyPublisher body = request.getMethod() == HTTPRequest.Method.POST
                ? HttpRequest.BodyPublishers.ofString(request.getBody())
                : HttpRequest.BodyPublishers.noBody();
        HttpResponse<byte[]> reply =
                call(sent.method(request.getMethod().name(), body).build());
        HTTPResponse response = new HTTPResponse(reply.statusCode());
        reply.headers().map().forEach((name, values) -> {
            if (PASSED_ON.contains(name)) {
                response.setHeader(name, values.toArray(String[]::new));
            }
        });
        response.setBody(new String(reply.body(), StandardCharsets.UTF_8));
        return response;
    }

    /** {@link HttpRequest#timeout} ends with the headers: a reply that trickles would hold us for ever. */
    private HttpResponse<byte[]> call(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> reply = client.sendAsync(request, headers -> new LimitedBody(LARGEST));
        try {
            return reply.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            reply.cancel(true);
            throw new IOException("no reply in " + timeout, e);
        } catch (ExecutionException e) {
            throw new IOException("no reply", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }
}
