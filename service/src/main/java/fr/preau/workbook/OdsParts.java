package fr.preau.workbook;

import java.io.IOException;
import java.util.List;

/** The parts of an OpenDocument spreadsheet around its rows: styles, the list of answers, what stays when one scrolls. */
final class OdsParts {
    private static final String NAMESPACES = " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
            + " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
            + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
            + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
            + " xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\""
            + " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
            + " xmlns:config=\"urn:oasis:names:tc:opendocument:xmlns:config:1.0\""
            + " xmlns:of=\"urn:oasis:names:tc:opendocument:xmlns:of:1.2\" office:version=\"1.3\"";
    private static final double CENTIMETRES = 0.2;
    private static final String FONT =
            " fo:font-family=\"Arial, 'Liberation Sans', sans-serif\" fo:font-size=\"%dpt\" fo:color=\"#%s\"%s";

    private OdsParts() {}

    /** Up to the first sheet. */
    static void beginContent(Xml xml) throws IOException {
        xml.markup("<office:document-content" + NAMESPACES + "><office:automatic-styles>");
        xml.markup("<number:text-style style:name=\"text\"><number:text-content/></number:text-style>"
                + "<number:number-style style:name=\"whole\"><number:number number:decimal-places=\"0\""
                + " number:min-integer-digits=\"1\" number:grouping=\"true\"/></number:number-style>"
                + "<number:percentage-style style:name=\"share\"><number:number number:decimal-places=\"1\""
                + " number:min-integer-digits=\"1\"/><number:text>\u00a0%</number:text></number:percentage-style>");
        for (String shown : new String[] {"shown", "hidden"}) {
            xml.markup("<style:style style:name=\"" + shown + "\" style:family=\"table\""
                    + " style:master-page-name=\"Default\"><style:table-properties table:display=\""
                    + shown.equals("shown") + "\"/></style:style>");
        }
        for (int width : Layout.WIDTHS) {
            xml.markup("<style:style style:name=\"w" + width + "\" style:family=\"table-column\">"
                    + "<style:table-column-properties style:column-width=\""
                    + Math.round(width * CENTIMETRES * 100) / 100.0 + "cm\"/></style:style>");
        }
        for (int height : Layout.HEIGHTS) {
            xml.markup("<style:style style:name=\"h" + height + "\" style:family=\"table-row\">"
                    + "<style:table-row-properties style:row-height=\"" + height
                    + "pt\" style:use-optimal-row-height=\"false\"/></style:style>");
        }
        for (Style style : Style.values()) {
            cellStyle(xml, style);
        }
        xml.markup("</office:automatic-styles><office:body><office:spreadsheet>");
        answers(xml);
    }

    private static String data(Style style) {
        if (!style.has(Style.Trait.NUMERIC)) {
            return "text";
        }
        return style == Style.NUMBER ? "whole" : "share";
    }

    private static void cellStyle(Xml xml, Style style) throws IOException {
        boolean open = style.has(Style.Trait.OPEN);
        xml.markup("<style:style style:name=\"s" + style.name() + "\" style:family=\"table-cell\""
                + " style:parent-style-name=\"Default\" style:data-style-name=\"" + data(style)
                + "\"><style:table-cell-properties"
                + " style:cell-protect=\"" + (open ? "none" : "protected") + "\" style:vertical-align=\"top\""
                + (style.has(Style.Trait.WRAP) ? " fo:wrap-option=\"wrap\"" : "")
                + (style.has(Style.Trait.LINES) ? " fo:border=\"0.5pt solid #d9d2c5\"" : "")
                + (style.has(Style.Trait.HATCHED) ? " style:diagonal-bl-tr=\"0.5pt solid #847d71\"" : "")
                + (style.fill == null ? "" : " fo:background-color=\"#" + style.fill + "\"") + "/>");
        String bold = style.has(Style.Trait.BOLD) ? " fo:font-weight=\"bold\"" : "";
        xml.markup("<style:text-properties" + FONT.formatted(style.size, style.ink, bold) + "/></style:style>");
    }

    private static void answers(Xml xml) throws IOException {
        xml.markup("<table:content-validations><table:content-validation table:name=\"answers\""
                        + " table:allow-empty-cell=\"true\" table:display-list=\"unsorted\""
                        + " table:condition=\"of:cell-content-is-in-list(")
                .text("\"" + String.join("\";\"", Wording.labels()) + "\"")
                .markup(")\"><table:error-message table:message-type=\"stop\" table:display=\"true\" table:title=\"")
                .text(Wording.CHOOSE)
                .markup("\"><text:p>")
                .text(Wording.CHOOSE_WHY)
                .markup("</text:p></table:error-message></table:content-validation></table:content-validations>");
    }

    static void styles(Xml xml) throws IOException {
        xml.markup("<office:document-styles" + NAMESPACES + "><office:styles><style:style style:name=\"Default\""
                + " style:family=\"table-cell\"><style:text-properties fo:language=\"fr\" fo:country=\"FR\""
                + FONT.formatted(10, "1e2830", "") + "/></style:style></office:styles><office:automatic-styles>"
                + "<style:page-layout style:name=\"page\"><style:page-layout-properties fo:page-width=\"29.7cm\""
                + " fo:page-height=\"21cm\" style:print-orientation=\"landscape\" fo:margin=\"1.2cm\""
                + " style:scale-to-X=\"1\" style:scale-to-Y=\"0\"/></style:page-layout></office:automatic-styles>"
                + "<office:master-styles><style:master-page style:name=\"Default\" style:page-layout-name=\"page\"/>"
                + "</office:master-styles></office:document-styles>");
    }

    /** Opens on the first sheet, with the heads of each fixed. */
    static void settings(Xml xml, List<Tab> tabs) throws IOException {
        xml.markup("<office:document-settings" + NAMESPACES + "><office:settings><config:config-item-set"
                + " config:name=\"ooo:view-settings\"><config:config-item-map-indexed config:name=\"Views\">"
                + "<config:config-item-map-entry><config:config-item config:name=\"ViewId\" config:type=\"string\">view1"
                + "</config:config-item><config:config-item-map-named config:name=\"Tables\">");
        for (Tab tab : tabs) {
            xml.markup("<config:config-item-map-entry config:name=\"")
                    .text(tab.name())
                    .markup("\">");
            fixed(xml, "Horizontal", tab.frozenColumns(), "PositionRight");
            fixed(xml, "Vertical", tab.frozenRows(), "PositionBottom");
            xml.markup("</config:config-item-map-entry>");
        }
        xml.markup("</config:config-item-map-named><config:config-item config:name=\"ActiveTable\""
                        + " config:type=\"string\">")
                .text(tabs.get(0).name())
                .markup("</config:config-item></config:config-item-map-entry></config:config-item-map-indexed>"
                        + "</config:config-item-set></office:settings></office:document-settings>");
    }

    private static void fixed(Xml xml, String way, int count, String pane) throws IOException {
        if (count > 0) {
            item(xml, way + "SplitMode", "short", 2);
            item(xml, way + "SplitPosition", "int", count);
            item(xml, pane, "int", count);
        }
    }

    private static void item(Xml xml, String name, String type, int value) throws IOException {
        xml.markup("<config:config-item config:name=\"" + name + "\" config:type=\"" + type + "\">" + value
                + "</config:config-item>");
    }

    static void manifest(Xml xml) throws IOException {
        xml.markup("<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\""
                + " manifest:version=\"1.3\"><manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\""
                + OdsWriter.TYPE + "\"/>");
        for (String part : new String[] {"content.xml", "styles.xml", "settings.xml"}) {
            xml.markup("<manifest:file-entry manifest:full-path=\"" + part + "\" manifest:media-type=\"text/xml\"/>");
        }
        xml.markup("</manifest:manifest>");
    }
}
