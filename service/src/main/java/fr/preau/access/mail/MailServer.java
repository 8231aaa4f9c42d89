package fr.preau.access.mail;

import fr.preau.kernel.Refusal;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Set;

/**
 * A mail server and as whom one writes, right when it exists: a wrong key stops the start.
 *
 * @param from address that messages come from, with a name or not: {@code Préau <preau@exemple.fr>}
 */
public record MailServer(String host, int port, Encryption encryption, Login login, String from) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    /** Name and password, both empty for a server that asks for none. */
    public record Login(String user, String password) {
        public Login {
            if (user.isEmpty() != password.isEmpty()) {
                throw Refusal.invalid("mail.user", "mail.login.half");
            }
        }

        boolean isAsked() {
            return !user.isEmpty();
        }

        /** Hides the password. */
        @Override
        public String toString() {
            return "login of " + user;
        }
    }

    public MailServer {
        if (encryption == Encryption.NONE && !isLoopback(host)) {
            throw Refusal.invalid("mail.encryption", "mail.encryption.clear", host);
        }
        if (from.isEmpty()) {
            throw Refusal.invalid("mail.from", "mail.from.missing");
        }
        try {
            new InternetAddress(from, true);
        } catch (AddressException e) {
            throw Refusal.invalid("mail.from", "mail.from.form", from);
        }
    }

    static boolean isLoopback(String host) {
        return LOOPBACK.contains(host);
    }
}
