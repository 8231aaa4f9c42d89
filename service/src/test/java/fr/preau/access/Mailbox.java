package fr.preau.access;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.preau.App;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The network's other end: a mail server on loopback that keeps what it gets, and can be away for a while. */
public final class Mailbox implements AfterAllCallback {
    private static final Pattern LINK = Pattern.compile("https?://\\S+(/lien/\\S+)");

    private GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final int port;

    public Mailbox() {
        mail.start();
        port = mail.getSmtp().getPort();
    }

    /** The service with this mail server in its configuration. */
    public App configured(App app) {
        return app.with("mail.host", "127.0.0.1")
                .with("mail.port", Integer.toString(port))
                .with("mail.from", "Préau <preau@exemple.invalid>");
    }

    void goAway() {
        mail.stop();
    }

    void comeBack() {
        mail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
    }

    /** The one mail that an address gets, waited for. */
    public MimeMessage only(String email) {
        long until = System.nanoTime() + 30_000_000_000L;
        while (System.nanoTime() < until) {
            List<MimeMessage> got = to(email);
            if (!got.isEmpty()) {
                return got.get(0);
            }
            mail.waitForIncomingEmail(100, mail.getReceivedMessages().length + 1);
        }
        throw new AssertionError("no mail to " + email);
    }

    public List<MimeMessage> to(String email) {
        return Arrays.stream(mail.getReceivedMessages())
                .filter(message -> isTo(message, email))
                .toList();
    }

    /** The path of the link in it. */
    public static String link(MimeMessage message) {
        Matcher found = LINK.matcher(text(message));
        if (!found.find()) {
            throw new AssertionError("no link");
        }
        return found.group(1);
    }

    public static String text(MimeMessage message) {
        try {
            return ((String) message.getContent()).replace("\r\n", "\n");
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isTo(MimeMessage message, String email) {
        try {
            return message.getRecipients(Message.RecipientType.TO)[0].toString().equals(email);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        mail.stop();
    }
}
