package fr.preau;

import fr.preau.access.Accounts;
import fr.preau.access.Secret;
import fr.preau.kernel.Actor;
import java.time.InstantSource;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/**
 * {@code reset-password}: prints a link, good for an hour and once, by which an account's owner chooses a password; where
 * mail is set up too, for it is the way in when mail is what fails.
 */
final class ResetPasswordCommand extends DataCommand {
    ResetPasswordCommand(Terminal terminal, InstantSource clock) {
        super("reset-password", terminal, clock);
    }

    @Override
    void addArguments(Subparser parser) {
        parser.addArgument("email").metavar("EMAIL").help(help("email"));
    }

    @Override
    void work(Namespace arguments, Services services, LinkWay way) {
        Accounts accounts = services.access().accounts();
        String email = arguments.getString("email");
        Secret link = accounts.resetLink(Actor.SYSTEM, accounts.byEmail(Actor.SYSTEM, email));
        terminal.say("command.reset", email);
        terminal.print(way.to(link));
    }
}
