package fr.preau;

import fr.preau.access.AccessServices;
import fr.preau.access.NewToken;
import fr.preau.access.Scope;
import fr.preau.access.Secret;
import fr.preau.kernel.Actor;
import java.time.InstantSource;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code token}: issues an API token for an account and prints it, this once. */
final class TokenCommand extends DataCommand {
    TokenCommand(Terminal terminal, InstantSource clock) {
        super("token", terminal, clock);
    }

    @Override
    void addArguments(Subparser parser) {
        parser.addArgument("email").metavar("EMAIL").help(help("email"));
        parser.addArgument("--scope")
                .metavar("read|answer|review")
                .required(true)
                .help(help("scope"));
        parser.addArgument("--days").metavar("N").required(true).help(help("days"));
        parser.addArgument("--name").setDefault("ligne de commande").help(help("token"));
    }

    @Override
    void work(Namespace arguments, Services services, LinkWay way) {
        AccessServices access = services.access();
        String email = arguments.getString("email");
        Scope scope = Values.scope(arguments.getString("scope"));
        int days = Values.number("days", arguments.getString("days"));
        NewToken wanted = new NewToken(arguments.getString("name"), scope, days);
        Secret token = access.tokens().issue(Actor.SYSTEM, access.accounts().byEmail(Actor.SYSTEM, email), wanted);
        terminal.say("command.token", email, scope.label(), days);
        terminal.print(token.text());
    }
}
