package fr.preau;

import fr.preau.access.Accounts;
import fr.preau.access.Erasures;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.Actor;
import java.time.InstantSource;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code erase-user}: erases who a closed account was, for a service where no administrator covers all of its units. */
final class EraseUserCommand extends DataCommand {
    EraseUserCommand(Terminal terminal, InstantSource clock) {
        super("erase-user", terminal, clock);
    }

    @Override
    void addArguments(Subparser parser) {
        parser.addArgument("email").metavar("EMAIL").help(help("email"));
    }

    @Override
    void work(Namespace arguments, Services services, LinkWay way) {
        Accounts accounts = services.access().accounts();
        Erasures erasures = services.access().people().erasures();
        AccountId account = accounts.byEmail(Actor.SYSTEM, arguments.getString("email"));
        long texts = erasures.erase(Actor.SYSTEM, account);
        terminal.say("command.erased", account.toString(), texts);
    }
}
