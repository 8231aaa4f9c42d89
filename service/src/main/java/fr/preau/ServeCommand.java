package fr.preau;

import fr.preau.web.Messages;
import io.dropwizard.core.Application;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.EnvironmentCommand;
import io.dropwizard.core.setup.Environment;
import net.sourceforge.argparse4j.inf.Argument;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;

/** {@code server}: runs the service until it is stopped. What stands in the way is one line, not a stack trace. */
class ServeCommand extends EnvironmentCommand<PreauConfiguration> {
    ServeCommand(Application<PreauConfiguration> application, Messages messages) {
        this(application, messages, "server");
    }

    ServeCommand(Application<PreauConfiguration> application, Messages messages, String name) {
        super(application, name, DataCommand.about(messages, name));
    }

    @Override
    protected Argument addFileArgument(Subparser parser) {
        return DataCommand.addConfiguration(parser);
    }

    @Override
    protected void run(Environment environment, Namespace arguments, PreauConfiguration configuration)
            throws Exception {
        Server server = configuration.getServerFactory().build(environment);
        // Ports are opened last, so that a port in use stops what was started before it, PostgreSQL first of all.
        server.setOpenEarly(false);
        server.addEventListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStopped(LifeCycle stopped) {
                cleanup();
            }
        });
        cleanupAsynchronously();
        try {
            server.start();
        } catch (Exception e) {
            server.stop();
            throw e;
        }
    }

    @Override
    public void onError(Cli cli, Namespace arguments, Throwable failure) {
        // Complaint says it.
    }
}
