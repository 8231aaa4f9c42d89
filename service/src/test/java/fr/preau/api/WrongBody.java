package fr.preau.api;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A body that an endpoint can't take, and what it must answer.
 *
 * @param field a field that the reply must name, null when none is at fault alone
 */
record WrongBody(
        String name, byte[] body, int status, @Nullable String of) {

    Optional<String> field() {
        return Optional.ofNullable(of);
    }

    @Override
    public String toString() {
        return name;
    }

    private static WrongBody of(String name, String body, int status, @Nullable String field) {
        return new WrongBody(name, body.getBytes(StandardCharsets.UTF_8), status, field);
    }

    private static WrongBody comment(String name, String json, int status) {
        return of(name, "{\"verdict\":\"PARTIEL\",\"comment\":" + json + "}", status, "comment");
    }

    private static WrongBody verdict(String name, String json) {
        return of(name, "{\"verdict\":" + json + "}", 400, "verdict");
    }

    static Stream<WrongBody> answers() {
        return Stream.of(unreadable(), verdicts(), comments()).flatMap(all -> all);
    }

    private static Stream<WrongBody> verdicts() {
        return Stream.of(
                of("no verdict", "{}", 400, "verdict"),
                of("no verdict but a comment", "{\"comment\":\"x\"}", 400, "verdict"),
                verdict("verdict null", "null"),
                verdict("verdict empty", "\"\""),
                verdict("verdict blank", "\" \""),
                verdict("verdict in lower case", "\"partiel\""),
                verdict("verdict with a hyphen", "\"NON-CONFORME\""),
                verdict("verdict unknown", "\"PEUT_ETRE\""),
                verdict("verdict a number", "1"),
                verdict("verdict a fraction", "0.5"),
                verdict("verdict true", "true"),
                verdict("verdict a list", "[\"PARTIEL\"]"),
                verdict("verdict an object", "{}"),
                verdict("verdict very long", "\"" + "V".repeat(60_000) + "\""),
                of("verdict twice", "{\"verdict\":\"PARTIEL\",\"verdict\":\"CONFORME\"}", 400, null),
                of("not applicable, no reason", "{\"verdict\":\"NON_APPLICABLE\"}", 422, "comment"),
                of("not applicable, blank", "{\"verdict\":\"NON_APPLICABLE\",\"comment\":\" \\n\"}", 422, "comment"),
                of("a field too many", "{\"verdict\":\"PARTIEL\",\"version\":3}", 400, "version"),
                of("a class to build", "{\"@class\":\"java.lang.Runtime\",\"verdict\":\"PARTIEL\"}", 400, "@class"),
                of("a prototype", "{\"__proto__\":{},\"verdict\":\"PARTIEL\"}", 400, "__proto__"));
    }

    private static Stream<WrongBody> comments() {
        return Stream.of(
                comment("comment a number", "5", 400),
                comment("comment a fraction", "1.5", 400),
                comment("comment true", "true", 400),
                comment("comment a list", "[\"a\"]", 400),
                comment("comment an object", "{\"a\":1}", 400),
                comment("comment too long", "\"" + "a".repeat(4001) + "\"", 422),
                comment("comment of 60 kB", "\"" + "a".repeat(60_000) + "\"", 422),
                comment("a zero in the comment", "\"a\\u0000b\"", 422),
                comment("a bell in the comment", "\"a\\u0007b\"", 422),
                comment("an escape in the comment", "\"\\u001b[31m\"", 422),
                comment("a C1 control in the comment", "\"a\\u009fb\"", 422),
                comment("half a surrogate pair", "\"a\\ud800b\"", 422),
                comment("a pair upside down", "\"\\udc00\\ud800\"", 422));
    }

    private static Stream<WrongBody> unreadable() {
        String deep = "{\"verdict\":\"PARTIEL\",\"comment\":";
        return Stream.of(
                of("nothing", "", 400, null),
                of("spaces", "  \n ", 400, null),
                of("null", "null", 400, null),
                of("a list", "[]", 400, null),
                of("a list of answers", "[{\"verdict\":\"PARTIEL\"}]", 400, null),
                of("a number", "3", 400, null),
                of("a text", "\"PARTIEL\"", 400, null),
                of("a huge number", "9".repeat(50_000), 400, null),
                of("a huge number in a field", "{\"verdict\":" + "9".repeat(50_000) + "}", 400, null),
                of("a huge exponent", "{\"verdict\":1e999999999}", 400, null),
                of("not a number", "{\"verdict\":NaN}", 400, null),
                of("cut short", "{\"verdict\":\"PARTI", 400, null),
                of("not closed", "{\"verdict\":\"PARTIEL\"", 400, null),
                of("more behind", "{\"verdict\":\"PARTIEL\"} {\"verdict\":\"CONFORME\"}", 400, null),
                of("rubbish behind", "{\"verdict\":\"PARTIEL\"}x", 400, null),
                of("single quotes", "{'verdict':'PARTIEL'}", 400, null),
                of("a comment of code", "{/* a */\"verdict\":\"PARTIEL\"}", 400, null),
                of("a trailing comma", "{\"verdict\":\"PARTIEL\",}", 400, null),
                of("a bare control", deep + "\"a\u0001b\"}", 400, null),
                of("a wrong escape", deep + "\"\\x\"}", 400, null),
                of("deep lists", deep + "[".repeat(1000) + "]".repeat(1000) + "}", 400, null),
                of("lists to the limit", "[".repeat(60_000), 400, null),
                of("deep objects in a field too many", "{\"a\":".repeat(500) + "1" + "}".repeat(500), 400, null),
                of("a field name of 50 kB", "{\"" + "n".repeat(50_000) + "\":1}", 400, null),
                of("a form", "verdict=PARTIEL&comment=x", 400, null),
                of("XML", "<?xml version=\"1.0\"?><verdict>PARTIEL</verdict>", 400, null),
                new WrongBody(
                        "bytes that are no UTF-8", new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"'}, 400, null),
                new WrongBody("zeros", new byte[64], 400, null),
                new WrongBody("high bytes", new byte[] {0, 0, (byte) 0xff, (byte) 0xff, 1, 2, 3, 4}, 400, null),
                new WrongBody("half of UTF-32", new byte[] {0, 0, 0, '{', 0, 0}, 400, null),
                new WrongBody(
                        "Latin-1",
                        "{\"verdict\":\"PARTIEL\",\"comment\":\"été\"}".getBytes(StandardCharsets.ISO_8859_1),
                        400,
                        null));
    }

    static Stream<WrongBody> judgements() {
        String back = "{\"decision\":\"SEND_BACK\",\"reasons\":";
        return Stream.of(
                of("nothing", "", 400, null),
                of("no decision", "{}", 400, "decision"),
                of("decision unknown", "{\"decision\":\"REFUSE\"}", 400, "decision"),
                of("decision in lower case", "{\"decision\":\"validate\"}", 400, "decision"),
                of("decision null", "{\"decision\":null}", 400, "decision"),
                of(
                        "a validation with reasons",
                        "{\"decision\":\"VALIDATE\",\"reasons\":{\"SAU-02\":\"a\"}}",
                        422,
                        "reasons"),
                of("no reasons", "{\"decision\":\"SEND_BACK\"}", 422, "reasons"),
                of("reasons null", back + "null}", 422, "reasons"),
                of("reasons empty", back + "{}}", 422, "reasons"),
                of("reasons blank", back + "{\"SAU-02\":\"  \"}}", 422, "reasons"),
                of("reasons a list", back + "[\"SAU-02\"]}", 400, "reasons"),
                of("reasons a text", back + "\"SAU-02\"}", 400, "reasons"),
                of("a reason null", back + "{\"SAU-02\":null}}", 400, "reasons.SAU-02"),
                of("a reason a number", back + "{\"SAU-02\":1}}", 400, "reasons.SAU-02"),
                of("a reason an object", back + "{\"SAU-02\":{}}}", 400, "reasons.SAU-02"),
                of("a code that is none", back + "{\"sau 2\":\"a\"}}", 422, "code"),
                of("a control that is not asked", back + "{\"ZZZ-99\":\"a\"}}", 422, "reason.ZZZ-99"),
                of("a reason too long", back + "{\"SAU-02\":\"" + "a".repeat(2001) + "\"}}", 422, "reason.SAU-02"),
                of("a control character", back + "{\"SAU-02\":\"a\\u0000\"}}", 422, "reason.SAU-02"),
                of("half a pair", back + "{\"SAU-02\":\"a\\ud800\"}}", 422, "reason.SAU-02"),
                of("a field too many", "{\"decision\":\"VALIDATE\",\"force\":true}", 400, "force"));
    }

    /** Of an answer for many; {@code whole} is one that is taken. */
    static Stream<WrongBody> shared(String whole) {
        return Stream.of(
                of("nothing", "", 400, null),
                of("cut short", whole.substring(0, whole.length() - 3), 400, null),
                of("no campaign", whole.replace("\"campaign\":", "\"campagne\":"), 400, "campaign"),
                of("a campaign in words", whole.replaceFirst(":(\\d+)", ":\"un\""), 400, "campaign"),
                of("no such campaign", whole.replaceFirst(":(\\d+)", ":999999"), 404, null),
                of("a unit that is none", whole.replace("collectivite-", "ville-"), 404, null),
                of("somebody else's unit", whole.replace("collectivite-800000013", "collectivite-35901"), 404, null),
                of("a control that is none", whole.replace("SAU-02", "sau 2"), 404, null),
                of("a control that is not asked", whole.replace("SAU-02", "ZZZ-99"), 422, "set"),
                of("a set that is none", whole.replace("\"ALL\"", "\"SOME\""), 404, null),
                of("a set null", whole.replace("\"ALL\"", "null"), 400, "set"),
                of("a list of nothing", whole.replace("\"ALL\"", "\"LIST\""), 422, "set"),
                of("a list with null", whole.replace("\"ALL\"", "\"LIST\",\"schools\":[null]"), 400, null),
                of("a list with a word", whole.replace("\"ALL\"", "\"LIST\",\"schools\":[\"x\"]"), 404, null),
                of("a list of numbers", whole.replace("\"ALL\"", "\"LIST\",\"schools\":[1]"), 400, null),
                of("a fate that is none", whole.replace("\"ALL\"", "\"ALL\",\"overwrite\":[\"ALL\"]"), 400, null),
                of("a fate null", whole.replace("\"ALL\"", "\"ALL\",\"overwrite\":[null]"), 400, null),
                of("no verdict", whole.replace(",\"verdict\":\"PARTIEL\"", ""), 400, "verdict"),
                of(
                        "not applicable, no reason",
                        whole.replace("PARTIEL", "NON_APPLICABLE").replace("Par le marché.", " "),
                        422,
                        "comment"),
                of("a field too many", whole.replace("\"ALL\"", "\"ALL\",\"force\":true"), 400, "force"));
    }
}
