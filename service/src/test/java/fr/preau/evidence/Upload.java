package fr.preau.evidence;

import fr.preau.Visitor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Sends a form with a file, as a browser does. */
record Upload(Visitor visitor, String csrf, String origin) {
    private static final String BOUNDARY = "----formulaire";

    static Upload by(Visitor visitor) {
        return new Upload(visitor, visitor.csrf(), visitor.base());
    }

    HttpResponse<String> to(String path, byte[] content, String name) {
        return send(path, body(content, name));
    }

    HttpResponse<String> send(String path, byte[] body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(visitor.base() + path))
                .header("Cookie", visitor.cookie())
                .header("Origin", origin)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            return HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .build()
                    .send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] body(byte[] content, String name) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(
                text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n" + csrf + "\r\n"));
        body.writeBytes(text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: text/html\r\n\r\n"));
        body.writeBytes(content);
        body.writeBytes(text("\r\n--" + BOUNDARY + "--\r\n"));
        return body.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
