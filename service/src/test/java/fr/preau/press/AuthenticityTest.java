package fr.preau.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.edition.ContentFixture;
import fr.preau.edition.Label;
import fr.preau.journal.SigningKey;
import fr.preau.kernel.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is authentic to the last byte, by the public key alone. */
class AuthenticityTest {
    @TempDir
    Path folder;

    private List<PressFile> files;
    private Authenticity authenticity;

    @BeforeEach
    void write_an_edition() throws IOException {
        Printed page = PressFixture.printed(ContentFixture.published(Label.AMBER), PressFixture.copy());
        SigningKey secret = SigningKey.prepare(folder.resolve("deliverable.key"));
        files = PressTest.PRESS.all(page, secret, done -> {});
        for (PressFile file : files) {
            Files.write(folder.resolve(file.name()), file.content());
        }
        Path handed = Files.move(folder.resolve("deliverable.key.pub"), folder.resolve("handed.pub"));
        authenticity = new Authenticity(SigningKey.published(handed));
    }

    @Test
    void knows_every_file_as_it_was_signed_and_none_with_one_byte_changed() throws IOException {
        for (PressFile file : files) {
            if (file.name().equals(Manifest.NAME)) {
                continue;
            }
            Path path = folder.resolve(file.name());
            assertThatCode(() -> authenticity.verify(path, null))
                    .as(file.name())
                    .doesNotThrowAnyException();
            byte[] changed = file.content().clone();
            changed[changed.length / 2] ^= 1;
            Files.write(path, changed);
            assertThatThrownBy(() -> authenticity.verify(path, null))
                    .as(file.name())
                    .isInstanceOfAny(Refusal.class, IOException.class);
        }
    }

    @Test
    void says_what_was_signed_and_for_whom() throws IOException {
        Manifest manifest = authenticity.verify(folder.resolve("livrable-nation-edition-2.pdf"), null);
        assertThat(manifest.text())
                .contains("mention: TLP:AMBER\n", "exemplaire: Exemplaire remis à Mairie de Saint-Aubin-d’Œuvre")
                .contains("dossier: " + ContentFixture.SHA256 + "\n");
        assertThat(manifest.files()).hasSize(Press.FILES - 2);
    }

    @Test
    void trusts_no_manifest_that_was_changed_cut_or_signed_by_another_key() throws IOException {
        byte[] signed = Files.readAllBytes(folder.resolve(Manifest.NAME));
        String text = new String(signed, StandardCharsets.UTF_8);
        SigningKey own = SigningKey.published(folder.resolve("handed.pub"));
        assertThat(Manifest.verified(signed, own)).isPresent();
        for (String other : List.of(
                text.replace("TLP:AMBER", "TLP:CLEAR"),
                text.replaceFirst("fichier: .*\n", ""),
                text + "fichier: " + ContentFixture.SHA256 + " 1 faux.pdf\n",
                text.substring(text.indexOf('\n') + 1),
                "")) {
            assertThat(Manifest.verified(other.getBytes(StandardCharsets.UTF_8), own))
                    .isEmpty();
        }
        assertThat(Manifest.verified(signed, PressFixture.made())).isEmpty();
    }
}
