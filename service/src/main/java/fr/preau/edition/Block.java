package fr.preau.edition;

import java.util.List;

/**
 * A piece of an editorial text: what its Markdown said, without any markup left.
 *
 * @param level of a HEADING, 3 or 4, below the section's own; else 0
 * @param spans what a HEADING or a PARAGRAPH says; else empty
 * @param children the items of a list, each an ITEM, and what an ITEM or a QUOTE holds; else empty
 */
public record Block(Kind kind, int level, List<Span> spans, List<Block> children) {
    /** What a block is. */
    public enum Kind {
        HEADING,
        PARAGRAPH,
        BULLETS,
        NUMBERS,
        ITEM,
        QUOTE;

        private boolean says() {
            return this == HEADING || this == PARAGRAPH;
        }

        private boolean lists() {
            return this == BULLETS || this == NUMBERS;
        }
    }

    public Block {
        spans = List.copyOf(spans);
        children = List.copyOf(children);
        boolean levelled = kind == Kind.HEADING ? level == 3 || level == 4 : level == 0;
        boolean filled = kind.says() ? children.isEmpty() : spans.isEmpty();
        boolean items = children.stream().allMatch(child -> kind.lists() == (child.kind() == Kind.ITEM));
        if (!levelled || !filled || !items) {
            throw new IllegalArgumentException("no such block: " + kind + " of level " + level);
        }
    }

    public static Block heading(int level, List<Span> spans) {
        return new Block(Kind.HEADING, level, spans, List.of());
    }

    public static Block paragraph(List<Span> spans) {
        return new Block(Kind.PARAGRAPH, 0, spans, List.of());
    }

    /** A list, an item or a quotation. */
    public static Block of(Kind kind, List<Block> children) {
        return new Block(kind, 0, List.of(), children);
    }
}
