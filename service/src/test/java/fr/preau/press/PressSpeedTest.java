package fr.preau.press;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.edition.Content;
import fr.preau.edition.Label;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How long the country's files take, at the size that GREEN has: 101 départements and 30 académies by degree and theme.
 * {@code mvn -pl service test -Dtest=PressSpeedTest -Dpreau.long=true -DargLine=-Xmx512m}
 */
@EnabledIfSystemProperty(named = "preau.long", matches = "true")
class PressSpeedTest {
    private static final int WARM = 5;

    @Test
    void makes_the_files_of_the_country_in_a_small_heap() {
        Content country = PressFixture.country(Label.GREEN);
        Printed page = PressFixture.printed(country, null);
        Press press = new Press();
        long first = time(() -> press.pdf(page));
        for (int i = 0; i < WARM; i++) {
            press.pdf(page);
        }
        long paper = time(() -> press.pdf(page));
        long all = time(() -> press.all(page, PressFixture.key(), done -> {}));
        List<PressFile> files = press.all(page, PressFixture.key(), done -> {});
        System.out.printf(
                "PDF first %d ms, warm %d ms; all %d files warm %d ms; heap at most %d MB%n",
                first, paper, files.size(), all, Runtime.getRuntime().maxMemory() >> 20);
        assertThat(files).hasSize(Press.FILES);
    }

    private static long time(Runnable work) {
        long from = System.nanoTime();
        work.run();
        return (System.nanoTime() - from) / 1_000_000;
    }
}
