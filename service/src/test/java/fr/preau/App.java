package fr.preau;

import fr.preau.access.NewToken;
import fr.preau.access.Scope;
import fr.preau.access.Secret;
import fr.preau.access.SessionCookie;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.Actor;
import fr.preau.web.Messages;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.testing.ConfigOverride;
import io.dropwizard.testing.DropwizardTestSupport;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import org.glassfish.jersey.server.model.ResourceModel;
import org.glassfish.jersey.server.monitoring.ApplicationEvent;
import org.glassfish.jersey.server.monitoring.ApplicationEventListener;
import org.glassfish.jersey.server.monitoring.RequestEvent;
import org.glassfish.jersey.server.monitoring.RequestEventListener;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The whole service over HTTP for one test class: the shipped {@code config.yml}, a {@link Scene} on a database of its
 * own, free ports.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final App APP = new App();
 *
 * Visitor agent = APP.signIn(APP.scene().agent().account());
 * agent.get("/etablissements");
 * }</pre>
 *
 * <p>The application reads the scene's clock: {@code APP.scene().at("2026-12-01T08:00:00Z")} moves both.
 */
public final class App implements BeforeAllCallback, AfterAllCallback {
    private static final String PASSWORD = "test";

    private final TestDatabase postgres = new TestDatabase();
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private Scene scene;
    private DropwizardTestSupport<PreauConfiguration> support;
    private ResourceModel model;

    /** The same service with one key of {@code config.yml} set otherwise. */
    public App with(String key, String value) {
        settings.put(key, value);
        return this;
    }

    /** The same service with every door there is: a provider of identities and a mail server, at which nobody answers. */
    public App withAllDoors() {
        return with("singleSignOn.issuer", "http://localhost:9")
                .with("singleSignOn.name", "Essai")
                .with("singleSignOn.clientId", "preau")
                .with("singleSignOn.clientSecret", "secret")
                .with("mail.host", "127.0.0.1")
                .with("mail.port", "9")
                .with("mail.from", "preau@exemple.invalid");
    }

    public Scene scene() {
        return scene;
    }

    public TestDatabase postgres() {
        return postgres;
    }

    public Services services() {
        PreauApplication application = support.getApplication();
        return application.services();
    }

    /** Every address that Jersey answers at, as it has built them at its start. */
    public ResourceModel model() {
        return model;
    }

    /** What it has printed so far. */
    public String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    /** {@code http://localhost:PORT}, without a slash at the end. */
    public String url() {
        return "http://localhost:" + support.getLocalPort();
    }

    /** A browser that nobody has signed in with. */
    public Visitor anonymous() {
        return new Visitor(url(), null, null, "");
    }

    /** A browser in which the person is signed in. */
    public Visitor signIn(AccountId account) {
        Secret session = scene.sessions.open(account);
        return new Visitor(url(), cookie().name() + "=" + session.text(), null, session.derive("form"));
    }

    /** A program with a token of the person's. */
    public Visitor bearer(AccountId account, Scope scope) {
        String token = services()
                .access()
                .tokens()
                .issue(Actor.SYSTEM, account, new NewToken("essai", scope, 1))
                .text();
        return new Visitor(url(), null, token, "");
    }

    private SessionCookie cookie() {
        return new SessionCookie(support.getConfiguration().address().secure());
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        postgres.beforeAll(context);
        if (support != null) {
            return;
        }
        scene = new Scene(postgres);
        with("database.url", postgres.url()).with("database.password", PASSWORD);
        // Its clock stands still: no minute would ever end.
        settings.putIfAbsent("requestsPerMinute", "1000000");
        settings.putIfAbsent("server.applicationConnectors[0].port", "0");
        with("server.adminConnectors[0].port", "0");
        with(
                "deliverableKey",
                Files.createTempDirectory("preau").resolve("deliverable.key").toString());
        with(
                "secondFactorKey",
                Files.createTempDirectory("preau").resolve("key").toString());
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(Messages.load(), out, out);
        support = new DropwizardTestSupport<>(PreauApplication.class, "../config.yml", overrides()) {
            @Override
            public PreauApplication newApplication() {
                return new PreauApplication(terminal, scene.clock);
            }
        };
        support.addListener(new DropwizardTestSupport.ServiceListener<PreauConfiguration>() {
            @Override
            public void onRun(
                    PreauConfiguration configuration,
                    Environment environment,
                    DropwizardTestSupport<PreauConfiguration> rule) {
                environment.jersey().register(new ModelKept());
            }
        });
        support.before();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        boolean outermost = context.getRequiredTestClass().getEnclosingClass() == null;
        if (outermost && support != null) {
            support.after();
            // The test class holds this to the end of the process; a whole service must not stay with it.
            support = null;
            scene = null;
            model = null;
        }
        postgres.afterAll(context);
    }

    private ConfigOverride[] overrides() {
        return settings.entrySet().stream()
                .map(setting -> ConfigOverride.config(setting.getKey(), setting.getValue()))
                .toArray(ConfigOverride[]::new);
    }

    private final class ModelKept implements ApplicationEventListener {
        @Override
        public void onEvent(ApplicationEvent event) {
            if (event.getType() == ApplicationEvent.Type.INITIALIZATION_FINISHED) {
                model = event.getResourceModel();
            }
        }

        @Override
        public RequestEventListener onRequest(RequestEvent event) {
            return null;
        }
    }
}
