package fr.preau;

import fr.preau.access.Accounts;
import fr.preau.access.PublicUrl;
import io.dropwizard.lifecycle.ServerLifecycleListener;
import org.eclipse.jetty.server.Server;

/**
 * Says once that the service is there and at which address. As long as there is nobody, it also gives the link by which
 * the first administrator comes in: on the standard output alone, never in a log.
 */
final class Welcome implements ServerLifecycleListener {
    private final Terminal terminal;
    private final PreauConfiguration configuration;
    private final Accounts accounts;

    Welcome(Terminal terminal, PreauConfiguration configuration, Accounts accounts) {
        this.terminal = terminal;
        this.configuration = configuration;
        this.accounts = accounts;
    }

    @Override
    public void serverStarted(Server server) {
        PublicUrl given = configuration.publicUrl();
        PublicUrl address = given == null ? PublicUrl.local(getLocalPort(server)) : given;
        terminal.say(configuration.isDemonstration() ? "command.started.demo" : "command.started", address.toString());
        if (!configuration.isDemonstration()) {
            accounts.firstLink()
                    .ifPresent(secret -> terminal.say("command.firstLink", address.link("/lien/" + secret.text())));
        }
    }
}
