package fr.preau.access.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.kernel.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactorKeyTest {
    private static final byte[] CLEAR = {1, 2, 3};

    @TempDir
    Path folder;

    @Test
    void is_made_once_and_read_by_its_owner_alone() throws IOException {
        Path file = folder.resolve("data").resolve(FactorKey.FILE);
        byte[] sealed = FactorKey.at(file).seal(CLEAR, "use");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(FactorKey.at(file).open(sealed, "use")).hasValue(CLEAR);
    }

    @Test
    void opens_nothing_that_was_sealed_for_another_use_by_another_key_or_changed() {
        FactorKey key = FactorKey.at(folder.resolve("one"));
        byte[] sealed = key.seal(CLEAR, "second factor of 1");
        assertThat(key.open(sealed, "second factor of 2")).isEmpty();
        assertThat(FactorKey.at(folder.resolve("other")).open(sealed, "second factor of 1"))
                .isEmpty();
        sealed[sealed.length - 1] ^= 1;
        assertThat(key.open(sealed, "second factor of 1")).isEmpty();
        assertThat(key.open(new byte[3], "second factor of 1")).isEmpty();
        assertThat(key.seal(CLEAR, "use")).isNotEqualTo(key.seal(CLEAR, "use"));
    }

    @Test
    void says_of_a_file_that_holds_something_else_what_to_do() throws IOException {
        Path file = Files.writeString(folder.resolve("wrong"), "not a key");
        assertThatThrownBy(() -> FactorKey.at(file))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("factor.key.form");
    }
}
