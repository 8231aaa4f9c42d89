package fr.preau;

import fr.preau.kernel.Message;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import io.dropwizard.configuration.ConfigurationException;
import java.io.FileNotFoundException;
import java.net.BindException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sourceforge.argparse4j.inf.ArgumentParserException;
import net.sourceforge.argparse4j.internal.UnrecognizedArgumentException;
import net.sourceforge.argparse4j.internal.UnrecognizedCommandException;

/** Says why a command failed: one line with its remedy for what may happen, a stack trace only for a fault of ours. */
final class Complaint {
    private final Terminal terminal;

    Complaint(Terminal terminal) {
        this.terminal = terminal;
    }

    void tell(Throwable failure) {
        Optional<Message> known = causes(failure)
                .map(Complaint::message)
                .flatMap(Optional::stream)
                .findFirst();
        terminal.complain(known.orElseGet(() -> Message.of("command.unexpected", String.valueOf(failure))));
        if (known.isEmpty()) {
            failure.printStackTrace(terminal.err());
        }
        causes(failure)
                .filter(Refusal.class::isInstance)
                .map(refusal -> ((Refusal) refusal).problem())
                .filter(Problem.Invalid.class::isInstance)
                .map(invalid -> ((Problem.Invalid) invalid).violations())
                .filter(violations -> violations.size() > 1)
                .flatMap(List::stream)
                .forEach(violation -> terminal.complain(violation.message()));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> Stream.concat(Stream.of(cause), Stream.of(cause.getSuppressed())));
    }

    private static Optional<Message> message(Throwable cause) {
        if (cause instanceof Refusal refusal) {
            return Optional.of(refusal.problem().message());
        }
        if (cause instanceof ArgumentParserException usage) {
            return Optional.of(usage(usage));
        }
        if (cause instanceof ConfigurationException wrong) {
            return Optional.of(Message.of("command.configuration", told(wrong)));
        }
        if (cause instanceof FileSystemException file) {
            return Optional.of(Message.of("command.file", String.valueOf(file.getFile())));
        }
        if (cause instanceof FileNotFoundException file) {
            return Optional.of(Message.of("command.file", String.valueOf(file.getMessage())));
        }
        if (cause instanceof BindException) {
            return Optional.of(Message.of("command.port"));
        }
        return Optional.empty();
    }

    private static Message usage(ArgumentParserException wrong) {
        if (wrong instanceof UnrecognizedCommandException command) {
            return Message.of("command.unknown", command.getCommand());
        }
        String usage = wrong.getParser()
                .formatUsage()
                .replaceFirst("^usage: ", "")
                .replaceAll("\\s+", " ")
                .strip();
        if (wrong instanceof UnrecognizedArgumentException argument) {
            return Message.of("command.unknownArgument", argument.getArgument(), usage);
        }
        return Message.of("command.usage", usage);
    }

    /** Dropwizard's list of what is wrong, on one line; its first line repeats the file's name. */
    private static String told(ConfigurationException wrong) {
        return wrong.getErrors().stream()
                .map(error -> error.replaceAll("\\s+", " ").strip())
                .collect(Collectors.joining(", "));
    }
}
