package fr.preau.press;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.edition.Label;
import fr.preau.journal.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One dossier gives the same bytes in another process, in another time zone and language. */
class SameBytesTest {
    @TempDir
    Path folder;

    @Test
    void another_process_elsewhere_makes_the_same_bytes() throws Exception {
        Path key = folder.resolve("deliverable.key");
        List<String> here = PressTest.PRESS
                .all(PressFixture.printed(PressFixture.sample(Label.CLEAR), null), SigningKey.prepare(key), done -> {})
                .stream()
                .map(file -> file.name() + " " + file.sha256())
                .toList();
        assertThat(there("Pacific/Auckland", "en", key)).containsExactlyElementsOf(here);
    }

    private static List<String> there(String zone, String language, Path key) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.timezone=" + zone,
                        "-Duser.language=" + language,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProcess.class.getName(),
                        Label.CLEAR.name(),
                        key.toString())
                .redirectErrorStream(false)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return said.lines().filter(line -> line.matches("\\S+ [0-9a-f]{64}")).toList();
    }
}
