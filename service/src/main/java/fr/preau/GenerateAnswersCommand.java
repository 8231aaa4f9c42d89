package fr.preau;

import fr.preau.database.Database;
import fr.preau.database.JdbiSetup;
import fr.preau.database.PostgresServer;
import fr.preau.demo.Country;
import fr.preau.demo.FilledCampaign;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Refusal;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.jackson.Jackson;
import java.time.InstantSource;
import java.util.List;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Argument;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.jdbi.v3.core.Jdbi;

/**
 * {@code generate-answers}: opens and fills in campaigns of an invented country. It writes as the owner of the schema, and
 * refuses a database that holds one real school.
 */
final class GenerateAnswersCommand extends ConfiguredCommand<PreauConfiguration> {
    private static final int STEP = 10;

    private final Terminal terminal;
    private final InstantSource clock;

    GenerateAnswersCommand(Terminal terminal, InstantSource clock) {
        super("generate-answers", DataCommand.about(terminal.messages(), "generate-answers"));
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
        parser.addArgument("--campaign").metavar("N").help(terminal.text("command.argument.campaign"));
        parser.addArgument("--campaigns")
                .metavar("1|2")
                .setDefault("1")
                .help(terminal.text("command.argument.campaigns"));
        parser.addArgument("--seed").metavar("S").setDefault("1").help(terminal.text("command.argument.seed"));
        parser.addArgument("--compare").action(Arguments.storeTrue()).help(terminal.text("command.argument.compare"));
    }

    @Override
    protected void run(Bootstrap<PreauConfiguration> bootstrap, Namespace arguments, PreauConfiguration configuration) {
        int campaigns = Values.number("campaigns", arguments.getString("campaigns"));
        if (campaigns < 1 || campaigns > 2) {
            throw Refusal.invalid("campaigns", "command.generate.campaigns");
        }
        long seed = Values.number("seed", arguments.getString("seed"));
        String campaign = arguments.getString("campaign");
        boolean compare = arguments.getBoolean("compare");
        try (PostgresServer postgres = PostgresServer.attach(configuration.database(), configuration.kind())) {
            Services.on(postgres, clock).prepare();
            Jdbi jdbi = JdbiSetup.configure(Jdbi.create(postgres.owner()), Jackson.newObjectMapper());
            Country country = new Country(new Database(jdbi, clock), clock, seed);
            List<CampaignId> filled =
                    campaign == null ? country.open(campaigns) : List.of(CampaignId.fromString(campaign));
            filled.forEach(id -> tell(country.fill(id, compare, this::progress)));
        }
    }

    private void progress(FilledCampaign filled) {
        if (filled.departments() % STEP == 0) {
            terminal.progress("command.generate.progress", filled.audits(), filled.answers());
        }
    }

    private void tell(FilledCampaign filled) {
        terminal.say(
                "command.generated.answers",
                filled.campaign().toString(),
                filled.audits(),
                filled.answers(),
                filled.took().toSeconds(),
                filled.rate());
        if (filled.ratio() > 0) {
            terminal.say("command.generated.ratio", filled.ratio());
        }
    }

    @Override
    public void onError(Cli cli, Namespace arguments, Throwable failure) {
        // Complaint says it.
    }
}
