package fr.preau;

import fr.preau.access.Accounts;
import fr.preau.access.DatedGrant;
import fr.preau.access.Grant;
import fr.preau.access.NewPerson;
import fr.preau.access.Secret;
import fr.preau.access.Units;
import fr.preau.kernel.Actor;
import java.time.InstantSource;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code create-user}: creates an account with one right, whose link leaves by mail, or is printed where there is none. */
final class CreateUserCommand extends DataCommand {
    CreateUserCommand(Terminal terminal, InstantSource clock) {
        super("create-user", terminal, clock);
    }

    @Override
    void addArguments(Subparser parser) {
        parser.addArgument("--email").required(true).help(help("email"));
        parser.addArgument("--name").required(true).help(help("name"));
        parser.addArgument("--employer").metavar("UNIT").required(true).help(help("employer"));
        parser.addArgument("--role").required(true).help(help("role"));
        parser.addArgument("--unit").required(true).help(help("unit"));
    }

    @Override
    void work(Namespace arguments, Services services, LinkWay way) {
        Accounts accounts = services.access().accounts();
        Units units = services.access().units();
        NewPerson person = new NewPerson(
                arguments.getString("email"),
                arguments.getString("name"),
                units.only(Actor.SYSTEM, "employer", arguments.getString("employer")));
        Grant grant = new Grant(
                Values.role(arguments.getString("role")),
                units.only(Actor.SYSTEM, "unit", arguments.getString("unit")));
        if (way.mail()) {
            accounts.inviteByMail(Actor.SYSTEM, person, DatedGrant.endless(grant));
            terminal.say("command.invited.mail", person.email());
            return;
        }
        Secret link = accounts.invite(Actor.SYSTEM, person, grant);
        terminal.say("command.invited", person.email());
        terminal.print(way.to(link));
    }
}
