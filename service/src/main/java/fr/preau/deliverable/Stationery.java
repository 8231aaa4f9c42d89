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
 * The look that reports share, as markup that has all it needs within it: XHTML for the press, which knows the drawings
 * by name, and HTML for a browser, with the drawings inside. Neither is a page of the site.
 */
public final class Stationery {
    private static final String FONT = "assets/fonts/source-sans-3-latin-wght-normal.woff2";

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final PrintableText printable = new PrintableText(Typeface.all());
    private final String paper;
    private final String screen;
    private final Site site;

    /**
     * The common look, with what one kind of report adds to it.
     *
     * @param paper style sheet of the jar, or an empty text
     * @param screen the same for a browser
     */
    public Stationery(Site site, String paper, String screen) {
        this.site = site;
        this.paper = Resource.text("deliverable/audit.css") + text(paper);
        this.screen = new Drawings()
                .within(Resource.text("press/screen.css") + Resource.text("deliverable/screen.css") + text(screen))
                .replace("@FONT@", Base64.getEncoder().encodeToString(Resource.bytes(FONT)));
    }

    /** XHTML for the press. */
    public String paper(String template, Object page, Locale locale) {
        return printable.of(render(template, page, locale, paper));
    }

    /** HTML for a browser. */
    public String screen(String template, Object page, Locale locale) {
        return render(template, page, locale, screen);
    }

    /** Who a report is written for: nobody signed in, in their language. */
    public Viewer viewer(Locale locale) {
        return Viewer.anonymous(site, locale);
    }

    private String render(String template, Object page, Locale locale, String style) {
        StringOutput written = new StringOutput();
        engine.render(template, Map.of("viewer", viewer(locale), "page", page, "style", style), written);
        return written.toString();
    }

    private static String text(String path) {
        return path.isEmpty() ? "" : Resource.text(path);
    }
}
