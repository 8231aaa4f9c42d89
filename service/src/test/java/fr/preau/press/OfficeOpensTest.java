package fr.preau.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.preau.edition.Label;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** LibreOffice opens the ODT, the ODS and the XLSX and saves them again with all they say. Skipped where there is none. */
@EnabledIfSystemProperty(named = "preau.long", matches = "true")
class OfficeOpensTest {
    @TempDir
    Path folder;

    @Test
    void libreoffice_opens_and_saves_again_what_the_press_wrote() throws Exception {
        assumeTrue(Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "soffice"))));
        Printed page = PressFixture.printed(PressFixture.sample(Label.GREEN), null);
        for (PressFile file : new Press().all(page, PressFixture.key(), done -> {})) {
            String ending = file.name().substring(file.name().lastIndexOf('.') + 1);
            if (!List.of("odt", "ods", "xlsx").contains(ending)) {
                continue;
            }
            Path written = Files.write(folder.resolve(file.name()), file.content());
            String saved = saved(written, ending.equals("odt") ? "odt" : "ods");
            assertThat(saved).as(ending).contains("Unité de la vallée 3", "Données fictives");
        }
    }

    /** The text of the file that LibreOffice made of it. */
    private String saved(Path file, String as) throws IOException, InterruptedException {
        Path out = Files.createDirectories(folder.resolve("saved-" + file.getFileName()));
        Process office = new ProcessBuilder(
                        "soffice",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        as,
                        "--outdir",
                        out.toString(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(office.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(office.waitFor()).as(said).isZero();
        String name = file.getFileName().toString().replaceAll("\\.[a-z]+$", "." + as);
        try (ZipFile zip = new ZipFile(out.resolve(name).toFile())) {
            return new String(zip.getInputStream(zip.getEntry("content.xml")).readAllBytes(), StandardCharsets.UTF_8)
                    + new String(zip.getInputStream(zip.getEntry("styles.xml")).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
