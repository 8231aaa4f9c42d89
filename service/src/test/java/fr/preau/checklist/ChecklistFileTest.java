package fr.preau.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.Violation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ChecklistFileTest {

    static Stream<Arguments> wrong_files() {
        return Stream.of(
                wrong("a missing member", "mesures/GOV-01/poids", "checklist.missing", control(c -> c.remove("poids"))),
                wrong("a missing list", "themes", "checklist.missing", file -> file.remove("themes")),
                wrong(
                        "a member too many",
                        "mesures/GOV-01/note",
                        "checklist.unknownMember",
                        control(c -> c.put("note", "x"))),
                wrong(
                        "a member too many in the references",
                        "mesures/GOV-01/references/iso",
                        "checklist.unknownMember",
                        control(c -> c.withObject("references").putArray("iso"))),
                wrong(
                        "a weight of 4",
                        "mesures/GOV-01/poids",
                        "checklist.expected.number",
                        control(c -> c.put("poids", 4))),
                wrong(
                        "a weight of 1.5",
                        "mesures/GOV-01/poids",
                        "checklist.expected.number",
                        control(c -> c.put("poids", 1.5))),
                wrong(
                        "a weight in quotes",
                        "mesures/GOV-01/poids",
                        "checklist.expected.number",
                        control(c -> c.put("poids", "3"))),
                wrong(
                        "a level of 0",
                        "mesures/GOV-01/niveau",
                        "checklist.expected.number",
                        control(c -> c.put("niveau", 0))),
                wrong(
                        "an unknown theme",
                        "mesures/GOV-01/theme",
                        "checklist.code.unknown",
                        control(c -> c.put("theme", "XYZ"))),
                wrong(
                        "an unknown party",
                        "mesures/GOV-01/responsable_defaut",
                        "checklist.expected.code",
                        control(c -> c.put("responsable_defaut", "REGION"))),
                wrong(
                        "an unknown type of school",
                        "mesures/GOV-01/types_etablissement/1",
                        "checklist.expected.code",
                        control(c -> c.putArray("types_etablissement").add("CRECHE"))),
                wrong("no type of school", "mesures/GOV-01/types_etablissement", "checklist.list.empty", control(c -> {
                    c.putArray("types_etablissement");
                    c.putObject("responsable_par_type");
                })),
                wrong(
                        "a type that the checklist leaves out",
                        "mesures/GOV-01/types_etablissement",
                        "checklist.code.unknown",
                        file -> file.withArray("types_etablissement").remove(5)),
                wrong(
                        "an exception for a type to which the control doesn't apply",
                        "mesures/GOV-06/niveau_par_type",
                        "checklist.code.unknown",
                        file -> SampleFile.control(file, 5)
                                .putObject("niveau_par_type")
                                .put("ECOLE", 1)),
                wrong(
                        "an exception for an unknown type",
                        "mesures/GOV-01/niveau_par_type",
                        "checklist.expected.code",
                        control(c -> c.putObject("niveau_par_type").put("CRECHE", 1))),
                wrong(
                        "an unknown type of evidence",
                        "mesures/GOV-01/types_preuve",
                        "checklist.code.unknown",
                        control(c -> c.putArray("types_preuve").add("RUMEUR"))),
                wrong(
                        "a control twice",
                        "mesures",
                        "checklist.code.twice",
                        file -> SampleFile.control(file, 1).put("code", "GOV-01")),
                wrong(
                        "a control out of order",
                        "mesures/GOV-02/ordre",
                        "checklist.order",
                        file -> SampleFile.control(file, 1).put("ordre", 1)),
                wrong(
                        "a malformed code",
                        "mesures/1/code",
                        "checklist.expected.form",
                        control(c -> c.put("code", "gouvernance 1"))),
                wrong(
                        "a hygiene measure 43",
                        "mesures/GOV-01/references/anssi_hygiene/1",
                        "checklist.expected.number",
                        control(c -> c.withObject("references")
                                .putArray("anssi_hygiene")
                                .add(43))),
                wrong(
                        "a theme twice",
                        "themes",
                        "checklist.code.twice",
                        file -> theme(file, 1).put("code", "GOV")),
                wrong(
                        "a theme without controls",
                        "themes/VID",
                        "checklist.theme.empty",
                        file -> file.withArray("themes")
                                .addObject()
                                .put("code", "VID")
                                .put("ordre", 13)
                                .put("titre", "Vide")
                                .put("description", "Rien.")),
                wrong(
                        "a blank text",
                        "mesures/GOV-01/conseil",
                        "checklist.text.blank",
                        control(c -> c.put("conseil", "  "))),
                wrong(
                        "a padded text",
                        "mesures/GOV-01/conseil",
                        "checklist.text.padded",
                        control(c -> c.put("conseil", "Écrivez. "))),
                wrong(
                        "a control character",
                        "mesures/GOV-01/conseil",
                        "checklist.text.characters",
                        control(c -> c.put("conseil", "Écri\u0000vez."))),
                wrong(
                        "half a character",
                        "mesures/GOV-01/conseil",
                        "checklist.text.characters",
                        control(c -> c.put("conseil", "Écri\ud83dvez."))),
                wrong(
                        "a text of 2001 characters",
                        "mesures/GOV-01/aide",
                        "checklist.text.long",
                        control(c -> c.put("aide", "a".repeat(2001)))),
                wrong("a number for a text", "titre", "checklist.expected.text", file -> file.put("titre", 12)),
                wrong("an impossible day", "date", "checklist.expected.day", file -> file.put("date", "2026-02-30")),
                wrong(
                        "a version of two numbers",
                        "version",
                        "checklist.expected.form",
                        file -> file.put("version", "1.0")),
                wrong("an object for a list", "mesures", "checklist.expected.list", file -> file.putObject("mesures")),
                wrong(
                        "a list for an object",
                        "mesures/GOV-01/references",
                        "checklist.expected.object",
                        control(c -> c.putArray("references"))),
                wrong(
                        "an answer that is worth more",
                        "reponses/PARTIEL/valeur",
                        "checklist.answer.value",
                        file -> ((ObjectNode) file.withArray("reponses").get(1)).put("valeur", 1)),
                wrong(
                        "an answer of an odd value",
                        "reponses/PARTIEL/valeur",
                        "checklist.expected.share",
                        file -> ((ObjectNode) file.withArray("reponses").get(1)).put("valeur", 0.7)),
                wrong(
                        "an answer less",
                        "reponses",
                        "checklist.code.absent",
                        file -> file.withArray("reponses").remove(4)),
                wrong(
                        "advice that is neither yes nor no",
                        "reponses/CONFORME/appelle_conseil",
                        "checklist.expected.flag",
                        file -> ((ObjectNode) file.withArray("reponses").get(0)).put("appelle_conseil", "oui")),
                wrong(
                        "a party less",
                        "responsables",
                        "checklist.code.absent",
                        file -> file.withArray("responsables").remove(0)),
                wrong(
                        "two levels",
                        "niveaux",
                        "checklist.codes.inFull",
                        file -> file.withArray("niveaux").remove(2)),
                wrong(
                        "a level under another's name",
                        "niveaux/STANDARD",
                        "checklist.level.code",
                        file -> ((ObjectNode) file.withArray("niveaux").get(0)).put("code", "STANDARD")),
                wrong(
                        "a scale in disorder",
                        "efforts",
                        "checklist.steps",
                        file -> ((ObjectNode) file.withArray("efforts").get(0)).put("effort", 2)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong_files")
    void names_the_place_and_the_fault_of(String what, String place, String key, byte[] file) {
        assertThat(violations(file)).anySatisfy(violation -> {
            assertThat(violation.field()).isEqualTo(place);
            assertThat(violation.message().key()).isEqualTo(key);
            assertThat(violation.message().args()).first().isEqualTo(place);
        });
    }

    @Test
    void has_a_french_and_an_english_sentence_for_every_fault() {
        List<String> keys =
                new ArrayList<>(wrong_files().map(one -> (String) one.get()[2]).toList());
        keys.addAll(List.of(
                "checklist.file.size",
                "checklist.file.encoding",
                "checklist.file.json",
                "checklist.file.object",
                "checklist.otherContent",
                "checklist.changed"));

        assertThat(bundle("fr").keySet()).containsAll(keys);
        assertThat(bundle("en").keySet()).isEqualTo(bundle("fr").keySet());
    }

    @Test
    void tells_all_that_is_wrong_at_once() {
        byte[] file = SampleFile.changed(all -> {
            all.remove("licence");
            SampleFile.control(all, 0).put("poids", 9);
            SampleFile.control(all, 83).remove("aide");
        });

        assertThat(violations(file))
                .extracting(Violation::field)
                .containsExactly("licence", "mesures/GOV-01/poids", "mesures/TIE-04/aide");
    }

    @Test
    void stops_telling_after_fifty_faults() {
        byte[] file = SampleFile.changed(
                all -> all.withArray("mesures").forEach(control -> ((ObjectNode) control).remove("poids")));

        assertThat(violations(file)).hasSize(50);
    }

    @Test
    void says_at_which_line_the_json_breaks() {
        Violation violation = only(text("{\n  \"titre\": \"x\",\n  \"version\" \"1.0.0\"\n}"));

        assertThat(violation.message().key()).isEqualTo("checklist.file.json");
        assertThat(violation.message().args()).first().isEqualTo(3);
    }

    @Test
    void refuses_a_member_written_twice() {
        assertThat(only(text("{\"titre\": \"x\",\n\"titre\": \"y\"}")).message().args())
                .first()
                .isEqualTo(2);
    }

    @Test
    void refuses_what_is_no_json_object_at_all() {
        assertThat(only(text("[]")).message().key()).isEqualTo("checklist.file.object");
        assertThat(only(text("")).message().key()).isEqualTo("checklist.file.object");
        assertThat(only(text("{} {}")).message().key()).isEqualTo("checklist.file.json");
        assertThat(only(text("identifiant;version\n")).message().key()).isEqualTo("checklist.file.json");
        assertThat(only(text("[".repeat(100_000))).message().key()).isEqualTo("checklist.file.json");
    }

    @Test
    void refuses_a_file_in_latin_1_and_one_that_is_too_large() {
        byte[] latin = "{\"titre\": \"Référentiel\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(only(latin).message().key()).isEqualTo("checklist.file.encoding");
        assertThat(only(new byte[5_000_001]).message().key()).isEqualTo("checklist.file.size");
    }

    @Test
    void does_not_choke_on_a_monstrous_number() {
        String monster = new String(Shipped.checklist(), StandardCharsets.UTF_8)
                .replaceFirst("\"valeur\": 1.0", "\"valeur\": 1e999999999");

        assertThat(only(text(monster)).message().key()).isEqualTo("checklist.expected.share");
    }

    @Test
    void reads_the_same_with_a_byte_order_mark() {
        byte[] marked = text("\uFEFF" + new String(Shipped.checklist(), StandardCharsets.UTF_8));

        assertThat(ChecklistFile.read(marked)).isEqualTo(ChecklistFile.read(Shipped.checklist()));
    }

    private static Arguments wrong(String what, String place, String key, Consumer<ObjectNode> change) {
        return Arguments.of(what, place, key, SampleFile.changed(change));
    }

    private static Consumer<ObjectNode> control(Consumer<ObjectNode> change) {
        return file -> change.accept(SampleFile.control(file, 0));
    }

    private static ObjectNode theme(JsonNode file, int index) {
        return (ObjectNode) ((ArrayNode) file.get("themes")).get(index);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Violation only(byte[] file) {
        List<Violation> violations = violations(file);
        assertThat(violations).hasSize(1);
        return violations.get(0);
    }

    private static List<Violation> violations(byte[] file) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> ChecklistFile.read(file));
        assertThat(refusal).as("the file is refused").isNotNull();
        return ((Problem.Invalid) refusal.problem()).violations();
    }

    private static ResourceBundle bundle(String language) {
        String path = "/messages/" + language.toLowerCase(Locale.ROOT) + "/checklist.properties";
        try (var in = new java.io.InputStreamReader(
                ChecklistFileTest.class.getResourceAsStream(path), StandardCharsets.UTF_8)) {
            return new PropertyResourceBundle(in);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
