package fr.preau.workbook;

import java.io.IOException;
import java.util.List;

/** The parts of an Office Open XML spreadsheet around its rows: styles, protection, the list of answers. */
final class XlsxParts {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private XlsxParts() {}

    /** Number of a style in {@code styles.xml}; 0 is the application's own. */
    static int format(Style style) {
        return style.ordinal() + 1;
    }

    static void beginSheet(Xml xml, Tab tab) throws IOException {
        xml.markup("<worksheet xmlns=\"" + MAIN + "\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews>"
                + "<sheetView workbookViewId=\"0\" showGridLines=\"0\">");
        if (tab.frozenRows() > 0) {
            xml.markup("<pane xSplit=\"" + tab.frozenColumns() + "\" ySplit=\"" + tab.frozenRows() + "\" topLeftCell=\""
                    + XlsxWriter.name(tab.frozenColumns()) + (tab.frozenRows() + 1)
                    + "\" activePane=\"bottomRight\" state=\"frozen\"/><selection pane=\"bottomRight\"/>");
        }
        xml.markup("</sheetView></sheetViews><cols>");
        for (int column = 0; column < tab.widths().size(); column++) {
            xml.markup("<col min=\"" + (column + 1) + "\" max=\"" + (column + 1) + "\" width=\""
                    + tab.widths().get(column) + "\" customWidth=\"1\"/>");
        }
        xml.markup("</cols><sheetData>");
    }

    static void endSheet(Xml xml, boolean locked, List<String> merged, List<String> listed) throws IOException {
        xml.markup("</sheetData>");
        if (locked) {
            xml.markup("<sheetProtection sheet=\"1\" objects=\"1\" scenarios=\"1\" formatColumns=\"0\""
                    + " formatRows=\"0\"/>");
        }
        if (!merged.isEmpty()) {
            xml.markup("<mergeCells count=\"" + merged.size() + "\">");
            for (String range : merged) {
                xml.markup("<mergeCell ref=\"" + range + "\"/>");
            }
            xml.markup("</mergeCells>");
        }
        if (!listed.isEmpty()) {
            xml.markup(
                            "<dataValidations count=\"1\"><dataValidation type=\"list\" allowBlank=\"1\" showErrorMessage=\"1\""
                                    + " errorTitle=\"")
                    .text(Wording.CHOOSE)
                    .markup("\" error=\"")
                    .text(Wording.CHOOSE_WHY)
                    .markup("\" sqref=\"" + String.join(" ", listed) + "\"><formula1>")
                    .text("\"" + String.join(",", Wording.labels()) + "\"")
                    .markup("</formula1></dataValidation></dataValidations>");
        }
        xml.markup(
                "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.4\" bottom=\"0.4\" header=\"0.2\" footer=\"0.2\"/>"
                        + "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/></worksheet>");
    }

    static void workbook(Xml xml, List<Tab> tabs) throws IOException {
        xml.markup("<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><bookViews><workbookView"
                + " activeTab=\"0\"/></bookViews><sheets>");
        for (int number = 1; number <= tabs.size(); number++) {
            Tab tab = tabs.get(number - 1);
            xml.markup("<sheet name=\"")
                    .text(tab.name())
                    .markup("\" sheetId=\"" + number + "\" r:id=\"s" + number + "\""
                            + (tab.hidden() ? " state=\"veryHidden\"" : "") + "/>");
        }
        xml.markup("</sheets></workbook>");
    }

    static void relations(Xml xml, int sheets) throws IOException {
        xml.markup("<Relationships xmlns=\"" + PACKAGE + "relationships\">");
        for (int number = 1; number <= sheets; number++) {
            xml.markup("<Relationship Id=\"s" + number + "\" Type=\"" + OFFICE
                    + "/worksheet\" Target=\"worksheets/sheet" + number + ".xml\"/>");
        }
        xml.markup(
                "<Relationship Id=\"styles\" Type=\"" + OFFICE + "/styles\" Target=\"styles.xml\"/></Relationships>");
    }

    static void root(Xml xml) throws IOException {
        xml.markup("<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"book\" Type=\"" + OFFICE
                + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
    }

    static void types(Xml xml, int sheets) throws IOException {
        xml.markup("<Types xmlns=\"" + PACKAGE + "content-types\"><Default Extension=\"rels\" ContentType=\""
                + "application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\""
                + " ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"" + KIND
                + "sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"" + KIND + "styles+xml\"/>");
        for (int number = 1; number <= sheets; number++) {
            xml.markup("<Override PartName=\"/xl/worksheets/sheet" + number + ".xml\" ContentType=\"" + KIND
                    + "worksheet+xml\"/>");
        }
        xml.markup("</Types>");
    }

    private static String fill(Style style) {
        if (style.fill == null) {
            return "<patternFill patternType=\"none\"/>";
        }
        String colour = "rgb=\"FF" + style.fill + "\"/></patternFill>";
        return style.has(Style.Trait.HATCHED)
                ? "<patternFill patternType=\"lightUp\"><fgColor rgb=\"FF847D71\"/><bgColor " + colour
                : "<patternFill patternType=\"solid\"><fgColor " + colour;
    }

    static void styles(Xml xml) throws IOException {
        Style[] styles = Style.values();
        xml.markup(
                "<styleSheet xmlns=\"" + MAIN + "\"><numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"0.0%\"/>"
                        + "<numFmt numFmtId=\"165\" formatCode=\"+0.0%;-0.0%;0.0%\"/></numFmts><fonts count=\""
                        + (styles.length + 1)
                        + "\"><font><sz val=\"10\"/><name val=\"Arial\"/></font>");
        for (Style style : styles) {
            xml.markup("<font>" + (style.has(Style.Trait.BOLD) ? "<b/>" : "") + "<sz val=\"" + style.size
                    + "\"/><color rgb=\"FF" + style.ink + "\"/><name val=\"Arial\"/></font>");
        }
        xml.markup(
                "</fonts><fills count=\"" + (styles.length + 2) + "\"><fill><patternFill patternType=\"none\"/></fill>"
                        + "<fill><patternFill patternType=\"gray125\"/></fill>");
        for (Style style : styles) {
            xml.markup("<fill>" + fill(style) + "</fill>");
        }
        String side = " style=\"thin\"><color rgb=\"FFD9D2C5\"/></";
        xml.markup(
                "</fills><borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border><border><left"
                        + side + "left><right" + side + "right><top" + side + "top><bottom" + side
                        + "bottom><diagonal/></border></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\""
                        + (styles.length + 1) + "\"><xf xfId=\"0\"/>");
        for (Style style : styles) {
            xml.markup("<xf numFmtId=\"" + style.number + "\" fontId=\"" + format(style) + "\" fillId=\""
                    + (format(style) + 1)
                    + "\" borderId=\"" + (style.has(Style.Trait.LINES) ? 1 : 0)
                    + "\" xfId=\"0\" applyNumberFormat=\"1\""
                    + " applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\" applyProtection=\"1\">"
                    + "<alignment vertical=\"top\"" + (style.has(Style.Trait.WRAP) ? " wrapText=\"1\"" : "")
                    + "/><protection locked=\"" + (style.has(Style.Trait.OPEN) ? 0 : 1) + "\"/></xf>");
        }
        xml.markup("</cellXfs></styleSheet>");
    }
}
