package fr.preau.web;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Cookie;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Finds who looks at a reply: the viewer that an upper layer set, or an anonymous one in the browser's language. */
public final class Viewers {
    /** Name of the cookie that keeps the language one chose. */
    public static final String LANGUAGE = "langue";

    private final Site site;

    public Viewers(Site site) {
        this.site = site;
    }

    /** The viewer of this request, whether or not it has passed the filters. */
    public Viewer of(ContainerRequestContext request) {
        return request.getProperty(Viewer.PROPERTY) instanceof Viewer viewer
                ? viewer
                : Viewer.anonymous(site, locale(request));
    }

    /** Remembers for the rest of the request that a signed-in person looks. */
    public void signedIn(ContainerRequestContext request, Person person, String csrf, List<Link> navigation) {
        request.setProperty(Viewer.PROPERTY, new Viewer(site, locale(request), person, csrf, navigation));
    }

    /** The language chosen, else the first that the browser asks for and we speak, else French. */
    public static Locale locale(ContainerRequestContext request) {
        Cookie chosen = request.getCookies().get(LANGUAGE);
        Locale choice = chosen == null ? null : Messages.locale(chosen.getValue());
        if (choice != null) {
            return choice;
        }
        return asked(request).stream()
                .map(asked -> Messages.locale(asked.getLanguage()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Messages.FRENCH);
    }

    /** A header that can't be read asks for nothing: the reply must still say what is wrong, in some language. */
    private static List<Locale> asked(ContainerRequestContext request) {
        try {
            return request.getAcceptableLanguages();
        } catch (ProcessingException malformed) {
            return List.of();
        }
    }
}
