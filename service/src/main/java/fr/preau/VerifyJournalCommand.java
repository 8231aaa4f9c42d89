package fr.preau;

import fr.preau.database.Database;
import fr.preau.database.JdbiSetup;
import fr.preau.database.PostgresServer;
import fr.preau.journal.Broken;
import fr.preau.journal.Heads;
import fr.preau.journal.Pending;
import fr.preau.journal.SigningKey;
import fr.preau.journal.Verification;
import fr.preau.kernel.Refusal;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.jackson.Jackson;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Argument;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * {@code verify-journal}: walks the journal and says whether it is what was sealed; the first fault ends it with status
 * 1. It writes nothing, so it is no {@link DataCommand}, which prepares the data first.
 */
final class VerifyJournalCommand extends ConfiguredCommand<PreauConfiguration> {
    private final Terminal terminal;

    VerifyJournalCommand(Terminal terminal) {
        super("verify-journal", DataCommand.about(terminal.messages(), "verify-journal"));
        this.terminal = terminal;
    }

    @Override
    protected Argument addFileArgument(Subparser parser) {
        return DataCommand.addConfiguration(parser);
    }

    @Override
    public void configure(Subparser parser) {
        super.configure(parser);
        parser.addArgument("--log").metavar("FILE").help(terminal.text("command.argument.log"));
        parser.addArgument("--demo").action(Arguments.storeTrue()).help(terminal.text("command.argument.demo"));
    }

    @Override
    protected void run(Bootstrap<PreauConfiguration> bootstrap, Namespace arguments, PreauConfiguration configuration)
            throws Exception {
        if (arguments.getBoolean("demo")) {
            configuration.demonstrate();
        }
        Heads heads = heads(arguments.getString("log"), configuration);
        try (PostgresServer postgres = PostgresServer.attach(configuration.database(), configuration.kind())) {
            Jdbi jdbi = JdbiSetup.configure(Jdbi.create(postgres.service()), Jackson.newObjectMapper());
            tell(new Verification(new Database(jdbi, InstantSource.system()))
                    .walk(heads, entries -> terminal.progress("command.verify.progress", entries)));
        }
    }

    private static Heads heads(@Nullable String log, PreauConfiguration configuration) throws IOException {
        if (log == null) {
            return Heads.none();
        }
        Path key = configuration.journalKey().orElseThrow(() -> Refusal.invalid("log", "command.verify.noKey"));
        return Heads.of(Path.of(log), SigningKey.open(key));
    }

    private void tell(Verification.Report report) {
        Broken broken = report.broken();
        if (broken != null) {
            throw Refusal.conflict(
                    "command.verify." + broken.fault().name(),
                    Long.toString(broken.entry()),
                    Long.toString(broken.position()));
        }
        terminal.say(
                "command.verify.whole",
                report.sealed().position(),
                report.erased(),
                report.heads(),
                report.sealed().hash());
        Pending pending = report.pending();
        if (pending.oldest() == null) {
            terminal.say("command.verify.allSealed");
            return;
        }
        terminal.say(
                "command.verify.pending", pending.entries(), pending.oldest().toString());
    }

    @Override
    public void onError(Cli cli, Namespace arguments, Throwable failure) {
        // Complaint says it.
    }
}
