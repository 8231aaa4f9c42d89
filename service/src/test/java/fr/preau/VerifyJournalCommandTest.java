package fr.preau;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.database.TestDatabase;
import fr.preau.journal.Seals;
import fr.preau.web.Messages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code verify-journal} as one runs it. */
class VerifyJournalCommandTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    @TempDir
    Path folder;

    /** What the command printed, and its exit status. */
    private record Run(int status, String out, String err) {}

    @Test
    void tells_a_whole_journal_then_names_the_entry_that_was_changed() throws IOException {
        new Scene(DB);
        long entries = new Seals(DB.database()).seal();
        Run whole = run();
        assertThat(whole.status()).as(whole.err()).isZero();
        assertThat(whole.out()).contains("Journal intact", entries + " inscriptions", "Rien n’est en attente");
        assertThat(run("--log", "nowhere.log").err()).contains("journal.key");
        DB.service()
                .useHandle(service -> service.execute("INSERT INTO journal_entry (at, account, action, object)"
                        + " VALUES ('2026-11-23T09:00:00Z', 0, 'audit.tried', 'audit/1')"));
        assertThat(run().out()).contains("1 inscription attend son sceau, depuis 2026-11-23T09:00:00Z");
        long changed = DB.owner()
                .withHandle(owner -> owner.createQuery("UPDATE journal_entry SET account = 7 WHERE id ="
                                + " (SELECT entry FROM journal_seal WHERE position = 2) RETURNING id")
                        .mapTo(Long.class)
                        .one());
        Run broken = run();
        assertThat(broken.status()).isEqualTo(1);
        assertThat(broken.out()).isEmpty();
        assertThat(broken.err())
                .isEqualTo("Journal altéré\u00a0: l’inscription " + changed + " (sceau n° 2) n’est pas celle qui a été"
                        + " scellée. Comparez avec une sauvegarde antérieure.\n");
    }

    private Run run(String... more) throws IOException {
        Path config = folder.resolve("config.yml");
        Files.writeString(config, """
                database: {url: "%s", password: test, ownerPassword: test}
                logging: {level: "OFF"}
                """.formatted(DB.url()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                Messages.load(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        String[] arguments = new String[2 + more.length];
        arguments[0] = "verify-journal";
        arguments[1] = config.toString();
        System.arraycopy(more, 0, arguments, 2, more.length);
        int status = new PreauApplication(terminal, InstantSource.system()).execute(arguments);
        return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
