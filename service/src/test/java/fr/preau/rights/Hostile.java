package fr.preau.rights;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Generates what nobody in good faith sends, the same from the same seed. Whatever carries markup carries
 * {@link #MARK}, so that a page that gives it back as markup shows.
 */
final class Hostile {
    /** A tag that no page of ours holds. */
    static final String MARK = "<zq7x";

    private static final List<String> TEXTS = List.of(
            MARK + " onload=alert(1)>",
            "\"'>" + MARK + "/onclick=x>",
            "</script>" + MARK + ">",
            "${7*7}{{7*7}}@" + MARK + ">",
            "<!--" + MARK + "-->",
            "'; DROP TABLE audit; --" + MARK,
            "\u202e" + MARK + ">\u202c\u2066\u2069",
            "a\u0000b",
            "\u0007\u001b[31m\u009f",
            "\r\nX-Injected: 1\r\n\r\n" + MARK + ">",
            "%0d%0aX-Injected:%201",
            "\ud800",
            "\ufeff\ufffe\uffff",
            "../../../../etc/passwd",
            "..\\..\\windows",
            "%2e%2e%2f%2e%2e%2f",
            ";jsessionid=1",
            "9".repeat(400),
            "-1",
            "0",
            "9223372036854775808",
            "1e999",
            "NaN",
            "null",
            "true",
            "[]",
            "{}",
            "",
            " ",
            "é".repeat(300),
            "😀".repeat(50),
            "=cmd|' /C calc'!A0",
            "jndi:ldap://127.0.0.1/x",
            "a".repeat(3_000),
            "١٢٣",
            "１２３");

    private static final List<String> PATHS = List.of(
            "..",
            ".",
            "%2e%2e",
            "..;",
            "%00",
            "%",
            "%zz",
            "%c0%ae",
            "%ff",
            "%2f",
            "%5c",
            "\\",
            "//",
            ";a=b",
            "a%0d%0ab");

    private final Random random;

    Hostile(long seed) {
        random = new Random(seed);
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    boolean often() {
        return random.nextInt(3) > 0;
    }

    boolean seldom() {
        return random.nextInt(6) == 0;
    }

    String text() {
        return often()
                ? oneOf(TEXTS)
                : random.ints(1 + random.nextInt(60), 0, 0x3000)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining());
    }

    /** A path segment as bytes on the wire may hold it. */
    String segment() {
        return seldom() ? oneOf(PATHS) : encoded(text());
    }

    /** Without what would end a header; what may be smuggled into one is {@link #header}. */
    String field() {
        return encoded(text());
    }

    /** A header's value with anything but what ends the request itself. */
    String header() {
        return text().replace("\r\n\r\n", "\r\n");
    }

    /** Form fields, with names that the pages know and values that they don't. */
    String form() {
        List<String> names = List.of(
                "verdict",
                "comment",
                "version",
                "then",
                "reason",
                "reason.SAU-02",
                "reasons",
                "etape",
                "email",
                "name",
                "employer",
                "role",
                "unit",
                "present",
                "password",
                "personne",
                "retour",
                "opensOn",
                "closesOn",
                "level.ECOLE",
                "withPrivate");
        return IntStream.range(0, 1 + random.nextInt(6))
                .mapToObj(i -> (often() ? oneOf(names) : field()) + "=" + field())
                .collect(Collectors.joining("&"));
    }

    /** JSON, near JSON, and JSON without end. */
    String json() {
        return switch (random.nextInt(7)) {
            case 0 -> "[".repeat(1 + random.nextInt(5_000));
            case 1 -> "{\"a\":".repeat(1 + random.nextInt(3_000)) + "1";
            case 2 -> "{\"verdict\":" + quoted(text()) + ",\"comment\":" + quoted(text()) + "}";
            case 3 -> "{\"decision\":\"SEND_BACK\",\"reasons\":{" + quoted(text()) + ":" + quoted(text()) + "}}";
            case 4 ->
                "{\"verdict\":\"PARTIEL\"," + quoted(text()) + ":" + oneOf(List.of("1", "[]", "{}", "null")) + "}";
            case 5 -> text();
            default -> "{\"verdict\":" + oneOf(List.of("1e999999", "-0", "[[]]", "{}", "1".repeat(900))) + "}";
        };
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
