package fr.preau;

import fr.preau.journal.SigningKey;
import fr.preau.press.Authenticity;
import fr.preau.press.Manifest;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.Command;
import io.dropwizard.core.setup.Bootstrap;
import java.io.IOException;
import java.nio.file.Path;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code verify-deliverable}: says whether a file is as it was signed; needs the public key, no service and no network. */
final class VerifyDeliverableCommand extends Command {
    private final Terminal terminal;

    VerifyDeliverableCommand(Terminal terminal) {
        super("verify-deliverable", DataCommand.about(terminal.messages(), "verify-deliverable"));
        this.terminal = terminal;
    }

    @Override
    public void configure(Subparser parser) {
        parser.addArgument("--key").metavar("FILE").required(true).help(terminal.text("command.argument.publicKey"));
        parser.addArgument("--manifest").metavar("FILE").help(terminal.text("command.argument.manifest"));
        parser.addArgument("deliverable").metavar("FILE").help(terminal.text("command.argument.deliverable"));
    }

    @Override
    public void run(Bootstrap<?> bootstrap, Namespace arguments) throws IOException {
        SigningKey key = SigningKey.published(Path.of(arguments.getString("key")));
        String manifest = arguments.getString("manifest");
        Path file = Path.of(arguments.getString("deliverable"));
        Manifest signed = new Authenticity(key).verify(file, manifest == null ? null : Path.of(manifest));
        terminal.say("command.deliverable.authentic", file.getFileName().toString(), key.id());
        signed.text().lines().skip(1).forEach(terminal::print);
    }

    @Override
    public void onError(Cli cli, Namespace arguments, Throwable failure) {
        // Complaint says it.
    }
}
