package fr.preau;

import fr.preau.access.AccessServices;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.Actor;
import java.time.InstantSource;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/**
 * {@code remove-second-factor}: for a service that has no second administrator to confirm on the page. Whoever can run it
 * already holds the database; the owner is told all the same, and the journal knows.
 */
final class RemoveFactorCommand extends DataCommand {
    RemoveFactorCommand(Terminal terminal, InstantSource clock) {
        super("remove-second-factor", terminal, clock);
    }

    @Override
    void addArguments(Subparser parser) {
        parser.addArgument("email").metavar("EMAIL").help(help("email"));
    }

    @Override
    void work(Namespace arguments, Services services, LinkWay way) {
        AccessServices access = services.access();
        String email = arguments.getString("email");
        AccountId account = access.accounts().byEmail(Actor.SYSTEM, email);
        access.factors().removals().removeFromMachine(account);
        terminal.say("command.factorRemoved", email);
    }
}
