package fr.preau.web;

import fr.preau.kernel.SearchText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * The texts that the product carries as Markdown, {@code articles/<language>/<name>.md}, rendered once at start.
 *
 * <p>The user guide is {@code docs/guide-utilisateur.md} itself, so that page and repository say the same. Never for
 * what a user wrote: HTML inside is escaped, but headings and links are taken at their word.
 */
final class Articles {
    private static final int ENOUGH_FOR_CONTENTS = 4;
    private static final List<TablesExtension> EXTENSIONS = List.of((TablesExtension) TablesExtension.create());

    private final Map<String, Article> articles = new HashMap<>();

    private Articles() {}

    static Articles load() {
        Articles loaded = new Articles();
        for (String file : Folder.files("articles")) {
            String markdown = new String(Folder.read("articles/" + file), StandardCharsets.UTF_8);
            String language = file.substring(0, 2);
            loaded.articles.put(file.substring(0, file.length() - ".md".length()), article(markdown, language));
        }
        return loaded;
    }

    /** The text in that language, else in French. */
    Article get(Locale locale, String name) {
        Article french = articles.get("fr/" + name);
        if (french == null) {
            throw new IllegalArgumentException("no article fr/" + name);
        }
        return articles.getOrDefault(locale.getLanguage() + "/" + name, french);
    }

    private static Article article(String markdown, String language) {
        Node document = Parser.builder().extensions(EXTENSIONS).build().parse(markdown);
        List<Heading> headings = headings(document);
        Heading title = headings.get(0);
        title.unlink();
        List<Link> sections = headings.stream()
                .filter(heading -> heading.getLevel() == 2)
                .map(heading -> Link.to(text(heading), "#" + anchor(heading)))
                .toList();
        List<Link> contents = sections.size() < ENOUGH_FOR_CONTENTS ? List.of() : sections;
        return new Article(text(title), language, renderer().render(document), contents);
    }

    private static HtmlRenderer renderer() {
        return HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .escapeHtml(true)
                .sanitizeUrls(true)
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    if (node instanceof Heading heading) {
                        attributes.put("id", anchor(heading));
                    }
                })
                .build();
    }

    private static List<Heading> headings(Node document) {
        List<Heading> headings = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                headings.add(heading);
            }
        });
        return headings;
    }

    private static String anchor(Heading heading) {
        return SearchText.fold(text(heading)).replace(' ', '-');
    }

    private static String text(Node node) {
        StringBuilder text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(Code part) {
                text.append(part.getLiteral());
            }
        });
        return text.toString();
    }
}
