package fr.preau.press;

import fr.preau.edition.Block;
import fr.preau.edition.Cell;
import fr.preau.edition.Row;
import fr.preau.edition.Span;
import fr.preau.edition.Table;
import fr.preau.workbook.Xml;
import java.io.IOException;
import java.util.List;

/** The body of an OpenDocument text: headings, paragraphs, lists and tables, in the styles of {@link OdtParts}. */
final class OdtText {
    private static final String BODY = "Text_20_body";
    private static final String ROW = "<table:table-row table:style-name=\"Line\">";
    private static final String ROW_END = "</table:table-row>";
    private static final String TABLE = "<table:table table:style-name=\"Grid\" table:name=\"";
    private static final String NAMED = "\">";
    private static final String HEAD = "<table:table-header-rows>";
    private static final String HEAD_END = "</table:table-header-rows>";
    private static final String TABLE_END = "</table:table>";

    private final Xml xml;
    private String body = BODY;
    private boolean onItsSide;

    OdtText(Xml xml) {
        this.xml = xml;
    }

    /** Begins a section where {@link Printed#shape} puts it. */
    void section(String shape, String words, String anchor) throws IOException {
        onItsSide = shape.equals("section wide");
        String style = onItsSide ? "Heading_20_Side" : shape.equals("section on") ? "Heading_20_On" : "Heading_20_1";
        heading(style, 1, words, anchor);
    }

    /** @param level 2 to 4 */
    void heading(int level, String words, String anchor) throws IOException {
        heading("Heading_20_" + level, level, words, anchor);
    }

    private void heading(String style, int level, String words, String anchor) throws IOException {
        xml.markup("<text:h text:style-name=\"" + style + "\" text:outline-level=\"" + level
                        + "\"><text:bookmark text:name=\"")
                .text(anchor)
                .markup("\"/>")
                .text(words)
                .markup("</text:h>");
    }

    void paragraph(String style, String words) throws IOException {
        xml.markup("<text:p text:style-name=\"" + style + "\">").text(words).markup("</text:p>");
    }

    void block(Block block) throws IOException {
        switch (block.kind()) {
            case HEADING -> {
                int level = block.level() - 1;
                xml.markup(
                        "<text:h text:style-name=\"Heading_20_" + level + "\" text:outline-level=\"" + level + "\">");
                spans(block.spans());
                xml.markup("</text:h>");
            }
            case PARAGRAPH -> {
                xml.markup("<text:p text:style-name=\"" + body + "\">");
                spans(block.spans());
                xml.markup("</text:p>");
            }
            case BULLETS -> within("<text:list text:style-name=\"Bullets\">", block, "</text:list>");
            case NUMBERS -> within("<text:list text:style-name=\"Numbers\">", block, "</text:list>");
            case ITEM -> within("<text:list-item>", block, "</text:list-item>");
            case QUOTE -> quote(block);
        }
    }

    private void quote(Block block) throws IOException {
        body = "Quotations";
        within("", block, "");
        body = BODY;
    }

    private void within(String begin, Block block, String end) throws IOException {
        xml.markup(begin);
        for (Block child : block.children()) {
            block(child);
        }
        xml.markup(end);
    }

    private void spans(List<Span> spans) throws IOException {
        for (Span span : spans) {
            if (span.href() != null) {
                xml.markup("<text:a xlink:type=\"simple\" xlink:href=\"")
                        .text(span.href())
                        .markup("\">");
            }
            String style = style(span);
            xml.markup(style.isEmpty() ? "" : "<text:span text:style-name=\"" + style + "\">")
                    .text(span.text())
                    .markup(style.isEmpty() ? "" : "</text:span>");
            if (span.href() != null) {
                xml.markup("</text:a>");
            }
        }
    }

    private static String style(Span span) {
        if (span.strong()) {
            return span.emphasis() ? "StrongEmphasis" : "Strong";
        }
        return span.emphasis() ? "Emphasis" : "";
    }

    void table(Table table) throws IOException {
        boolean turns = Printed.wide(table) && !onItsSide;
        onItsSide |= turns;
        paragraph(turns ? "Caption_20_Side" : "Caption", table.caption());
        if (!table.read()) {
            paragraph(BODY, Printed.elsewhere(table));
            return;
        }
        xml.markup(TABLE).text(table.id()).markup(NAMED);
        for (int width : OdtWidths.of(table)) {
            xml.markup("<table:table-column table:style-name=\"C" + width + "\"/>");
        }
        head(table);
        for (Row row : table.rows()) {
            xml.markup(ROW);
            for (String head : row.heads()) {
                cell("Cell", "Cell", head);
            }
            for (Cell cell : row.cells()) {
                boolean number = cell.kind() != Cell.Kind.TEXT;
                cell(cell.kind() == Cell.Kind.HIDDEN ? "Hidden" : "Cell", number ? "Number" : "Cell", Words.of(cell));
            }
            xml.markup(ROW_END);
        }
        xml.markup(TABLE_END);
        for (String note : table.notes()) {
            paragraph("Note", note);
        }
        for (String reason : Words.reasons(table)) {
            paragraph("Note", "— " + reason);
        }
    }

    private void head(Table table) throws IOException {
        xml.markup(HEAD + ROW);
        for (String head : table.rowHeads()) {
            cell("Head", "Head", head);
        }
        for (int column = 0; column < table.columns().size(); column++) {
            String style = Printed.words(table, column) ? "Head" : "Head_20_Number";
            cell("Head", style, table.columns().get(column));
        }
        xml.markup(ROW_END + HEAD_END);
    }

    /** A table of words, whose head is repeated on each page. */
    void grid(String name, List<Integer> widths, List<String> heads, List<List<String>> rows) throws IOException {
        xml.markup(TABLE).text(name).markup(NAMED);
        for (int width : widths) {
            xml.markup("<table:table-column table:style-name=\"C" + width + "\"/>");
        }
        xml.markup(HEAD);
        row("Head", heads);
        xml.markup(HEAD_END);
        for (List<String> row : rows) {
            row("Cell", row);
        }
        xml.markup(TABLE_END);
    }

    private void row(String style, List<String> cells) throws IOException {
        xml.markup(ROW);
        for (String cell : cells) {
            cell(style, style, cell);
        }
        xml.markup(ROW_END);
    }

    private void cell(String style, String words, String text) throws IOException {
        xml.markup("<table:table-cell table:style-name=\"" + style + "\" office:value-type=\"string\">");
        paragraph("Table_20_" + words, text);
        xml.markup("</table:table-cell>");
    }
}
