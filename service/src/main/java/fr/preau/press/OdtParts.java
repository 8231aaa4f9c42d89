package fr.preau.press;

import fr.preau.workbook.SteadyZip;
import fr.preau.workbook.Xml;
import java.io.IOException;
import java.util.List;

/** The parts of an OpenDocument text around its body: styles, table of contents, page, description. */
final class OdtParts {
    private static final String NAMESPACES = " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
            + " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
            + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
            + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
            + " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
            + " xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\""
            + " xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
            + " xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" office:version=\"1.3\"";
    /** Eight dots by eight with one stroke across, as a PNG: what is hidden, also in black and white. */
    private static final String HATCH =
            "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAIAQMAAAD+wSzIAAAABlBMVEWEfXH////yOSqUAAAAGUlEQVR42mP4x/CX"
                    + "4TfDd4b3DPcZ9jPUAwA84wb6oWdPWgAAAABJRU5ErkJggg==";

    private static final String CONTENTS = "Sommaire";
    private static final int LEVELS = 3;

    private OdtParts() {}

    static void beginContent(Xml xml) throws IOException {
        xml.markup("<office:document-content" + NAMESPACES + "><office:automatic-styles>"
                + "<style:style style:name=\"Grid\" style:family=\"table\"><style:table-properties"
                + " table:align=\"margins\" fo:margin-bottom=\"0.2cm\"/></style:style>"
                + "<style:style style:name=\"Head\" style:family=\"table-cell\"><style:table-cell-properties"
                + " fo:padding=\"0.1cm\" fo:border-bottom=\"0.8pt solid #847d71\"/></style:style>"
                + "<style:style style:name=\"Cell\" style:family=\"table-cell\"><style:table-cell-properties"
                + " fo:padding=\"0.1cm\" fo:border-bottom=\"0.5pt solid #e2dace\"/></style:style>"
                + "<style:style style:name=\"Hidden\" style:family=\"table-cell\"><style:table-cell-properties"
                + " fo:padding=\"0.1cm\" fo:border-bottom=\"0.5pt solid #e2dace\"><style:background-image"
                + " style:repeat=\"repeat\"><office:binary-data>" + HATCH + "</office:binary-data>"
                + "</style:background-image></style:table-cell-properties></style:style>"
                + "<style:style style:name=\"Line\" style:family=\"table-row\"><style:table-row-properties"
                + " fo:keep-together=\"always\"/></style:style>");
        for (int width = OdtWidths.LEAST; width <= OdtWidths.MOST; width++) {
            xml.markup("<style:style style:name=\"C" + width + "\" style:family=\"table-column\">"
                    + "<style:table-column-properties style:rel-column-width=\"" + width + "*\"/></style:style>");
        }
        xml.markup("</office:automatic-styles><office:body><office:text>");
    }

    static void endContent(Xml xml) throws IOException {
        xml.markup("</office:text></office:body></office:document-content>");
    }

    /** What a word processor updates at a touch; until then it has the headings, without page numbers. */
    static void contents(Xml xml, List<String> headings) throws IOException {
        xml.markup("<text:table-of-content text:name=\"" + CONTENTS + "\" text:protected=\"true\">"
                + "<text:table-of-content-source text:outline-level=\"" + LEVELS + "\"><text:index-title-template"
                + " text:style-name=\"Contents_20_Heading\">" + CONTENTS + "</text:index-title-template>");
        for (int level = 1; level <= LEVELS; level++) {
            xml.markup("<text:table-of-content-entry-template text:outline-level=\"" + level
                    + "\" text:style-name=\"Contents_20_" + level + "\"><text:index-entry-link-start/>"
                    + "<text:index-entry-text/><text:index-entry-tab-stop style:type=\"right\""
                    + " style:leader-char=\".\"/><text:index-entry-page-number/><text:index-entry-link-end/>"
                    + "</text:table-of-content-entry-template>");
        }
        xml.markup("</text:table-of-content-source><text:index-body><text:index-title text:name=\"" + CONTENTS
                + "_Head\"><text:p text:style-name=\"Contents_20_Heading\">" + CONTENTS
                + "</text:p></text:index-title>");
        for (String heading : headings) {
            xml.markup("<text:p text:style-name=\"Contents_20_1\">")
                    .text(heading)
                    .markup("</text:p>");
        }
        xml.markup("</text:index-body></text:table-of-content>");
    }

    static void write(SteadyZip zip, Printed page) throws IOException {
        Xml styles = new Xml(zip.begin("styles.xml"));
        styles(styles, page);
        styles.end();
        zip.end();
        Xml meta = new Xml(zip.begin("meta.xml"));
        meta(meta, page);
        meta.end();
        zip.end();
        Xml manifest = new Xml(zip.begin("META-INF/manifest.xml"));
        manifest(manifest);
        manifest.end();
        zip.end();
    }

    private static void styles(Xml xml, Printed page) throws IOException {
        xml.markup("<office:document-styles" + NAMESPACES + "><office:styles>"
                + "<style:default-style style:family=\"paragraph\"><style:text-properties fo:language=\"fr\""
                + " fo:country=\"FR\" fo:font-family=\"'Source Sans 3', 'Liberation Sans', Arial, sans-serif\""
                + " fo:font-size=\"10.5pt\" fo:color=\"#1e2830\"/></style:default-style>");
        paragraph(xml, "Standard", "", "", "");
        paragraph(xml, "Text_20_body", "Text body", "fo:margin-bottom=\"0.2cm\" fo:line-height=\"130%\"", "");
        paragraph(xml, "Title", "", "fo:margin-bottom=\"0.6cm\"", "fo:font-size=\"30pt\" fo:color=\"#1f4f7a\"");
        paragraph(xml, "Subtitle", "", "fo:margin-bottom=\"0.4cm\"", "fo:font-size=\"13pt\" fo:color=\"#55606a\"");
        paragraph(xml, "Label", "", "fo:text-align=\"end\" fo:margin-bottom=\"5cm\"", "fo:font-weight=\"bold\"");
        paragraph(xml, "Warning", "", "", "fo:font-weight=\"bold\" fo:color=\"#98291d\"");
        paragraph(xml, "Note", "", "fo:margin-bottom=\"0.1cm\"", "fo:font-size=\"9pt\" fo:color=\"#55606a\"");
        paragraph(
                xml, "Caption", "", "fo:margin-top=\"0.4cm\" fo:keep-with-next=\"always\"", "fo:font-weight=\"bold\"");
        paragraph(
                xml, "Quotations", "", "fo:margin-left=\"1cm\" fo:margin-bottom=\"0.2cm\"", "fo:font-style=\"italic\"");
        paragraph(xml, "Table_20_Head", "Table Head", "", "fo:font-size=\"8.5pt\" fo:font-weight=\"bold\"");
        paragraph(xml, "Table_20_Cell", "Table Cell", "", "fo:font-size=\"8.5pt\"");
        paragraph(xml, "Table_20_Number", "Table Number", "fo:text-align=\"end\"", "fo:font-size=\"8pt\"");
        paragraph(
                xml,
                "Table_20_Head_20_Number",
                "Table Head Number",
                "fo:text-align=\"end\"",
                "fo:font-size=\"7.5pt\" fo:font-weight=\"bold\"");
        paragraph(
                xml,
                "Contents_20_Heading",
                "Contents Heading",
                "fo:break-before=\"page\" fo:margin-bottom=\"0.4cm\"",
                "fo:font-size=\"20pt\" fo:color=\"#1f4f7a\"");
        for (int level = 1; level <= LEVELS; level++) {
            paragraph(xml, "Contents_20_" + level, "Contents " + level, "fo:margin-bottom=\"0.1cm\"", "");
        }
        heading(
                xml,
                1,
                "fo:break-before=\"page\" fo:margin-bottom=\"0.5cm\"",
                "fo:font-size=\"20pt\" fo:color=\"#1f4f7a\"");
        turned(xml, "Heading_20_On", "Heading_20_1", " style:master-page-name=\"\"", "auto\" fo:margin-top=\"1.2cm");
        turned(xml, "Heading_20_Side", "Heading_20_1", " style:master-page-name=\"Side\"", "page");
        turned(xml, "Caption_20_Side", "Caption", " style:master-page-name=\"Side\"", "page");
        heading(
                xml,
                2,
                "fo:margin-top=\"0.5cm\" fo:margin-bottom=\"0.2cm\"",
                "fo:font-size=\"14pt\" fo:font-weight=\"bold\"");
        heading(
                xml,
                3,
                "fo:margin-top=\"0.4cm\" fo:margin-bottom=\"0.1cm\"",
                "fo:font-size=\"11pt\" fo:font-weight=\"bold\"");
        words(xml, "Strong", "fo:font-weight=\"bold\"");
        words(xml, "Emphasis", "fo:font-style=\"italic\"");
        words(xml, "StrongEmphasis", "fo:font-weight=\"bold\" fo:font-style=\"italic\"");
        xml.markup("<text:list-style style:name=\"Bullets\"><text:list-level-style-bullet text:level=\"1\""
                + " text:bullet-char=\"•\"><style:list-level-properties text:space-before=\"0.4cm\""
                + " text:min-label-width=\"0.5cm\"/></text:list-level-style-bullet></text:list-style>"
                + "<text:list-style style:name=\"Numbers\"><text:list-level-style-number text:level=\"1\""
                + " style:num-format=\"1\" style:num-suffix=\".\"><style:list-level-properties"
                + " text:space-before=\"0.4cm\" text:min-label-width=\"0.6cm\"/></text:list-level-style-number>"
                + "</text:list-style></office:styles>");
        page(xml, page);
        xml.markup("</office:document-styles>");
    }

    /** On each page: the label, the edition or whose copy it is, and that data are invented. */
    private static void page(Xml xml, Printed page) throws IOException {
        xml.markup("<office:automatic-styles>");
        layout(xml, "A4", "fo:page-width=\"21cm\" fo:page-height=\"29.7cm\"");
        layout(xml, "A4Side", "fo:page-width=\"29.7cm\" fo:page-height=\"21cm\" style:print-orientation=\"landscape\"");
        xml.markup("</office:automatic-styles><office:master-styles>");
        master(xml, page, "Standard", "A4");
        master(xml, page, "Side", "A4Side");
        xml.markup("</office:master-styles>");
    }

    private static void layout(Xml xml, String name, String size) throws IOException {
        xml.markup("<style:page-layout style:name=\"" + name + "\"><style:page-layout-properties " + size
                + " fo:margin=\"2cm\"/><style:header-style><style:header-footer-properties fo:min-height=\"0cm\""
                + " fo:margin-bottom=\"0.6cm\"/></style:header-style><style:footer-style><style:header-footer-properties"
                + " fo:min-height=\"0cm\" fo:margin-top=\"0.5cm\"/></style:footer-style></style:page-layout>");
    }

    private static void master(Xml xml, Printed page, String name, String layout) throws IOException {
        xml.markup("<style:master-page style:name=\"" + name + "\" style:page-layout-name=\"" + layout
                        + "\"><style:header><text:p text:style-name=\"Note\">")
                .text(page.imprint().label().text())
                .markup(" · ")
                .text(page.imprint().title())
                .markup("</text:p></style:header><style:footer><text:p text:style-name=\"Note\">")
                .text(page.foot() + (page.content().fictitious() ? " · Données fictives" : "") + " · ")
                .markup("<text:page-number text:select-page=\"current\">1</text:page-number></text:p></style:footer>"
                        + "</style:master-page>");
    }

    private static void paragraph(Xml xml, String name, String shown, String properties, String words)
            throws IOException {
        style(xml, "style:name=\"" + name + "\"" + shown(shown) + " style:class=\"text\"", properties, words);
    }

    /** The first level begins an upright page, also after one laid on its side. */
    private static void heading(Xml xml, int level, String properties, String words) throws IOException {
        String name = "style:name=\"Heading_20_" + level + "\"" + shown("Heading " + level)
                + (level == 1 ? " style:master-page-name=\"Standard\"" : "");
        style(
                xml,
                name + " style:default-outline-level=\"" + level + "\" style:class=\"text\"",
                "fo:keep-with-next=\"always\" " + properties,
                words);
    }

    /** A style like another but for where it stands: after what is before it, or on a page laid on its side. */
    private static void turned(Xml xml, String name, String like, String page, String breaks) throws IOException {
        xml.markup("<style:style style:name=\"" + name + "\" style:display-name=\"" + name.replace("_20_", " ")
                + "\" style:family=\"paragraph\" style:parent-style-name=\"" + like + "\"" + page
                + "><style:paragraph-properties fo:break-before=\"" + breaks + "\"/></style:style>");
    }

    private static String shown(String name) {
        return name.isEmpty() ? "" : " style:display-name=\"" + name + "\"";
    }

    private static void style(Xml xml, String head, String properties, String words) throws IOException {
        xml.markup("<style:style " + head + " style:family=\"paragraph\"><style:paragraph-properties " + properties
                + "/><style:text-properties " + words + "/></style:style>");
    }

    private static void words(Xml xml, String name, String words) throws IOException {
        xml.markup("<style:style style:name=\"" + name + "\" style:family=\"text\"><style:text-properties " + words
                + "/></style:style>");
    }

    private static void meta(Xml xml, Printed page) throws IOException {
        xml.markup("<office:document-meta" + NAMESPACES
                        + "><office:meta><meta:generator>Préau</meta:generator><dc:title>")
                .text(page.imprint().title())
                .markup("</dc:title><dc:subject>")
                .text(page.imprint().perimeter() + ", " + page.imprint().label().text())
                .markup("</dc:subject><dc:language>fr</dc:language><dc:date>"
                        + page.content().frozenAt() + "</dc:date></office:meta></office:document-meta>");
    }

    private static void manifest(Xml xml) throws IOException {
        xml.markup("<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\""
                + " manifest:version=\"1.3\"><manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\""
                + OdtDocument.TYPE + "\"/>");
        for (String part : new String[] {"content.xml", "styles.xml", "meta.xml"}) {
            xml.markup("<manifest:file-entry manifest:full-path=\"" + part + "\" manifest:media-type=\"text/xml\"/>");
        }
        xml.markup("</manifest:manifest>");
    }
}
