package fr.preau.rights;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * What came back for bytes that no HTTP client would send.
 *
 * @param status 0 when the connection was closed without a word
 * @param headers the lines as they came, in lower case
 */
record RawReply(int status, List<String> headers, String body) {
    private static final int PATIENCE = 20_000;

    /** Sends the bytes on a connection of their own and reads until the service closes it. */
    static RawReply to(String base, byte[] request) {
        try (Socket socket = new Socket("127.0.0.1", URI.create(base).getPort())) {
            socket.setSoTimeout(PATIENCE);
            try {
                socket.getOutputStream().write(request);
                socket.shutdownOutput();
            } catch (IOException refused) {
                // The service may answer and close before it has read all: what it said counts.
            }
            return read(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RawReply read(InputStream in) throws IOException {
        byte[] all;
        try {
            all = in.readAllBytes();
        } catch (java.net.SocketException reset) {
            return new RawReply(0, List.of(), "");
        }
        String text = new String(all, StandardCharsets.UTF_8);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return new RawReply(0, List.of(), text);
        }
        List<String> lines = text.substring(0, end).lines().toList();
        return new RawReply(
                Integer.parseInt(lines.get(0).split(" ")[1]),
                lines.stream()
                        .skip(1)
                        .map(line -> line.toLowerCase(Locale.ROOT))
                        .toList(),
                text.substring(end + 4));
    }

    boolean has(String header) {
        return headers.stream().anyMatch(line -> line.startsWith(header + ":"));
    }

    String header(String name) {
        return headers.stream()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }
}
