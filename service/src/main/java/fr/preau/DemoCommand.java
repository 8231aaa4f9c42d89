package fr.preau;

import fr.preau.web.Messages;
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import net.sourceforge.argparse4j.inf.Namespace;

/** {@code demo}: the service on invented data of its own, open to whoever sits at this machine and to nobody else. */
final class DemoCommand extends ServeCommand {
    DemoCommand(Application<PreauConfiguration> application, Messages messages) {
        super(application, messages, "demo");
    }

    @Override
    protected void run(Bootstrap<PreauConfiguration> bootstrap, Namespace arguments, PreauConfiguration configuration)
            throws Exception {
        configuration.demonstrate();
        ServerSettings.apply(configuration.server());
        ServerSettings.requireLoopback(configuration.server());
        super.run(bootstrap, arguments, configuration);
    }
}
