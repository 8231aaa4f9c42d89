package fr.preau.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An OpenDocument spreadsheet: one stream of rows in {@code content.xml}, its few other parts after it. */
final class OdsWriter implements BookWriter {
    static final String TYPE = "application/vnd.oasis.opendocument.spreadsheet";

    private final SteadyZip zip;
    private final boolean locked;
    private final List<Tab> tabs = new ArrayList<>();
    private final Xml xml;

    /** @param locked whether sheets are protected, without a password, against slips of the hand */
    OdsWriter(OutputStream out, boolean locked) throws IOException {
        this.locked = locked;
        zip = new SteadyZip(out);
        zip.stored("mimetype", TYPE.getBytes(StandardCharsets.US_ASCII));
        xml = new Xml(zip.begin("content.xml"));
        OdsParts.beginContent(xml);
    }

    @Override
    public void tab(Tab tab) throws IOException {
        if (!tabs.isEmpty()) {
            xml.markup("</table:table>");
        }
        tabs.add(tab);
        xml.markup("<table:table table:protected=\"" + locked + "\" table:style-name=\"")
                .markup(tab.hidden() ? "hidden" : "shown")
                .markup("\" table:name=\"")
                .text(tab.name())
                .markup("\">");
        for (int width : tab.widths()) {
            xml.markup("<table:table-column table:style-name=\"w" + width + "\"/>");
        }
    }

    @Override
    public void row(int height, List<Box> boxes) throws IOException {
        xml.markup("<table:table-row table:style-name=\"h" + height + "\">");
        for (Box box : boxes) {
            cell(box);
        }
        xml.markup("</table:table-row>");
    }

    private void cell(Box box) throws IOException {
        xml.markup("<table:table-cell table:style-name=\"s" + box.style().name() + "\"");
        if (box.style().has(Style.Trait.LISTED)) {
            xml.markup(" table:content-validation-name=\"answers\"");
        }
        if (box.across() > 1) {
            xml.markup(" table:number-columns-spanned=\"" + box.across() + "\" table:number-rows-spanned=\"1\"");
        }
        if (box.text().isEmpty()) {
            xml.markup("/>");
        } else {
            xml.markup(kind(box));
            for (String line : box.text().split("\n", -1)) {
                xml.markup("<text:p>");
                line(box.style().shown(line));
                xml.markup("</text:p>");
            }
            xml.markup("</table:table-cell>");
        }
        if (box.across() > 1) {
            xml.markup("<table:covered-table-cell table:number-columns-repeated=\"" + (box.across() - 1) + "\"/>");
        }
    }

    private static String kind(Box box) {
        if (!box.style().has(Style.Trait.NUMERIC)) {
            return " office:value-type=\"string\">";
        }
        String kind = box.style() == Style.NUMBER ? "float" : "percentage";
        return " office:value-type=\"" + kind + "\" office:value=\"" + box.text() + "\">";
    }

    /** In OpenDocument, spaces run together and a tab is one: those that are meant are elements. */
    private void line(String line) throws IOException {
        int from = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean meant = c == ' ' && (i == 0 || i == line.length() - 1 || line.charAt(i - 1) == ' ');
            if (meant || c == '\t') {
                xml.text(line.substring(from, i)).markup(meant ? "<text:s/>" : "<text:tab/>");
                from = i + 1;
            }
        }
        xml.text(line.substring(from));
    }

    @Override
    public void close() throws IOException {
        xml.markup("</table:table></office:spreadsheet></office:body></office:document-content>");
        xml.end();
        zip.end();
        part("styles.xml", OdsParts::styles);
        part("settings.xml", part -> OdsParts.settings(part, tabs));
        part("META-INF/manifest.xml", OdsParts::manifest);
        zip.finish();
    }

    private void part(String name, Part part) throws IOException {
        Xml document = new Xml(zip.begin(name));
        part.write(document);
        document.end();
        zip.end();
    }

    /** What writes one of the file's parts. */
    interface Part {
        void write(Xml xml) throws IOException;
    }
}
