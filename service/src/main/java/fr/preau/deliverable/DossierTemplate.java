package fr.preau.deliverable;

import fr.preau.web.Site;
import fr.preau.web.Viewer;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

/**
 * Writes a dossier as markup that has all it needs within it: XHTML for the press, which knows the drawings by name, and
 * HTML for a browser, with the drawings inside. Both are of the same parts; neither is a page of the site.
 */
final class DossierTemplate {
    private static final String FONT = "assets/fonts/source-sans-3-latin-wght-normal.woff2";
    private static final String SCREEN = "deliverable/screen.jte";
    private static final String TEMPLATE = "deliverable/audit.jte";

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final PrintableText printable = new PrintableText(Typeface.all());
    private final String style = Resource.text("deliverable/audit.css");
    private final String screen = new Drawings()
            .within(Resource.text("press/screen.css") + Resource.text("deliverable/screen.css"))
            .replace("@FONT@", Base64.getEncoder().encodeToString(Resource.bytes(FONT)));
    private final Site site;

    DossierTemplate(Site site) {
        this.site = site;
    }

    String xhtml(Dossier dossier, Locale locale) {
        return printable.of(render(TEMPLATE, dossier, locale, style));
    }

    /** HTML for a browser. */
    String screen(Dossier dossier, Locale locale) {
        return render(SCREEN, dossier, locale, screen);
    }

    private String render(String template, Dossier dossier, Locale locale, String with) {
        StringOutput page = new StringOutput();
        Viewer viewer = Viewer.anonymous(site, locale);
        engine.render(template, Map.of("viewer", viewer, "page", dossier, "style", with), page);
        return page.toString();
    }
}
