package fr.preau.press;

import fr.preau.web.SecurityHeaders;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** The reply that hands a file over: as an attachment, in a box where nothing runs. */
final class Handed {
    private Handed() {}

    static Response over(PressFile file) {
        return Response.ok(file.content(), file.type())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.name() + "\"")
                .header(SecurityHeaders.POLICY, "default-src 'none'; sandbox")
                .build();
    }
}
