package fr.preau;

import fr.preau.access.PublicUrl;
import fr.preau.access.RateLimit;
import fr.preau.access.SessionCookie;
import fr.preau.access.SessionLimits;
import fr.preau.access.ThrottleAddress;
import fr.preau.access.factor.FactorKey;
import fr.preau.access.mail.MailConfiguration;
import fr.preau.access.mail.MailServer;
import fr.preau.access.oidc.ProviderSettings;
import fr.preau.access.oidc.SingleSignOnConfiguration;
import fr.preau.database.DatabaseConfiguration;
import fr.preau.database.DatabaseKind;
import fr.preau.journal.JournalConfiguration;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.Setting;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.jetty.HttpConnectorFactory;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@code config.yml} says. Every key has a default that is safe on one's own machine. */
public final class PreauConfiguration extends Configuration {
    private static final Path DEMO_DIRECTORY = Path.of("data-demo");

    @Valid
    @Setting
    private DatabaseConfiguration database = new DatabaseConfiguration();

    @Setting
    private String publicUrl = "";

    @Setting
    private List<String> trustedProxies = List.of();

    @Min(10)
    @Setting
    private int requestsPerMinute = 600;

    @Valid
    @Setting
    private JournalConfiguration journal = new JournalConfiguration();

    @Valid
    @Setting
    private SessionConfiguration sessions = new SessionConfiguration();

    @Setting
    private String secondFactorKey = "";

    @Setting
    private String deliverableKey = "";

    @Valid
    @Setting
    private EvidenceConfiguration evidence = new EvidenceConfiguration();

    @Valid
    @Setting
    private SingleSignOnConfiguration singleSignOn = new SingleSignOnConfiguration();

    @Valid
    @Setting
    private MailConfiguration mail = new MailConfiguration();

    private DatabaseKind kind = DatabaseKind.SERVER;

    public PreauConfiguration() {
        setServerFactory(new DefaultServerFactory());
    }

    /** Turns to the demonstration's own data, from where nothing leads back. */
    void demonstrate() {
        kind = DatabaseKind.DEMO;
        database = database.withDirectory(DEMO_DIRECTORY);
    }

    DatabaseConfiguration database() {
        return database;
    }

    DatabaseKind kind() {
        return kind;
    }

    /** The key that signs the journal's heads: beside the embedded data unless told; empty when nothing tells. */
    Optional<Path> journalKey() {
        Optional<Path> own = database.isExternal()
                ? Optional.empty()
                : Optional.of(database.directory().resolve("journal.key"));
        return isDemonstration() ? own : journal.key().or(() -> own);
    }

    boolean isDemonstration() {
        return kind == DatabaseKind.DEMO;
    }

    /** Where browsers come from elsewhere, null when only this machine reaches the service. */
    @Nullable
    PublicUrl publicUrl() {
        return publicUrl.isBlank() || isDemonstration() ? null : PublicUrl.of(publicUrl);
    }

    /** Where one-time links begin. */
    PublicUrl address() {
        PublicUrl given = publicUrl();
        return given == null ? PublicUrl.local(port()) : given;
    }

    ThrottleAddress throttleAddress() {
        return ThrottleAddress.trusting(trustedProxies);
    }

    /** What a session, a token or an address may ask in a minute. */
    RateLimit rateLimit(InstantSource clock) {
        return new RateLimit(requestsPerMinute, new SessionCookie(address().secure()), throttleAddress(), clock);
    }

    SessionLimits sessionLimits() {
        return sessions.limits();
    }

    /** Bytes that the files of one collectivity may take. */
    long evidenceRoom() {
        return evidence.room();
    }

    /** The file of the key that second-factor secrets are encrypted with. */
    Path secondFactorKey() {
        return secondFactorKey.isBlank()
                ? database.directory().resolve(FactorKey.FILE)
                : Path.of(secondFactorKey.strip());
    }

    /** The file of the key that signs livrables. */
    Path deliverableKey() {
        return deliverableKey.isBlank() || isDemonstration()
                ? database.directory().resolve("deliverable.key")
                : Path.of(deliverableKey.strip());
    }

    /** The provider of identities, empty where there is none: never in the demonstration. */
    Optional<ProviderSettings> provider() {
        return isDemonstration() ? Optional.empty() : singleSignOn.provider();
    }

    /** The server that mail leaves by, empty where there is none: never in the demonstration. */
    Optional<MailServer> mailServer() {
        return isDemonstration() ? Optional.empty() : mail.server();
    }

    /** The port of the first application connector. */
    int port() {
        return server().getApplicationConnectors().stream()
                .filter(HttpConnectorFactory.class::isInstance)
                .mapToInt(connector -> ((HttpConnectorFactory) connector).getPort())
                .findFirst()
                .orElse(0);
    }

    DefaultServerFactory server() {
        if (getServerFactory() instanceof DefaultServerFactory server) {
            return server;
        }
        throw Refusal.invalid("server.type", "command.serverType");
    }
}
