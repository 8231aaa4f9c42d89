package fr.preau.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A request line that no HTTP client would send. */
final class RawRequest {
    private RawRequest() {}

    /** Status of the reply to a request without token nor body. */
    static int status(String base, String line) {
        URI uri = URI.create(base);
        try (Socket socket = new Socket("127.0.0.1", uri.getPort());
                BufferedReader reply = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((line + " HTTP/1.1\r\nHost: localhost:" + uri.getPort() + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            return Integer.parseInt(reply.readLine().split(" ")[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
