package fr.preau;

import fr.preau.web.Messages;
import io.dropwizard.core.cli.Command;
import java.time.InstantSource;
import java.util.List;

/** The commands of the jar. */
final class Commands {
    private Commands() {}

    static List<Command> all(PreauApplication application, Terminal terminal, InstantSource clock) {
        Messages messages = terminal.messages();
        return List.of(
                new ServeCommand(application, messages),
                new DemoCommand(application, messages),
                new MigrateCommand(terminal),
                new ImportDirectoryCommand(terminal, clock),
                new ImportChecklistCommand(terminal, clock),
                new CreateUserCommand(terminal, clock),
                new ResetPasswordCommand(terminal, clock),
                new TokenCommand(terminal, clock));
    }
}
