package fr.preau;

import fr.preau.audit.KeptFigures;
import fr.preau.database.Database;
import fr.preau.database.JdbiSetup;
import fr.preau.database.PostgresServer;
import fr.preau.kernel.Refusal;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.jackson.Jackson;
import java.time.InstantSource;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Argument;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.jdbi.v3.core.Jdbi;

/**
 * {@code check-figures}: recomputes every kept figure from the answers and compares; the first difference ends it with
 * status 1. {@code --recompute} makes them anew. As the owner of the schema: nobody else reads them all.
 */
final class CheckFiguresCommand extends ConfiguredCommand<PreauConfiguration> {
    private final Terminal terminal;
    private final InstantSource clock;

    CheckFiguresCommand(Terminal terminal, InstantSource clock) {
        super("check-figures", DataCommand.about(terminal.messages(), "check-figures"));
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
        parser.addArgument("--recompute")
                .action(Arguments.storeTrue())
                .help(terminal.text("command.argument.recompute"));
        parser.addArgument("--demo").action(Arguments.storeTrue()).help(terminal.text("command.argument.demo"));
    }

    @Override
    protected void run(Bootstrap<PreauConfiguration> bootstrap, Namespace arguments, PreauConfiguration configuration) {
        if (arguments.getBoolean("demo")) {
            configuration.demonstrate();
        }
        try (PostgresServer postgres = PostgresServer.attach(configuration.database(), configuration.kind())) {
            Jdbi jdbi = JdbiSetup.configure(Jdbi.create(postgres.owner()), Jackson.newObjectMapper());
            KeptFigures figures = new KeptFigures(new Database(jdbi, clock));
            if (arguments.getBoolean("recompute")) {
                figures.recompute();
            }
            figures.difference().ifPresent(one -> {
                throw Refusal.conflict(
                        "command.check.differs",
                        Long.toString(one.campaign()),
                        one.what(),
                        one.kept(),
                        one.recomputed());
            });
            terminal.say("command.check.same");
        }
    }

    @Override
    public void onError(Cli cli, Namespace arguments, Throwable failure) {
        // Complaint says it.
    }
}
