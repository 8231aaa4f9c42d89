package fr.preau.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What a round trip costs: figures and ratios, printed and never asserted. */
class WorkbookSpeedTest {
    @Test
    void tells_what_a_small_round_trip_costs() {
        assertThat(WorkbookSpeed.run(30)).isGreaterThan(30L * 70);
    }

    /** 300 schools with every control of the checklist, in a Java of 256 MB: it ends, and says how long it took. */
    @Test
    @EnabledIfSystemProperty(named = "preau.long", matches = "true")
    void takes_three_hundred_schools_in_256_megabytes() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WorkbookSpeed.class.getName(),
                        "300")
                .directory(new File("."))
                .redirectErrorStream(true)
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
    }
}
