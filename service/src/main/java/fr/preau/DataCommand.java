package fr.preau;

import fr.preau.database.PostgresServer;
import fr.preau.kernel.Message;
import fr.preau.web.Messages;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import java.time.InstantSource;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Argument;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/**
 * A command that works on the service's data, beside a running service or alone: it reaches the same database, and starts
 * the embedded one only when nobody has.
 */
abstract class DataCommand extends ConfiguredCommand<PreauConfiguration> {
    private static final String DEMO = "demo";

    final Terminal terminal;
    private final InstantSource clock;

    DataCommand(String name, Terminal terminal, InstantSource clock) {
        super(name, about(terminal.messages(), name));
        this.terminal = terminal;
        this.clock = clock;
    }

    static String about(Messages messages, String name) {
        return messages.text(Messages.FRENCH, Message.of("command." + name + ".about"));
    }

    static Argument addConfiguration(Subparser parser) {
        return parser.addArgument("file").metavar("config.yml");
    }

    @Override
    protected Argument addFileArgument(Subparser parser) {
        return addConfiguration(parser);
    }

    @Override
    public void configure(Subparser parser) {
        super.configure(parser);
        addArguments(parser);
        parser.addArgument("--" + DEMO).action(Arguments.storeTrue()).help(help(DEMO));
    }

    /** What the command takes beside the configuration, all of it as text: what is wrong is said in French. */
    abstract void addArguments(Subparser parser);

    abstract void work(Namespace arguments, Services services, LinkWay way) throws Exception;

    /** The sentence of an argument. */
    final String help(String argument) {
        return terminal.text(Message.of("command.argument." + argument));
    }

    @Override
    protected void run(Bootstrap<PreauConfiguration> bootstrap, Namespace arguments, PreauConfiguration configuration)
            throws Exception {
        if (arguments.getBoolean(DEMO)) {
            configuration.demonstrate();
        }
        LinkWay way = LinkWay.of(configuration);
        try (PostgresServer postgres = PostgresServer.attach(configuration.database(), configuration.kind())) {
            Services services = Services.on(postgres, clock);
            services.prepare();
            work(arguments, services, way);
        }
    }

    @Override
    public void onError(Cli cli, Namespace arguments, Throwable failure) {
        // Complaint says it.
    }
}
