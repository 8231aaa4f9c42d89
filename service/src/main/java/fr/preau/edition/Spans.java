package fr.preau.edition;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** The runs of text of one block; neighbours that read alike are one. A link that leads elsewhere than allowed is text. */
final class Spans extends AbstractVisitor {
    private final List<Span> spans = new ArrayList<>();
    private boolean strong;
    private boolean emphasis;
    private @Nullable String href;
    private int depth;

    static List<Span> of(Node block) {
        Spans reading = new Spans();
        reading.visitChildren(block);
        return reading.spans;
    }

    private void add(String text) {
        Span next = new Span(text, strong, emphasis, href);
        if (!spans.isEmpty()) {
            Span last = spans.get(spans.size() - 1);
            if (last.equals(new Span(last.text(), strong, emphasis, href))) {
                spans.set(spans.size() - 1, new Span(last.text() + text, strong, emphasis, href));
                return;
            }
        }
        spans.add(next);
    }

    @Override
    protected void visitChildren(Node parent) {
        if (depth < Prose.DEEPEST) {
            depth++;
            super.visitChildren(parent);
            depth--;
        }
    }

    @Override
    public void visit(Text node) {
        add(node.getLiteral());
    }

    @Override
    public void visit(Code node) {
        add(node.getLiteral());
    }

    @Override
    public void visit(HtmlInline node) {
        add(node.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak node) {
        add(" ");
    }

    @Override
    public void visit(HardLineBreak node) {
        add(" ");
    }

    @Override
    public void visit(Emphasis node) {
        boolean before = emphasis;
        emphasis = true;
        visitChildren(node);
        emphasis = before;
    }

    @Override
    public void visit(StrongEmphasis node) {
        boolean before = strong;
        strong = true;
        visitChildren(node);
        strong = before;
    }

    @Override
    public void visit(Link node) {
        href = Span.leads(node.getDestination()) ? node.getDestination() : null;
        visitChildren(node);
        href = null;
    }
}
