package fr.preau.press;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.edition.Label;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One dossier gives the same bytes in another process, in another time zone and language. */
class SameBytesTest {
    @Test
    void another_process_elsewhere_makes_the_same_bytes() throws Exception {
        List<String> here =
                PressTest.PRESS.all(PressFixture.printed(PressFixture.sample(Label.CLEAR), null), done -> {}).stream()
                        .map(file -> file.name() + " " + file.sha256())
                        .toList();
        assertThat(there("Pacific/Auckland", "en")).containsExactlyElementsOf(here);
    }

    private static List<String> there(String zone, String language) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.timezone=" + zone,
                        "-Duser.language=" + language,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProcess.class.getName(),
                        Label.CLEAR.name())
                .redirectErrorStream(false)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return said.lines().filter(line -> line.matches("\\S+ [0-9a-f]{64}")).toList();
    }
}
