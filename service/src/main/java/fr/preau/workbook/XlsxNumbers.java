package fr.preau.workbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Numbers as one reads them in a cell: « 12 », « 3,5 », and the days that a spreadsheet keeps as numbers, « 12/03/2026 ».
 *
 * @param days the styles whose numbers are days
 */
record XlsxNumbers(Set<String> days) {
    static final XlsxNumbers PLAIN = new XlsxNumbers(Set.of());

    private static final LocalDateTime FIRST = LocalDate.of(1899, 12, 30).atStartOfDay();
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm");
    private static final long SECONDS_A_DAY = 86_400;
    private static final double LAST = 2_958_466;

    /** Reads which styles show days out of {@code styles.xml}. */
    static XlsxNumbers read(XMLStreamReader xml) throws XMLStreamException {
        Map<String, String> codes = new HashMap<>();
        Set<String> days = new HashSet<>();
        boolean formats = false;
        int style = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "numFmt" ->
                        codes.put(
                                xml.getAttributeValue(null, "numFmtId"),
                                Objects.requireNonNullElse(xml.getAttributeValue(null, "formatCode"), ""));
                    case "cellXfs" -> formats = true;
                    case "xf" -> {
                        if (formats) {
                            String format = Objects.requireNonNullElse(xml.getAttributeValue(null, "numFmtId"), "0");
                            if (shows(format, codes.getOrDefault(format, ""))) {
                                days.add(String.valueOf(style));
                            }
                            style++;
                        }
                    }
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("cellXfs")) {
                formats = false;
            }
        }
        return new XlsxNumbers(Set.copyOf(days));
    }

    /** Whether a format shows a day: those of the standard, and those whose pattern has a year or a day. */
    private static boolean shows(String format, String code) {
        if (format.matches("1[4-9]|2[0-2]|2[7-9]|3[0-6]|4[5-7]|5[0-8]")) {
            return true;
        }
        return code.replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.", "").matches("(?is).*[dyj].*");
    }

    String text(String value, String style) {
        if (value.isEmpty()) {
            return "";
        }
        try {
            BigDecimal number = new BigDecimal(value);
            if (number.precision() - number.scale() > 30 || number.scale() > 400) {
                return value;
            }
            if (days.contains(style) && number.signum() > 0 && number.doubleValue() < LAST) {
                return day(number);
            }
            BigDecimal bare = number.setScale(Math.min(number.scale(), 15), RoundingMode.HALF_UP)
                    .stripTrailingZeros();
            return bare.toPlainString().replace('.', ',');
        } catch (NumberFormatException e) {
            return value;
        }
    }

    private static String day(BigDecimal number) {
        long seconds = number.multiply(BigDecimal.valueOf(SECONDS_A_DAY))
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
        LocalDateTime time = FIRST.plusSeconds(seconds);
        return seconds % SECONDS_A_DAY == 0 ? DAY.format(time) : TIME.format(time);
    }
}
