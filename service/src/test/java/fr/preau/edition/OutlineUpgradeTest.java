package fr.preau.edition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.Scene;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.DeliverableId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Livrables of before outlines could change: the draft goes on, the published edition reads as it did. */
class OutlineUpgradeTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static EditionScene stage;

    @BeforeAll
    static void stage() {
        stage = new EditionScene(new Scene(DB), DB);
    }

    @Test
    void a_draft_gets_the_outline_given_and_an_edition_published_before_stays_the_same() throws IOException {
        DeliverableId published = stage.start(Label.CLEAR);
        stage.publish(published);
        Content before = stage.editions.dossiers().published(published);
        DeliverableId draft = stage.start(Label.CLEAR);
        stage.editions.deliverables().write(stage.state, draft, "priorites", 0, "Sauvegarder.");
        DB.owner().useHandle(handle -> {
            handle.execute("DROP TABLE deliverable_chapter, deliverable_outline");
            handle.execute("ALTER TABLE dossier DISABLE TRIGGER frozen_never_changes");
            assertThat(handle.execute("UPDATE dossier SET content = replace(content, ',\"outlineChanges\":null', '')"
                            + " WHERE content LIKE '%,\"outlineChanges\":null%'"))
                    .as("kept without a word of its outline")
                    .isEqualTo(1);
            run(handle);
        });
        assertThat(stage.editions.dossiers().published(published)).isEqualTo(before);
        assertThat(stage.editions.outlines().view(stage.state, draft).outline()).isEqualTo(DraftOutline.given());
        assertThat(stage.editions
                        .deliverables()
                        .view(stage.state, draft)
                        .content()
                        .sections())
                .extracting(Section::heading)
                .startsWith("Avant-propos", "Le groupe de travail")
                .as("all but the trend of a campaign alone")
                .hasSize(Outline.values().length - 1);
        DeliverableId next = stage.editions.lives().renew(stage.state, published, "Corrige une faute.");
        stage.publish(next);
        assertThat(stage.editions.dossiers().published(next).imprint().changes())
                .isEqualTo("Corrige une faute.");
    }

    /** By the driver as it is: a script of JDBI's would split it within its blocks. */
    private static void run(Handle handle) {
        try (Statement statement = handle.getConnection().createStatement()) {
            statement.execute(migration());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String migration() {
        try (InputStream in = Objects.requireNonNull(
                OutlineUpgradeTest.class.getResourceAsStream("/db/migration/V50__outline.sql"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
