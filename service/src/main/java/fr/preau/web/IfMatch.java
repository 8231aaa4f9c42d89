package fr.preau.web;

import fr.preau.kernel.Message;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The version that a write says it has seen, out of its {@code If-Match} header: {@code "3"}, with its quotes.
 *
 * <p>Neither {@code *} nor a list: a write that doesn't say which value it replaces could lose somebody's.
 */
public final class IfMatch {
    private static final Pattern FORM = Pattern.compile("\"(0|[1-9][0-9]{0,8})\"");
    private static final int REQUIRED = 428;

    private IfMatch() {}

    /** What was written, with its version as the tag that the next write sends back. */
    public static Response written(Object entity, int version) {
        return Response.ok(entity).tag(new EntityTag(Integer.toString(version))).build();
    }

    /**
     * The version seen, 0 for what nobody has written yet.
     *
     * @throws Refusal malformed, when the header is anything but one quoted number
     * @throws ClientErrorException 428 without the header
     */
    public static int version(@Nullable String header) {
        if (header == null) {
            throw new ClientErrorException(REQUIRED);
        }
        Matcher form = FORM.matcher(header.strip());
        if (!form.matches()) {
            throw new Refusal(new Problem.Malformed(Message.of("api.ifMatch.form")));
        }
        return Integer.parseInt(form.group(1));
    }
}
