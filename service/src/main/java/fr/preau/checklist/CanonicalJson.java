package fr.preau.checklist;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.TreeSet;

/**
 * The one written form of a JSON value, after RFC 8785: members sorted by name, no spaces, shortest escapes, numbers
 * without useless zeros. Two files that say the same have the same form, hence the same SHA-256.
 *
 * <p>Numbers are written in plain decimals, which is the RFC's form for all that a checklist holds (small integers and
 * halves); not for huge or tiny ones.
 */
final class CanonicalJson {
    private CanonicalJson() {}

    static String write(JsonNode value) {
        StringBuilder out = new StringBuilder();
        append(value, out);
        return out.toString();
    }

    /** SHA-256 of the canonical form in UTF-8, in lower-case hexadecimal. */
    static String sha256(String canonical) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(canonical.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void append(JsonNode value, StringBuilder out) {
        if (value.isObject()) {
            appendObject(value, out);
        } else if (value.isArray()) {
            appendArray(value, out);
        } else if (value.isNumber()) {
            out.append(value.decimalValue().stripTrailingZeros().toPlainString());
        } else if (value.isTextual()) {
            appendText(value.textValue(), out);
        } else {
            out.append(value.asText());
        }
    }

    private static void appendObject(JsonNode value, StringBuilder out) {
        TreeSet<String> names = new TreeSet<>();
        value.fieldNames().forEachRemaining(names::add);
        String separator = "";
        out.append('{');
        for (String name : names) {
            out.append(separator);
            appendText(name, out);
            out.append(':');
            append(value.get(name), out);
            separator = ",";
        }
        out.append('}');
    }

    private static void appendArray(JsonNode value, StringBuilder out) {
        out.append('[');
        for (Iterator<JsonNode> items = value.elements(); items.hasNext(); ) {
            append(items.next(), out);
            if (items.hasNext()) {
                out.append(',');
            }
        }
        out.append(']');
    }

    private static void appendText(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            appendCharacter(text.charAt(i), out);
        }
        out.append('"');
    }

    private static void appendCharacter(char c, StringBuilder out) {
        int shorthand = "\b\t\n\f\r\"\\".indexOf(c);
        if (shorthand >= 0) {
            out.append('\\').append("btnfr\"\\".charAt(shorthand));
        } else if (c < ' ') {
            out.append("\\u%04x".formatted((int) c));
        } else {
            out.append(c);
        }
    }
}
