package fr.preau.press;

import fr.preau.deliverable.PrintableText;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Lays the document out as markup that has all it needs within it: style, type and drawings. */
final class Templates {
    private static final String FONT = "assets/fonts/source-sans-3-latin-wght-normal.woff2";

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final PrintableText printable = new PrintableText();
    private final String paper = text("press/paper.css");
    private final String screen =
            text("press/screen.css").replace("@FONT@", Base64.getEncoder().encodeToString(bytes(FONT)));

    /** Well-formed XHTML, of characters that the type can draw. */
    String paper(Printed page) {
        return printable.of(render("press/paper.jte", page, paper));
    }

    /** HTML for a browser. */
    String screen(Printed page) {
        return render("press/screen.jte", page, screen);
    }

    private String render(String template, Printed page, String style) {
        StringOutput out = new StringOutput();
        engine.render(template, Map.of("page", page, "style", style), out);
        return out.toString();
    }

    static String text(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    static byte[] bytes(String path) {
        try (InputStream in = Templates.class.getResourceAsStream("/" + path)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
