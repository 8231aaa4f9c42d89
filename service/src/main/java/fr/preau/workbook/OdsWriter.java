package fr.preau.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An OpenDocument spreadsheet: one stream of rows in {@code content.xml}, its few other parts after it. */
final class OdsWriter implements BookWriter {
    static final String TYPE = "application/vnd.oasis.opendocument.spreadsheet";

    private final ZipOutputStream zip;
    private final List<Tab> tabs = new ArrayList<>();
    private final Xml xml;

    OdsWriter(OutputStream out) throws IOException {
        zip = new ZipOutputStream(out);
        mimetype();
        zip.putNextEntry(new ZipEntry("content.xml"));
        xml = new Xml(zip);
        OdsParts.beginContent(xml);
    }

    /** First and not compressed, so that the file's kind shows in its first bytes. */
    private void mimetype() throws IOException {
        byte[] type = TYPE.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(type);
        ZipEntry entry = new ZipEntry("mimetype");
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(type.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(type);
        zip.closeEntry();
    }

    @Override
    public void tab(Tab tab) throws IOException {
        if (!tabs.isEmpty()) {
            xml.markup("</table:table>");
        }
        tabs.add(tab);
        xml.markup("<table:table table:protected=\"true\" table:style-name=\"")
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
            xml.markup(" office:value-type=\"string\">");
            for (String line : box.text().split("\n", -1)) {
                xml.markup("<text:p>");
                line(line);
                xml.markup("</text:p>");
            }
            xml.markup("</table:table-cell>");
        }
        if (box.across() > 1) {
            xml.markup("<table:covered-table-cell table:number-columns-repeated=\"" + (box.across() - 1) + "\"/>");
        }
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
        zip.closeEntry();
        part("styles.xml", OdsParts::styles);
        part("settings.xml", part -> OdsParts.settings(part, tabs));
        part("META-INF/manifest.xml", OdsParts::manifest);
        zip.finish();
    }

    private void part(String name, Part part) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Xml document = new Xml(zip);
        part.write(document);
        document.end();
        zip.closeEntry();
    }

    /** What writes one of the file's parts. */
    interface Part {
        void write(Xml xml) throws IOException;
    }
}
