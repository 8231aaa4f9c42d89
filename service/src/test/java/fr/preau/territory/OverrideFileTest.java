package fr.preau.territory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.Uai;
import fr.preau.territory.OverrideFile.Owner;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverrideFileTest {
    @TempDir
    Path folder;

    @Test
    void reads_with_or_without_a_header_and_a_name() {
        Map<Uai, Owner> expected = Map.of(
                new Uai("8000011P"), new Owner("200046977", "Communauté des Saules"),
                new Uai("8000012R"), new Owner("212000418", null));
        String lines = "8000011P;200046977;Communauté des Saules\r\n8000012R;212000418;\r\n";
        assertThat(read(lines)).isEqualTo(expected);
        assertThat(read("\uFEFFuai;siren;nom\r\n" + lines)).isEqualTo(expected);
    }

    @Test
    void refuses_the_whole_file_and_tells_every_wrong_line() {
        assertThatThrownBy(() -> read("uai;siren;nom\n8000011A;200046977;X\n8000012R;123456789;X\n"
                        + "8000013S;200046977;X\n8000013S;200046977;X\n"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(((Problem.Invalid) refusal.problem())
                                        .violations().stream()
                                                .map(violation -> violation
                                                        .message()
                                                        .args()
                                                        .get(0))
                                                .map(String::valueOf))
                                .containsExactly("2", "3", "5"));
    }

    private Map<Uai, Owner> read(String text) {
        return OverrideFile.read(DirectoryFixture.write(folder, text, UTF_8));
    }
}
