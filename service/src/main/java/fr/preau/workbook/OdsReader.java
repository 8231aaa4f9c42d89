package fr.preau.workbook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads an OpenDocument spreadsheet. A cell is what one sees in it, numbers and days too; what repeats is not written
 * out, and spaces and tabs are elements.
 */
final class OdsReader implements BookReader {
    private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";

    private final Parts parts;

    OdsReader(Parts parts) {
        this.parts = parts;
    }

    @Override
    public void read(Predicate<String> wanted, Rows rows) {
        parts.read("content.xml", xml -> {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("table")) {
                    table(xml, wanted, rows);
                }
            }
            return true;
        });
    }

    private static void table(XMLStreamReader xml, Predicate<String> wanted, Rows rows) throws XMLStreamException {
        String name = Optional.ofNullable(xml.getAttributeValue(TABLE, "name")).orElse("");
        boolean taken = wanted.test(name);
        while (!ends(xml, "table")) {
            if (xml.isStartElement() && xml.getLocalName().equals("table-row") && taken) {
                List<String> cells = row(xml);
                if (!cells.isEmpty()) {
                    rows.row(name, cells);
                }
            } else if (xml.isStartElement() && xml.getLocalName().equals("shapes")) {
                skip(xml);
            }
        }
    }

    /** Without the empty cells at its end: those repeat to the edge of the sheet. */
    private static List<String> row(XMLStreamReader xml) throws XMLStreamException {
        List<String> cells = new ArrayList<>();
        int empty = 0;
        while (!ends(xml, "table-row")) {
            if (!xml.isStartElement()) {
                continue;
            }
            boolean covered = xml.getLocalName().equals("covered-table-cell");
            if (!covered && !xml.getLocalName().equals("table-cell")) {
                skip(xml);
                continue;
            }
            int times = number(xml.getAttributeValue(TABLE, "number-columns-repeated"));
            String text = cell(xml, xml.getLocalName());
            if (covered || text.isEmpty()) {
                empty = Math.min(MOST_COLUMNS, empty + times);
            } else if (cells.size() + empty + times <= MOST_COLUMNS) {
                cells.addAll(Collections.nCopies(empty, ""));
                cells.addAll(Collections.nCopies(times, text));
                empty = 0;
            }
        }
        return cells;
    }

    private static String cell(XMLStreamReader xml, String element) throws XMLStreamException {
        String value = xml.getAttributeValue(OFFICE, "string-value");
        StringBuilder text = new StringBuilder();
        boolean seen = false;
        while (!ends(xml, element)) {
            if (!xml.isStartElement()) {
                continue;
            }
            if (xml.getLocalName().equals("p") && TEXT.equals(xml.getNamespaceURI())) {
                text.append(seen ? "\n" : "");
                seen = true;
                paragraph(xml, text);
            } else {
                // A note, a drawing: beside the cell's text.
                skip(xml);
            }
        }
        return seen || value == null ? text.toString() : value;
    }

    private static void paragraph(XMLStreamReader xml, StringBuilder text) throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (xml.getLocalName().equals("annotation")) {
                        skip(xml);
                    } else {
                        depth++;
                        text.append(meant(xml));
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE, XMLStreamConstants.CDATA ->
                    append(text, xml);
                default -> {}
            }
        }
    }

    private static void append(StringBuilder text, XMLStreamReader xml) {
        if (text.length() + xml.getTextLength() > MOST_CHARACTERS) {
            throw Parts.tooLarge();
        }
        // Line ends and tabs of the file itself are spaces to whoever reads OpenDocument.
        text.append(xml.getText().replaceAll("[\\n\\r\\t]", " "));
    }

    private static String meant(XMLStreamReader xml) {
        return switch (xml.getLocalName()) {
            case "s" -> " ".repeat(Math.min(MOST_CHARACTERS, number(xml.getAttributeValue(TEXT, "c"))));
            case "tab" -> "\t";
            case "line-break" -> "\n";
            default -> "";
        };
    }

    private static int number(String text) {
        try {
            return text == null ? 1 : Math.max(1, Integer.parseInt(text));
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    /** Goes one step further; true at the end of the element. */
    private static boolean ends(XMLStreamReader xml, String element) throws XMLStreamException {
        if (xml.next() == XMLStreamConstants.END_DOCUMENT) {
            throw new XMLStreamException("cut off within " + element);
        }
        return xml.isEndElement() && xml.getLocalName().equals(element);
    }

    /** Leaves the element with all that is in it. */
    static void skip(XMLStreamReader xml) throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }
}
