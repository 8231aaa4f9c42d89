package fr.preau;

import fr.preau.kernel.Refusal;
import fr.preau.web.Messages;
import io.dropwizard.core.cli.Command;
import io.dropwizard.core.setup.Bootstrap;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The commands of the jar, each by its whole name. */
final class Commands {
    private Commands() {}

    /** Refuses a first word that is no command's whole name: argparse4j would take « serve » for « server ». */
    static Optional<Throwable> unknown(Bootstrap<?> bootstrap, String... arguments) {
        return Stream.of(arguments)
                .limit(1)
                .filter(word -> !word.startsWith("-"))
                .filter(word -> bootstrap.getCommands().stream()
                        .noneMatch(command -> command.getName().equals(word)))
                .<Throwable>map(word -> Refusal.invalid("command", "command.unknown", word))
                .findFirst();
    }

    static List<Command> all(PreauApplication application, Terminal terminal, InstantSource clock) {
        Messages messages = terminal.messages();
        return List.of(
                new ServeCommand(application, messages),
                new DemoCommand(application, messages),
                new MigrateCommand(terminal),
                new ImportDirectoryCommand(terminal, clock),
                new ImportChecklistCommand(terminal, clock),
                new CreateUserCommand(terminal, clock),
                new ImportUsersCommand(terminal, clock),
                new EraseUserCommand(terminal, clock),
                new ResetPasswordCommand(terminal, clock),
                new RemoveFactorCommand(terminal, clock),
                new TokenCommand(terminal, clock),
                new VerifyJournalCommand(terminal),
                new VerifyDeliverableCommand(terminal),
                new BackupCommand(BackupCommand.Direction.BACKUP, terminal, clock),
                new BackupCommand(BackupCommand.Direction.RESTORE, terminal, clock),
                new GenerateDirectoryCommand(terminal),
                new GenerateAnswersCommand(terminal, clock),
                new CheckFiguresCommand(terminal, clock));
    }
}
