package fr.preau.deliverable;

import fr.preau.web.Site;
import java.util.Locale;

/** Writes a dossier on {@link Stationery}: for the press and for a browser, of the same parts. */
final class DossierTemplate {
    private final Stationery stationery;

    DossierTemplate(Site site) {
        this.stationery = new Stationery(site, "", "");
    }

    String xhtml(Dossier dossier, Locale locale) {
        return stationery.paper("deliverable/audit.jte", dossier, locale);
    }

    /** HTML for a browser. */
    String screen(Dossier dossier, Locale locale) {
        return stationery.screen("deliverable/screen.jte", dossier, locale);
    }
}
