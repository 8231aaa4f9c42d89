package fr.preau;

import fr.preau.database.PostgresServer;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import net.sourceforge.argparse4j.inf.Argument;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code migrate}: brings the schema to this version; on an external server this is the owner's affair. */
final class MigrateCommand extends ConfiguredCommand<PreauConfiguration> {
    private final Terminal terminal;

    MigrateCommand(Terminal terminal) {
        super("migrate", DataCommand.about(terminal.messages(), "migrate"));
        this.terminal = terminal;
    }

    @Override
    protected Argument addFileArgument(Subparser parser) {
        return DataCommand.addConfiguration(parser);
    }

    @Override
    protected void run(Bootstrap<PreauConfiguration> bootstrap, Namespace arguments, PreauConfiguration configuration) {
        int applied = PostgresServer.migrate(configuration.database(), configuration.kind());
        terminal.say("command.migrated", applied);
    }

    @Override
    public void onError(Cli cli, Namespace arguments, Throwable failure) {
        // Complaint says it.
    }
}
