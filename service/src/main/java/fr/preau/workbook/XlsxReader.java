package fr.preau.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads an Office Open XML spreadsheet: shared and inline texts, numbers and days as they are typed in French. */
final class XlsxReader implements BookReader {
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final Parts parts;

    XlsxReader(Parts parts) {
        this.parts = parts;
    }

    @Override
    public void read(Predicate<String> wanted, Rows rows) {
        Map<String, String> targets = parts.read("xl/_rels/workbook.xml.rels", XlsxReader::targets);
        Map<String, String> sheets = parts.read("xl/workbook.xml", XlsxReader::sheets);
        List<String> texts =
                parts.has("xl/sharedStrings.xml") ? parts.read("xl/sharedStrings.xml", XlsxReader::texts) : List.of();
        XlsxNumbers numbers =
                parts.has("xl/styles.xml") ? parts.read("xl/styles.xml", XlsxNumbers::read) : XlsxNumbers.PLAIN;
        sheets.forEach((name, relation) -> {
            if (wanted.test(name)) {
                String target = Objects.requireNonNullElse(targets.get(relation), "");
                String path = target.startsWith("/") ? target.substring(1) : "xl/" + target;
                parts.read(path, xml -> rows(xml, new Cells(texts, numbers), cells -> rows.row(name, cells)));
            }
        });
    }

    /** What a cell refers to. */
    private record Cells(List<String> texts, XlsxNumbers numbers) {}

    /** Takes a row of the sheet that is read. */
    private interface Row {
        void take(List<String> cells);
    }

    private static boolean rows(XMLStreamReader xml, Cells cells, Row taken) throws XMLStreamException {
        List<String> row = new ArrayList<>();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
                int column = column(xml.getAttributeValue(null, "r"), row.size());
                String text = cell(xml, cells);
                if (!text.isEmpty() && column < MOST_COLUMNS) {
                    while (row.size() < column) {
                        row.add("");
                    }
                    row.add(text);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("row")) {
                if (!row.isEmpty()) {
                    taken.take(row);
                }
                row = new ArrayList<>();
            }
        }
        return true;
    }

    private static String cell(XMLStreamReader xml, Cells cells) throws XMLStreamException {
        String type = Objects.requireNonNullElse(xml.getAttributeValue(null, "t"), "n");
        String style = Objects.requireNonNullElse(xml.getAttributeValue(null, "s"), "0");
        String value = "";
        String inline = "";
        while (!(xml.next() == XMLStreamConstants.END_ELEMENT
                && xml.getLocalName().equals("c"))) {
            if (xml.isStartElement() && xml.getLocalName().equals("v")) {
                value = xml.getElementText();
            } else if (xml.isStartElement() && xml.getLocalName().equals("is")) {
                inline = text(xml, "is");
            }
        }
        return switch (type) {
            case "s" -> shared(cells.texts(), value);
            case "inlineStr" -> inline;
            case "str" -> decoded(value);
            case "b" -> value.equals("1") ? "VRAI" : value.isEmpty() ? "" : "FAUX";
            case "n" -> cells.numbers().text(value, style);
            default -> value;
        };
    }

    private static String shared(List<String> texts, String value) {
        try {
            return texts.get(Integer.parseInt(value));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw Parts.unreadable();
        }
    }

    private static Map<String, String> targets(XMLStreamReader xml) throws XMLStreamException {
        Map<String, String> targets = new HashMap<>();
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("Relationship")) {
                targets.put(xml.getAttributeValue(null, "Id"), xml.getAttributeValue(null, "Target"));
            }
        }
        return targets;
    }

    private static Map<String, String> sheets(XMLStreamReader xml) throws XMLStreamException {
        Map<String, String> sheets = new LinkedHashMap<>();
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("sheet")) {
                sheets.put(
                        Objects.requireNonNullElse(xml.getAttributeValue(null, "name"), ""),
                        Objects.requireNonNullElse(xml.getAttributeValue(OFFICE, "id"), ""));
            }
        }
        return sheets;
    }

    private static List<String> texts(XMLStreamReader xml) throws XMLStreamException {
        List<String> texts = new ArrayList<>();
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("si")) {
                texts.add(text(xml, "si"));
            }
        }
        return texts;
    }

    /** The runs of a text, one after the other; not how it is pronounced. */
    private static String text(XMLStreamReader xml, String element) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (!(xml.next() == XMLStreamConstants.END_ELEMENT
                && xml.getLocalName().equals(element))) {
            if (xml.isStartElement() && xml.getLocalName().equals("rPh")) {
                OdsReader.skip(xml);
            } else if (xml.isStartElement() && xml.getLocalName().equals("t")) {
                text.append(xml.getElementText());
            }
        }
        if (text.length() > MOST_CHARACTERS) {
            throw Parts.tooLarge();
        }
        return decoded(text.toString());
    }

    private static String decoded(String text) {
        return ESCAPED.matcher(text).replaceAll(XlsxReader::character);
    }

    private static String character(MatchResult escaped) {
        String c = String.valueOf((char) Integer.parseInt(escaped.group(1), 16));
        return Matcher.quoteReplacement(c);
    }

    /** Index of the column that {@code AB12} names; a cell without a name follows the one before. */
    private static int column(@Nullable String reference, int next) {
        if (reference == null) {
            return next;
        }
        int column = 0;
        for (int i = 0;
                i < reference.length() && Character.isLetter(reference.charAt(i)) && column < MOST_COLUMNS;
                i++) {
            column = column * 26 + (Character.toUpperCase(reference.charAt(i)) - 'A' + 1);
        }
        return column - 1;
    }
}
