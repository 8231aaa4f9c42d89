package fr.preau;

import fr.preau.access.PeopleImports;
import fr.preau.access.PeoplePlan;
import fr.preau.kernel.Actor;
import fr.preau.kernel.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code import-users}: people and rights from a file, all of it or nothing; the links of who was created leave by mail, or are printed. */
final class ImportUsersCommand extends DataCommand {
    ImportUsersCommand(Terminal terminal, InstantSource clock) {
        super("import-users", terminal, clock);
    }

    @Override
    void addArguments(Subparser parser) {
        parser.addArgument("people").metavar("FILE").help(help("people"));
        parser.addArgument("--dry-run").action(Arguments.storeTrue()).help(help("dryRun"));
    }

    @Override
    void work(Namespace arguments, Services services, LinkWay way) {
        PeopleImports imports = services.access().people().imports();
        String text = read(Path.of(arguments.getString("people")));
        PeoplePlan plan = imports.checked(Actor.SYSTEM, text);
        plan.lines().forEach(terminal::say);
        if (arguments.getBoolean("dry_run")) {
            terminal.say("command.users.dry");
            return;
        }
        PeopleImports.Done done = imports.apply(Actor.SYSTEM, text, plan.digest(), way.mail());
        if (plan.created() > 0) {
            terminal.say(way.mail() ? "command.users.mail" : "command.users.links", plan.created());
        }
        done.invited().forEach(each -> terminal.print(each.email() + ";" + way.to(each.link())));
    }

    private static String read(Path file) {
        try {
            return PeopleImports.text(Files.readAllBytes(file));
        } catch (IOException e) {
            throw Refusal.invalid("file", "command.file", String.valueOf(file.getFileName()));
        }
    }
}
