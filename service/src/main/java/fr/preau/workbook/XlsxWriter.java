package fr.preau.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An Office Open XML spreadsheet: a stream of rows a sheet, each text in its own cell, the few other parts at the end. */
final class XlsxWriter implements BookWriter {
    static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** What a reader would take for an escaped character, {@code _x000D_}: its first underscore is escaped itself. */
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private final SteadyZip zip;
    private final boolean locked;
    private final List<Tab> tabs = new ArrayList<>();
    private final List<String> merged = new ArrayList<>();
    /** By column, the first and last row of its cells that take an answer. */
    private final Map<Integer, int[]> listed = new TreeMap<>();

    private @Nullable Xml sheet;
    private int row;

    /** @param locked whether sheets are protected, without a password, against slips of the hand */
    XlsxWriter(OutputStream out, boolean locked) {
        this.locked = locked;
        zip = new SteadyZip(out);
    }

    @Override
    public void tab(Tab tab) throws IOException {
        endTab();
        tabs.add(tab);
        row = 0;
        sheet = new Xml(zip.begin("xl/worksheets/sheet" + tabs.size() + ".xml"));
        XlsxParts.beginSheet(sheet, tab);
    }

    @Override
    public void row(int height, List<Box> boxes) throws IOException {
        Xml xml = open();
        row++;
        xml.markup("<row r=\"" + row + "\" ht=\"" + height + "\" customHeight=\"1\">");
        int column = 0;
        for (Box box : boxes) {
            cell(xml, box, column);
            for (int covered = 1; covered < box.across(); covered++) {
                cell(xml, new Box("", box.style(), 1), column + covered);
            }
            if (box.across() > 1) {
                merged.add(name(column) + row + ":" + name(column + box.across() - 1) + row);
            }
            column += box.across();
        }
        xml.markup("</row>");
    }

    private void cell(Xml xml, Box box, int column) throws IOException {
        xml.markup("<c r=\"" + name(column) + row + "\" s=\"" + XlsxParts.format(box.style()) + "\"");
        if (box.style().has(Style.Trait.LISTED)) {
            listed.computeIfAbsent(column, key -> new int[] {row, row})[1] = row;
        }
        if (box.text().isEmpty()) {
            xml.markup("/>");
            return;
        }
        if (box.style().has(Style.Trait.NUMERIC)) {
            xml.markup("><v>").text(box.text()).markup("</v></c>");
            return;
        }
        xml.markup(" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
                .text(ESCAPE.matcher(box.text()).replaceAll("_x005F_"))
                .markup("</t></is></c>");
    }

    private void endTab() throws IOException {
        if (sheet == null) {
            return;
        }
        List<String> ranges = new ArrayList<>();
        listed.forEach((column, rows) -> ranges.add(name(column) + rows[0] + ":" + name(column) + rows[1]));
        XlsxParts.endSheet(sheet, locked, merged, ranges);
        sheet.end();
        zip.end();
        merged.clear();
        listed.clear();
        sheet = null;
    }

    private Xml open() {
        if (sheet == null) {
            throw new IllegalStateException("a row needs its sheet");
        }
        return sheet;
    }

    @Override
    public void close() throws IOException {
        endTab();
        part("xl/workbook.xml", xml -> XlsxParts.workbook(xml, tabs));
        part("xl/_rels/workbook.xml.rels", xml -> XlsxParts.relations(xml, tabs.size()));
        part("xl/styles.xml", XlsxParts::styles);
        part("_rels/.rels", XlsxParts::root);
        part("[Content_Types].xml", xml -> XlsxParts.types(xml, tabs.size()));
        zip.finish();
    }

    private void part(String name, OdsWriter.Part part) throws IOException {
        Xml document = new Xml(zip.begin(name));
        part.write(document);
        document.end();
        zip.end();
    }

    /** The letters of a column, from 0: A, Z, AA. */
    static String name(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : name(column / 26 - 1) + last;
    }
}
