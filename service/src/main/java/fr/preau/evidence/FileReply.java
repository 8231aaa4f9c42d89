package fr.preau.evidence;

import fr.preau.web.SecurityHeaders;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.EOFException;

/**
 * Hands a file over so that nothing in it acts in our name: saved rather than opened, as the type that was found in it,
 * and in a box without scripts should a browser open it all the same.
 */
final class FileReply {
    private static final String BOX = "sandbox; default-src 'none'; frame-ancestors 'none'";

    private FileReply() {}

    static Response of(Handed file) {
        StreamingOutput content = out -> {
            int sent = 0;
            while (sent < file.size()) {
                byte[] part = file.parts().apply(sent);
                if (part.length == 0) {
                    throw new EOFException("removed meanwhile");
                }
                out.write(part);
                sent += part.length;
            }
        };
        return Response.ok(content, file.format().mediaType())
                .header(HttpHeaders.CONTENT_LENGTH, file.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, FileName.disposition(file.name()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(SecurityHeaders.POLICY, BOX)
                .build();
    }
}
