package fr.preau.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The defects that others published about their renderers (12 to 15), over every format of a livrable. */
class HostilePressTest {
    private static final String HOSTILE =
            "=1+1 </p><script>alert(1)</script><img src=\"file:///etc/passwd\"/> {{7*7}} ${7*7}"
                    + " <style>@font-face{src:url(http://127.0.0.1:PORT/)}</style> <!ENTITY x SYSTEM \"file:///etc/passwd\">"
                    + " ]]> &amp; \u0000\u0008\ud83d";

    private static Map<String, PressFile> files;
    private static ServerSocket trap;

    @BeforeAll
    static void make_all() throws IOException {
        trap = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        String text = HOSTILE.replace("PORT", Integer.toString(trap.getLocalPort()));
        files = new LinkedHashMap<>();
        Printed page = PressFixture.printed(PressFixture.saying(text), PressFixture.copy());
        PressTest.PRESS.all(page, PressFixture.key(), done -> {}).forEach(file -> files.put(file.name(), file));
    }

    @Test
    void defect_12_begins_no_formula_in_any_table() throws IOException {
        String csv = new String(content(".csv"), StandardCharsets.UTF_8);
        assertThat(csv).contains("'=1+1").contains(";-12;");
        assertThat(csv.lines()).noneMatch(line -> line.contains(";=1+1") || line.contains(";\"=1+1"));
        String ods = part(content(".ods"), "content.xml");
        assertThat(ods).contains("=1+1 &lt;/p&gt;").doesNotContain("table:formula");
        String xlsx = part(content(".xlsx"), "xl/worksheets/sheet2.xml");
        assertThat(xlsx).contains("=1+1 &lt;/p&gt;", "<v>-12</v>").doesNotContain("<f>");
    }

    @Test
    void defect_13_leaves_template_marks_and_markup_as_the_text_that_they_are() throws Exception {
        String html = new String(content(".html"), StandardCharsets.UTF_8);
        assertThat(html).contains("{{7*7}} ${7*7}").doesNotContain("<script", "<img", "49 49");
        String paper = String.join(" ", PaperWords.pages(content(".pdf")));
        assertThat(paper).contains("{{7*7}} ${7*7}", "<script>alert(1)</script>");
        for (String format : List.of(".odt", ".ods")) {
            String xml = part(content(format), "content.xml");
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
            assertThat(xml).contains("{{7*7}} ${7*7}", "&lt;script&gt;").doesNotContain("<script", "<!ENTITY");
        }
        for (String name : List.of("livrable-nation-edition-2.json", "oscal-results-livrable-nation-edition-2.json")) {
            JsonNode json = new ObjectMapper().readTree(files.get(name).content());
            assertThat(json.findValuesAsText("title").get(0)).startsWith("=1+1 </p>");
        }
    }

    @Test
    void defect_14_fetches_nothing_from_disk_or_network() throws IOException {
        String paper = String.join(" ", PaperWords.pages(content(".pdf")));
        assertThat(paper).doesNotContain("root:x:0");
        trap.setSoTimeout(100);
        assertThatThrownBy(trap::accept).isInstanceOf(SocketTimeoutException.class);
        trap.close();
    }

    private static byte[] content(String ending) {
        return files.get("livrable-nation-edition-2" + ending).content();
    }

    private static String part(byte[] zipped, String name) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(zipped))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("no part " + name);
    }
}
