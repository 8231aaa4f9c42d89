package fr.preau;

import fr.preau.database.Backup;
import fr.preau.database.Database;
import fr.preau.database.JdbiSetup;
import fr.preau.database.Manifest;
import fr.preau.database.PostgresServer;
import fr.preau.database.Restoration;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.Actor;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.jackson.Jackson;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Argument;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.jdbi.v3.core.Jdbi;

/**
 * {@code backup} writes the database into a file, {@code restore} puts a file into an empty database. Neither prepares the
 * data as a {@link DataCommand} does: what is restored must find nothing there.
 */
final class BackupCommand extends ConfiguredCommand<PreauConfiguration> {
    private final Terminal terminal;
    private final InstantSource clock;
    private final Direction direction;

    /** What is done with the file. */
    enum Direction {
        BACKUP,
        RESTORE;

        private String command() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    BackupCommand(Direction direction, Terminal terminal, InstantSource clock) {
        super(direction.command(), DataCommand.about(terminal.messages(), direction.command()));
        this.direction = direction;
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    protected Argument addFileArgument(Subparser parser) {
        return DataCommand.addConfiguration(parser);
    }

    @Override
    public void configure(Subparser parser) {
        super.configure(parser);
        parser.addArgument("backup").metavar("FILE").help(terminal.text("command.argument." + direction.command()));
        parser.addArgument("--demo").action(Arguments.storeTrue()).help(terminal.text("command.argument.demo"));
    }

    @Override
    protected void run(Bootstrap<PreauConfiguration> bootstrap, Namespace arguments, PreauConfiguration configuration) {
        if (arguments.getBoolean("demo")) {
            configuration.demonstrate();
        }
        Path file = Path.of(arguments.getString("backup"));
        try (PostgresServer postgres = PostgresServer.attach(configuration.database(), configuration.kind())) {
            Manifest manifest = switch (direction) {
                case BACKUP -> backup(postgres, file);
                case RESTORE -> new Restoration(postgres.owner()).run(file, this::tell);
            };
            terminal.say(
                    "command." + direction.command(),
                    file.toString(),
                    manifest.rows(),
                    manifest.tables().size());
        }
    }

    /** The entry comes after the copy: a restored database holds exactly what its backup holds. */
    private Manifest backup(PostgresServer postgres, Path file) {
        Manifest manifest = new Backup(postgres.owner()).write(file, this::tell);
        Jdbi jdbi = JdbiSetup.configure(Jdbi.create(postgres.service()), Jackson.newObjectMapper());
        new Database(jdbi, clock)
                .run(
                        Actor.SYSTEM,
                        tx -> new Journal(clock)
                                .record(
                                        tx,
                                        Entry.of(Actor.SYSTEM, "backup.made", "backup")
                                                .with(Map.of("rows", manifest.rows()))));
        return manifest;
    }

    private void tell(String table) {
        terminal.progress("command.backup.progress", table);
    }

    @Override
    public void onError(Cli cli, Namespace arguments, Throwable failure) {
        // Complaint says it.
    }
}
