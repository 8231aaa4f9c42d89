package fr.preau;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Somebody at a browser, or a program with a token: sends one request at a time and follows no redirection, so that a
 * test sees each reply.
 *
 * @param base {@code http://localhost:PORT}
 * @param cookie the session's cookie as the browser sends it, null when not signed in
 * @param token the API's bearer token, null for a browser
 * @param csrf the form token, {@code ""} without a session
 */
public record Visitor(String base, String cookie, String token, String csrf) {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** Reads a page, or whatever the headers ask for: {@code get("/x", "Accept", "application/json")}. */
    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** Sends a form as a page of ours does, with its {@code Origin} and its token. */
    public HttpResponse<String> post(String path, Map<String, String> form, String... headers) {
        Map<String, String> fields = new LinkedHashMap<>(form);
        fields.putIfAbsent("csrf", csrf);
        return bare(path, fields, with(headers, "Origin", base));
    }

    /** Sends a form with nothing added: what another site, or a page left open, would send. */
    public HttpResponse<String> bare(String path, Map<String, String> form, String... headers) {
        String body = form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send("POST", path, "application/x-www-form-urlencoded", body, headers);
    }

    /** Sends JSON, with the method that the API wants. */
    public HttpResponse<String> json(String method, String path, String body, String... headers) {
        return send(method, path, "application/json", body, headers);
    }

    public HttpResponse<String> send(String method, String path, String type, String body, String... headers) {
        return send(request(path, with(headers, "Content-Type", type))
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Sends a form with a file, the form token first, as a browser does. */
    public HttpResponse<String> upload(
            String path, Map<String, String> form, String field, String file, byte[] content) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("csrf", csrf);
        fields.putAll(form);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(
                ("--b0undary\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--b0undary\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + file
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--b0undary--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(request(path, "Origin", base, "Content-Type", "multipart/form-data; boundary=b0undary")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** The bytes of a document. */
    public HttpResponse<byte[]> download(String path, String... headers) {
        return bytes("GET", path, "", headers);
    }

    /** Sends the body as it is, none when it is empty, and gives the bytes of the reply. */
    public HttpResponse<byte[]> bytes(String method, String path, String body, String... headers) {
        HttpRequest request = request(path, headers)
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        if (cookie != null) {
            request.header("Cookie", cookie);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String[] with(String[] headers, String name, String value) {
        String[] more = Arrays.copyOf(headers, headers.length + 2);
        more[headers.length] = name;
        more[headers.length + 1] = value;
        return more;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
