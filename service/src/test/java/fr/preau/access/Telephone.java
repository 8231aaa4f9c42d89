package fr.preau.access;

import com.google.common.io.BaseEncoding;
import fr.preau.access.factor.TotpSecret;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody's authenticator application: it reads the page that shows the secret and makes codes by the test's clock. */
public record Telephone(TotpSecret secret, String draft) {
    private static final Pattern SECRET = Pattern.compile("<code>([A-Z2-7 ]{30,})</code>");
    private static final Pattern DRAFT = Pattern.compile("name=\"draft\" value=\"([^\"]+)\"");
    private static final Pattern RECOVERY = Pattern.compile("<code>([a-z2-9]{4}(?:-[a-z2-9]{4}){2})</code>");

    public static Telephone reading(String page) {
        byte[] bytes = BaseEncoding.base32().decode(first(SECRET, page).replace(" ", ""));
        return new Telephone(new TotpSecret(bytes), first(DRAFT, page));
    }

    static List<String> recoveryCodes(String page) {
        return RECOVERY.matcher(page).results().map(found -> found.group(1)).toList();
    }

    private static String first(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        if (!found.find()) {
            throw new AssertionError("not in the page: " + pattern);
        }
        return found.group(1);
    }
}
