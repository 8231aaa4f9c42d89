package fr.preau.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** LibreOffice Calc without a screen, where it is installed: opens a workbook and saves it again. */
public final class Calc {
    private Calc() {}

    public static boolean installed() {
        return Stream.of("/usr/bin/soffice", "/usr/local/bin/soffice").anyMatch(path -> new File(path).canExecute());
    }

    /** The file as Calc saves it, in the same format or the other. */
    public static byte[] saved(Path folder, byte[] file, Format from, Format to) throws Exception {
        Path source = Files.write(folder.resolve("in" + from.ending()), file);
        Path target = Files.createTempDirectory(folder, "out");
        Process process = new ProcessBuilder(
                        "soffice",
                        "--headless",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--convert-to",
                        to.ending().substring(1),
                        "--outdir",
                        target.toString(),
                        source.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("soffice.log").toFile())
                .start();
        assertThat(process.waitFor()).isZero();
        return Files.readAllBytes(target.resolve("in" + to.ending()));
    }
}
