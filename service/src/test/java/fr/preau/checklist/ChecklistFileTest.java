package fr.preau.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.Violation;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChecklistFileTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("fr.preau.checklist.WrongFiles#all")
    void names_the_place_and_the_fault_of(String what, String place, String key, byte[] file) {
        assertThat(violations(file)).anySatisfy(violation -> {
            assertThat(violation.field()).isEqualTo(place);
            assertThat(violation.message().key()).isEqualTo(key);
            assertThat(violation.message().args()).first().isEqualTo(place);
        });
    }

    @Test
    void has_a_french_and_an_english_sentence_for_every_fault() {
        List<String> keys = new ArrayList<>(
                WrongFiles.all().map(one -> (String) one.get()[2]).toList());
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
        try (var in =
                new InputStreamReader(ChecklistFileTest.class.getResourceAsStream(path), StandardCharsets.UTF_8)) {
            return new PropertyResourceBundle(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
