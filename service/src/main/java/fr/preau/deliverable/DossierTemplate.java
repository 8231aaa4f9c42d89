package fr.preau.deliverable;

import fr.preau.web.Site;
import fr.preau.web.Viewer;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Locale;
import java.util.Map;

/**
 * Writes a dossier as well-formed XHTML that has all it needs within it: its style is inside, its drawings are named.
 *
 * <p>Only for printing: no page of the site is made of it.
 */
final class DossierTemplate {
    private static final String TEMPLATE = "deliverable/audit.jte";

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final PrintableText printable = new PrintableText(Typeface.all());
    private final String style = Resource.text("deliverable/audit.css");
    private final Site site;

    DossierTemplate(Site site) {
        this.site = site;
    }

    String xhtml(Dossier dossier, Locale locale) {
        StringOutput page = new StringOutput();
        Viewer viewer = Viewer.anonymous(site, locale);
        engine.render(TEMPLATE, Map.of("viewer", viewer, "page", dossier, "style", style), page);
        return printable.of(page.toString());
    }
}
