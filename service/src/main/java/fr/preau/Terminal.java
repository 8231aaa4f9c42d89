package fr.preau;

import fr.preau.kernel.Message;
import fr.preau.web.Messages;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What a command says to the person who runs it, in French and in UTF-8: results on the standard output, what went wrong
 * beside it.
 */
public record Terminal(Messages messages, PrintStream out, PrintStream err) {
    static Terminal system() {
        return new Terminal(
                Messages.load(),
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
    }

    void say(Message message) {
        out.println(text(message));
    }

    void say(String key, Object... args) {
        say(Message.of(key, args));
    }

    /** Where a long work has come to: beside the result, which may go to a file. */
    void progress(String key, Object... args) {
        complain(Message.of(key, args));
    }

    /** A line without words: a link, a token. */
    void print(String line) {
        out.println(line);
    }

    void complain(Message message) {
        err.println(text(message));
    }

    String text(String key) {
        return text(Message.of(key));
    }

    String text(Message message) {
        return messages.text(Messages.FRENCH, message);
    }
}
