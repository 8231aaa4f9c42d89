package fr.preau.press;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The defects that others published about their renderers (12 to 15), over every format of a livrable whose every text is
 * hostile. The machine itself, by its flight recorder, tells which files were read, whom the press spoke to and what it ran.
 */
class HostilePressTest {
    private static final String HOSTILE =
            "=1+1 </p><script>alert(1)</script><img src=\"file:///etc/passwd\"/> {{7*7}} ${7*7}"
                    + " <style>@font-face{src:url(http://127.0.0.1:9/)}</style> <!ENTITY x SYSTEM \"file:///etc/passwd\">"
                    + " ; touch /tmp/x | `id` $(id) ]]> &amp; \u0000\u0008\ud83d";
    private static final String NAME = "livrable-nation-edition-2";
    private static final List<String> EVENTS =
            List.of("jdk.FileRead", "jdk.SocketRead", "jdk.SocketWrite", "jdk.ProcessStart");

    private static final Map<String, PressFile> files = new LinkedHashMap<>();
    private static final List<RecordedEvent> events = new ArrayList<>();

    @TempDir
    static Path folder;

    @BeforeAll
    static void make_all_under_watch() throws IOException {
        try (Recording recording = new Recording()) {
            EVENTS.forEach(event -> recording.enable(event).withoutThreshold());
            recording.start();
            Files.readAllBytes(Files.writeString(folder.resolve("vu"), "lu"));
            Printed page = PressFixture.printed(PressFixture.saying(HOSTILE), PressFixture.copy());
            PressTest.PRESS.all(page, PressFixture.key(), done -> {}).forEach(file -> files.put(file.name(), file));
            recording.stop();
            Path kept = folder.resolve("watch.jfr");
            recording.dump(kept);
            events.addAll(RecordingFile.readAllEvents(kept));
        }
    }

    /** Every file that people receive, by its name: what a ZIP holds is held to the same. */
    static List<String> formats() {
        return files.keySet().stream()
                .filter(name -> !name.equals(Manifest.NAME) && !name.endsWith(".zip"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void defect_12_begins_no_formula(String name) throws IOException {
        String words = words(name);
        switch (ending(name)) {
            case "csv" -> {
                assertThat(words).contains("'=1+1", ";-12;");
                assertThat(words.lines()).noneMatch(line -> line.contains(";=1+1") || line.contains(";\"=1+1"));
            }
            case "pdf" ->
                assertThat(PaperWords.attached(files.get(name).content()).get("tableaux.csv"))
                        .as("the table within")
                        .isEqualTo(files.get(NAME + ".csv").content());
            case "ods", "odt" ->
                assertThat(words)
                        .contains("=1+1 &lt;/p&gt;")
                        .doesNotContain("table:formula", "text:formula", "office:event-listeners");
            case "xlsx" ->
                assertThat(words)
                        .contains("=1+1 &lt;/p&gt;", "<v>-12</v>")
                        .doesNotContain("<f>", "<f ", "ddeLink", "externalLink");
            default -> assertThat(words).contains("=1+1");
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void defect_13_leaves_template_marks_and_markup_as_the_text_that_they_are(String name) throws Exception {
        assertThat(words(name)).contains("{{7*7}} ${7*7}").doesNotContain("49 49");
        switch (ending(name)) {
            case "html" -> assertThat(words(name)).doesNotContain("<script", "<img", "<!ENTITY");
            case "odt", "ods", "xlsx" -> {
                for (String part : parts(files.get(name).content()).values()) {
                    if (part.startsWith("<?xml")) {
                        DocumentBuilderFactory.newInstance()
                                .newDocumentBuilder()
                                .parse(new ByteArrayInputStream(part.getBytes(StandardCharsets.UTF_8)));
                        assertThat(part).doesNotContain("<script", "<!ENTITY", "<img");
                    }
                }
            }
            case "json" -> {
                JsonNode json = new ObjectMapper().readTree(files.get(name).content());
                assertThat(json.findValuesAsText("title").get(0)).startsWith("=1+1 </p><script>");
            }
            default -> assertThat(words(name)).contains("<script>alert(1)</script>");
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void defect_14_holds_nothing_from_disk_or_network(String name) throws IOException {
        assertThat(words(name)).doesNotContain("root:x:0").contains("file:///etc/passwd", "127.0.0.1");
    }

    @Test
    void defect_14_reads_no_file_that_a_text_names_and_speaks_to_nobody() {
        List<String> read = seen("jdk.FileRead").stream()
                .map(event -> String.valueOf(event.getString("path")))
                .toList();
        assertThat(read).as("what is watched").contains(folder.resolve("vu").toString());
        assertThat(read).noneMatch(path -> path.contains("passwd"));
        assertThat(seen("jdk.SocketRead")).isEmpty();
        assertThat(seen("jdk.SocketWrite")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void defect_15_leaves_words_of_a_command_as_the_text_that_they_are(String name) throws IOException {
        assertThat(words(name)).contains("touch /tmp/x | `id` $(id)").doesNotContain("uid=0");
    }

    @Test
    void defect_15_runs_no_other_program_for_any_format() {
        assertThat(FlightRecorder.getFlightRecorder().getEventTypes())
                .anyMatch(type -> type.getName().equals("jdk.ProcessStart"));
        assertThat(seen("jdk.ProcessStart")).isEmpty();
        noClasses()
                .that()
                .resideOutsideOfPackage("fr.preau.database")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ProcessBuilder.class, Process.class)
                .orShould()
                .callMethod(Runtime.class, "exec", String.class)
                .orShould()
                .callMethod(Runtime.class, "exec", String[].class)
                .because("only PostgreSQL of ours is another program, and no request says which")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("fr.preau"));
    }

    private static List<RecordedEvent> seen(String name) {
        return events.stream()
                .filter(event -> event.getEventType().getName().equals(name))
                .toList();
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** What a file says: the words of a PDF, the marked-up text of what is zipped, the plain values of JSON. */
    private static String words(String name) throws IOException {
        byte[] content = files.get(name).content();
        return switch (ending(name)) {
            case "pdf" -> String.join(" ", PaperWords.pages(content));
            case "odt", "ods", "xlsx" -> String.join("\n", parts(content).values());
            case "json" -> new ObjectMapper().readTree(content).toString();
            default -> new String(content, StandardCharsets.UTF_8);
        };
    }

    /** The parts of a zipped file as text, by name. */
    static Map<String, String> parts(byte[] zipped) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(zipped))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }
}
