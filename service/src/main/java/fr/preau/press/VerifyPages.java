package fr.preau.press;

import fr.preau.web.Anyone;
import fr.preau.web.View;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The public page that tells an authentic file by its SHA-256. The file itself never comes here: a script reckons its
 * digest in the browser; without scripts one types it.
 */
@Path("verifier")
@Anyone
public final class VerifyPages {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private final OpenShelf shelf;
    private final Issuing.Imprinting imprinting;

    public VerifyPages(OpenShelf shelf, Issuing.Imprinting imprinting) {
        this.shelf = shelf;
        this.imprinting = imprinting;
    }

    /**
     * The question and its answer.
     *
     * @param asked whether a digest was given
     * @param form whether it has the form of one
     * @param told null for an unknown one
     * @param key the public key, to verify without this page
     */
    public record Asked(
            String digest, boolean asked, boolean form, OpenShelf.@Nullable Told told, String keyId, String key) {}

    @GET
    public View show(@QueryParam("empreinte") @DefaultValue("") String text) {
        String digest = text.strip().toLowerCase(Locale.ROOT);
        boolean form = DIGEST.matcher(digest).matches();
        OpenShelf.Told told = form ? shelf.tell(digest).orElse(null) : null;
        return View.of(
                "press/verify.jte",
                new Asked(
                        text.length() > 200 ? "" : text.strip(),
                        !digest.isEmpty(),
                        form,
                        told,
                        imprinting.key().id(),
                        imprinting.key().pem()));
    }
}
