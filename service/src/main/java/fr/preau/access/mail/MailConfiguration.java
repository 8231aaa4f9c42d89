package fr.preau.access.mail;

import fr.preau.kernel.Refusal;
import fr.preau.kernel.Setting;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The {@code mail} part of {@code config.yml}: the server that links leave by. Without a host nothing is ever sent. */
public final class MailConfiguration {
    private static final int SUBMISSION = 587;

    @Setting
    private String host = "";

    @Min(1)
    @Max(65_535)
    @Setting
    private int port = SUBMISSION;

    @Setting
    private String encryption = "";

    @Setting
    private String user = "";

    @Setting
    private String password = "";

    @Setting
    private String from = "";

    /**
     * The server that is named, empty when none is.
     *
     * @throws Refusal invalid, naming the key that is wrong and what to write there
     */
    public Optional<MailServer> server() {
        if (host.isBlank()) {
            return Optional.empty();
        }
        String name = host.strip();
        return Optional.of(new MailServer(
                name, port, encryption(name), new MailServer.Login(user.strip(), password), from.strip()));
    }

    private Encryption encryption(String name) {
        if (encryption.isBlank()) {
            return MailServer.isLoopback(name) ? Encryption.NONE : Encryption.STARTTLS;
        }
        String wanted = encryption.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(Encryption.values())
                .filter(each -> each.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("mail.encryption", "mail.encryption.form", encryption));
    }
}
