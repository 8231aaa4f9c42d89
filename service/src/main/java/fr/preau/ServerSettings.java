package fr.preau;

import fr.preau.kernel.Refusal;
import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.jetty.ConnectorFactory;
import io.dropwizard.jetty.HttpConnectorFactory;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What holds of the HTTP server whatever {@code config.yml} says or leaves out. */
final class ServerSettings {
    private static final String LOOPBACK = "127.0.0.1";
    private static final Set<String> LOOPBACKS = Set.of(LOOPBACK, "localhost", "::1", "[::1]");

    private ServerSettings() {}

    /** Binds to loopback unless told otherwise, and leaves every problem to our own mappers. */
    static void apply(DefaultServerFactory server) {
        // Dropwizard's mappers would answer a French page with English JSON.
        server.setRegisterDefaultExceptionMappers(false);
        connectors(server)
                .filter(connector -> connector.getBindHost() == null)
                .forEach(connector -> connector.setBindHost(LOOPBACK));
    }

    /** The demonstration lets anybody in: it listens on this machine alone. */
    static void requireLoopback(DefaultServerFactory server) {
        connectors(server)
                .map(HttpConnectorFactory::getBindHost)
                .filter(host -> !isLoopback(host))
                .findFirst()
                .ifPresent(host -> {
                    throw Refusal.conflict("command.demo.loopback", host);
                });
    }

    private static boolean isLoopback(@Nullable String host) {
        return host != null && LOOPBACKS.contains(host);
    }

    private static Stream<HttpConnectorFactory> connectors(DefaultServerFactory server) {
        Stream<ConnectorFactory> all =
                Stream.concat(server.getApplicationConnectors().stream(), server.getAdminConnectors().stream());
        return all.filter(HttpConnectorFactory.class::isInstance).map(HttpConnectorFactory.class::cast);
    }
}
