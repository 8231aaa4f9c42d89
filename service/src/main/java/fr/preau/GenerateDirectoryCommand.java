package fr.preau;

import fr.preau.demo.CountryDirectory;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.Command;
import io.dropwizard.core.setup.Bootstrap;
import java.nio.file.Path;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code generate-directory}: writes an invented country as a directory file; it touches no database. */
final class GenerateDirectoryCommand extends Command {
    private final Terminal terminal;

    GenerateDirectoryCommand(Terminal terminal) {
        super("generate-directory", DataCommand.about(terminal.messages(), "generate-directory"));
        this.terminal = terminal;
    }

    @Override
    public void configure(Subparser parser) {
        parser.addArgument("--schools").metavar("N").required(true).help(terminal.text("command.argument.schools"));
        parser.addArgument("--seed").metavar("S").setDefault("1").help(terminal.text("command.argument.seed"));
        parser.addArgument("directory").metavar("FILE").help(terminal.text("command.argument.generated"));
    }

    @Override
    public void run(Bootstrap<?> bootstrap, Namespace arguments) {
        Path file = Path.of(arguments.getString("directory"));
        CountryDirectory.Written written = CountryDirectory.write(
                Values.number("schools", arguments.getString("schools")),
                Values.number("seed", arguments.getString("seed")),
                file);
        terminal.say(
                "command.generated.directory",
                written.schools(),
                written.communes(),
                file.toString(),
                CountryDirectory.overrides(file).toString());
    }

    @Override
    public void onError(Cli cli, Namespace arguments, Throwable failure) {
        // Complaint says it.
    }
}
