package fr.preau.access;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The page that one wanted before signing in. Only a path of ours passes, so that a link to the sign-in page can't send
 * anybody elsewhere; whatever is doubtful becomes the home page.
 */
public record ReturnPath(String value) {
    /** The home page, which depends on the person's roles. */
    public static final ReturnPath HOME = new ReturnPath("/");

    private static final int LONGEST = 500;
    /** Segments without empty ones; no {@code \}, no control character, nothing that isn't ASCII. */
    private static final Pattern LOCAL =
            Pattern.compile("/(?:[\\w.~!$&'()*+,;=:@%-]+/?)*(?:\\?[\\w.~!$&'()*+,;=:@%/?-]*)?", Pattern.DOTALL);
    /** In the path: a segment of dots, an encoded slash, backslash, dot, percent or control character. */
    private static final Pattern DOUBTFUL =
            Pattern.compile("/\\.{1,2}(?:/|$)|%(?:2[fF]|5[cC]|2[eE]|25|[01]\\p{XDigit}|7[fF])");

    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?!\\p{XDigit}{2})");
    /** Pages of this package: coming back to them after signing in leads nowhere. */
    private static final Pattern OURS = Pattern.compile("/(?:connexion|deconnexion|lien|api|assets)(?:[/?].*)?");

    /** The path when it is surely one of ours, else {@link #HOME}. */
    public static ReturnPath of(@Nullable String text) {
        return text != null && isLocal(text) ? new ReturnPath(text) : HOME;
    }

    private static boolean isLocal(String text) {
        if (text.length() > LONGEST || !LOCAL.matcher(text).matches()) {
            return false;
        }
        int question = text.indexOf('?');
        String path = question < 0 ? text : text.substring(0, question);
        return !DOUBTFUL.matcher(path).find()
                && !BROKEN_ESCAPE.matcher(text).find()
                && !OURS.matcher(text).matches();
    }

    public boolean isHome() {
        return equals(HOME);
    }

    URI uri() {
        return URI.create(value);
    }

    /** The sign-in page that leads back here. */
    URI signIn() {
        return after("/connexion");
    }

    /** The page that leads back here once one has done with it. */
    URI after(String page) {
        return URI.create(isHome() ? page : page + "?retour=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
}
