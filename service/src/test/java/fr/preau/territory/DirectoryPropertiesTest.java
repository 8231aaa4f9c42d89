package fr.preau.territory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.kernel.Refusal;
import fr.preau.kernel.Uai;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

/** Laws of identifiers that hold for every number, and of the reader for every text. */
class DirectoryPropertiesTest {

    @Property(tries = 300)
    void one_letter_alone_is_right(
            @ForAll @IntRange(max = 9_999_999) int number, @ForAll @CharRange(from = 'A', to = 'Z') char letter) {
        Uai right = Uai.of(number);
        String text = right.value().substring(0, 7) + letter;
        if (text.equals(right.value())) {
            assertThat(new Uai(text)).isEqualTo(right);
            return;
        }
        try {
            new Uai(text);
        } catch (Refusal refusal) {
            assertThat(refusal.problem().message().key()).isEqualTo("uai.letter");
            return;
        }
        throw new AssertionError(text + " was taken");
    }

    @Property(tries = 60)
    void lost_zeros_come_back(@ForAll @IntRange(min = 10_000, max = 9_999_999) int number) throws IOException {
        String bare = Uai.of(number).value().replaceFirst("^0+", "");
        assertThat(read(new DirectoryFixture().row(bare).text()).lines())
                .extracting(DirectoryLine::uai)
                .containsExactly(Uai.of(number));
    }

    @Property(tries = 100)
    void no_name_breaks_the_account(@ForAll @StringLength(max = 40) String name) throws IOException {
        Assume.that(name.chars().noneMatch(one -> Character.isSurrogate((char) one)));
        String quoted = "\"" + name.replace("\"", "\"\"") + "\"";
        Directory directory = read(new DirectoryFixture()
                .row("8000011P", "Nom_etablissement", quoted)
                .text());
        assertThat(directory.read())
                .isEqualTo(directory.lines().size() + directory.refused().size());
    }

    @Property(tries = 100)
    void a_changed_digit_never_keeps_a_siren_right(
            @ForAll @IntRange(min = 1, max = 99_999_999) int number, @ForAll @IntRange(max = 8) int place) {
        String siren = sirenOf(number);
        char other = siren.charAt(place) == '9' ? '0' : (char) (siren.charAt(place) + 1);
        assertThat(Siren.isRight(siren)).isTrue();
        assertThat(Siren.isRight(siren.substring(0, place) + other + siren.substring(place + 1)))
                .isFalse();
    }

    private static String sirenOf(int number) {
        for (int key = 0; key < 10; key++) {
            String siren = "%08d%d".formatted(number, key);
            if (Siren.isRight(siren)) {
                return siren;
            }
        }
        throw new AssertionError("no key for " + number);
    }

    private static Directory read(String text) throws IOException {
        Path file = Files.createTempFile("directory", ".csv");
        try {
            Files.writeString(file, text);
            return DirectoryFile.read(file, lines -> {});
        } finally {
            Files.delete(file);
        }
    }
}
