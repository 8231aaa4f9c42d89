package fr.preau;

import fr.preau.access.DemoSignIn;
import fr.preau.access.Outside;
import fr.preau.access.SecondFactors;
import fr.preau.access.factor.FactorKey;
import fr.preau.audit.KeptFigures;
import fr.preau.database.PostgresServer;
import fr.preau.demo.Demo;
import fr.preau.demo.DemoPerson;
import fr.preau.journal.Sealer;
import fr.preau.journal.Seals;
import fr.preau.journal.SigningKey;
import fr.preau.press.Issuing;
import fr.preau.press.PressServices;
import io.dropwizard.configuration.EnvironmentVariableSubstitutor;
import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.core.Application;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.util.JarLocation;
import java.io.ByteArrayOutputStream;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Préau: its commands, and the service wired by hand. */
public final class PreauApplication extends Application<PreauConfiguration> {
    private final Terminal terminal;
    private final InstantSource clock;
    private @Nullable Services services;

    public PreauApplication() {
        this(Terminal.system(), InstantSource.system());
    }

    PreauApplication(Terminal terminal, InstantSource clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    public static void main(String[] arguments) {
        if (new PreauApplication().execute(arguments) > 0) {
            System.exit(1);
        }
    }

    @Override
    public String getName() {
        return "preau";
    }

    @Override
    public void initialize(Bootstrap<PreauConfiguration> bootstrap) {
        // Secrets come from the environment; a variable that is not set is not a fault, its default is in the file.
        bootstrap.setConfigurationSourceProvider(new SubstitutingSourceProvider(
                bootstrap.getConfigurationSourceProvider(), new EnvironmentVariableSubstitutor(false)));
        Commands.all(this, terminal, clock).forEach(bootstrap::addCommand);
    }

    /** Runs one command and returns its exit status: 0, or 1 after one line that names the remedy. */
    int execute(String... arguments) {
        Bootstrap<PreauConfiguration> bootstrap = new Bootstrap<>(this);
        initialize(bootstrap);
        bootstrap.registerMetrics();
        // What argparse4j would print about a wrong usage is said by Complaint instead, in French and in one line.
        Cli cli = new Cli(new JarLocation(getClass()), bootstrap, terminal.out(), new ByteArrayOutputStream());
        Optional<Throwable> failure = Commands.unknown(bootstrap, arguments).or(() -> cli.run(arguments));
        failure.ifPresent(new Complaint(terminal)::tell);
        return failure.isPresent() ? 1 : 0;
    }

    @Override
    public void run(PreauConfiguration configuration, Environment environment) {
        ServerSettings.apply(configuration.server());
        OutsideWiring outside = OutsideWiring.of(configuration);
        PostgresServer postgres =
                PostgresServer.open(configuration.database(), configuration.kind(), environment.metrics());
        Outside wired;
        try {
            services = Services.on(postgres, clock, configuration.sessionLimits(), configuration.evidenceRoom());
            wired = wire(services, configuration, environment, outside);
        } catch (RuntimeException e) {
            postgres.close();
            throw e;
        }
        postgres.manage(environment);
        // After the server, so that these are stopped before it: the last entries are sealed then.
        environment.lifecycle().manage(sealer(configuration));
        PressServices press = press(services(), configuration);
        press.pages(services().jobs()).forEach(environment.jersey()::register);
        environment.lifecycle().manage(services().worker(press.kinds()));
        wired.postman().ifPresent(environment.lifecycle()::manage);
        environment.lifecycle().manage(new KeptFigures(services().database()).folder());
        environment.lifecycle().manage(services().access().people().sweeps().rounds());
    }

    /** What makes and signs the files of livrables; its key is made at the first start. */
    private PressServices press(Services wired, PreauConfiguration configuration) {
        SigningKey key = SigningKey.prepare(configuration.deliverableKey());
        Issuing.Imprinting imprinting =
                new Issuing.Imprinting(key, configuration.address().origin());
        return PressServices.on(
                wired.database(), wired.journal(), clock, wired.editions().dossiers(), imprinting);
    }

    private Sealer sealer(PreauConfiguration configuration) {
        SigningKey key = configuration.journalKey().map(SigningKey::prepare).orElse(null);
        return new Sealer(new Seals(services().database()), key, clock);
    }

    private Outside wire(
            Services wired, PreauConfiguration configuration, Environment environment, OutsideWiring wiring) {
        DemoSignIn demo = demonstration(wired, configuration);
        wired.prepare();
        SecondFactors factors = secondFactors(wired, configuration);
        Outside outside = wiring.on(wired, configuration, terminal.messages(), clock);
        new Pages(wired, configuration, demo, factors, outside).register(environment.jersey());
        Api.register(environment, wired, clock);
        environment.jersey().register(configuration.rateLimit(clock));
        Welcome welcome = new Welcome(terminal, configuration, wired.access().accounts());
        environment.lifecycle().addServerLifecycleListener(welcome);
        return outside;
    }

    /** In the demonstration: makes what is missing of it, and gives its buttons; elsewhere there are none. */
    private DemoSignIn demonstration(Services wired, PreauConfiguration configuration) {
        if (!configuration.isDemonstration()) {
            return DemoSignIn.OFF;
        }
        new Demo(wired.database(), clock).prepare();
        return DemoPerson.signIn(wired.access().accounts());
    }

    /** Everywhere but in the demonstration, which has no password either; a key that is not the database's stops it. */
    private @Nullable SecondFactors secondFactors(Services wired, PreauConfiguration configuration) {
        if (configuration.isDemonstration()) {
            return null;
        }
        FactorKey key = FactorKey.at(configuration.secondFactorKey());
        SecondFactors factors = new SecondFactors(wired.database(), wired.journal(), clock, key);
        factors.verifyKey();
        return factors;
    }

    /** The services of a running application, for tests that look behind its pages. */
    Services services() {
        return Objects.requireNonNull(services, "the application does not run");
    }
}
