package fr.preau.edition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;

/**
 * An editorial text as it will be read: CommonMark turned into blocks, each {@code {{name}}} into its frozen figure, so
 * that no figure is typed twice. Markup stops here: HTML is text like any other, an image is its words.
 *
 * @param unknown names that are of no figure shown here, sorted
 */
record Prose(List<Block> blocks, List<String> unknown) {
    private static final Pattern FIGURE = Pattern.compile("\\{\\{\\s*([^{}]{1,80}?)\\s*}}");
    /** Lists and quotations lie within each other so far and no further: nobody reads what lies below. */
    static final int DEEPEST = 20;

    private static final Parser PARSER = Parser.builder().build();

    Prose {
        blocks = List.copyOf(blocks);
        unknown = List.copyOf(unknown);
    }

    static Prose read(String markdown, Map<String, String> figures) {
        Set<String> unknown = new TreeSet<>();
        List<Block> blocks = new Reading(figures, unknown).blocks(PARSER.parse(markdown), 0);
        return new Prose(blocks, List.copyOf(unknown));
    }

    private record Reading(Map<String, String> figures, Set<String> unknown) {
        List<Block> blocks(Node parent, int depth) {
            List<Block> blocks = new ArrayList<>();
            Node child = depth > DEEPEST ? null : parent.getFirstChild();
            while (child != null) {
                add(blocks, child, depth + 1);
                child = child.getNext();
            }
            return blocks;
        }

        private void add(List<Block> blocks, Node node, int depth) {
            if (node instanceof Heading heading) {
                blocks.add(Block.heading(heading.getLevel() <= 2 ? 3 : 4, spans(node)));
            } else if (node instanceof Paragraph) {
                blocks.add(Block.paragraph(spans(node)));
            } else if (node instanceof BulletList) {
                blocks.add(Block.of(Block.Kind.BULLETS, blocks(node, depth)));
            } else if (node instanceof OrderedList) {
                blocks.add(Block.of(Block.Kind.NUMBERS, blocks(node, depth)));
            } else if (node instanceof ListItem) {
                blocks.add(Block.of(Block.Kind.ITEM, blocks(node, depth)));
            } else if (node instanceof BlockQuote) {
                blocks.add(Block.of(Block.Kind.QUOTE, blocks(node, depth)));
            } else if (!literal(node).isBlank()) {
                blocks.add(Block.paragraph(List.of(Span.plain(literal(node).strip()))));
            }
        }

        private List<Span> spans(Node node) {
            return Spans.of(node).stream().map(this::filled).toList();
        }

        private Span filled(Span span) {
            String text =
                    FIGURE.matcher(span.text()).replaceAll(found -> Matcher.quoteReplacement(figure(found.group(1))));
            return new Span(text, span.strong(), span.emphasis(), span.href());
        }

        private String figure(String name) {
            String figure = figures.get(name);
            if (figure == null) {
                unknown.add(name);
                return "{{" + name + "}}";
            }
            return figure;
        }

        private static String literal(Node node) {
            if (node instanceof HtmlBlock html) {
                return html.getLiteral();
            }
            if (node instanceof FencedCodeBlock code) {
                return code.getLiteral();
            }
            return node instanceof IndentedCodeBlock code ? code.getLiteral() : "";
        }
    }
}
