package fr.preau.access.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one letter at a time, over a connection of its own with a limit on each wait. It keeps nothing and tries nothing
 * twice: that is for whoever calls it, outside of any transaction.
 */
public final class Smtp {
    private static final Logger LOG = LoggerFactory.getLogger(Smtp.class);
    private static final String PATIENCE = "10000";
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final MailServer server;

    public Smtp(MailServer server) {
        this.server = server;
    }

    /** Whether it left, and else why not. */
    public Delivery send(Letter letter) {
        Session session = Session.getInstance(properties());
        MimeMessage message;
        try {
            message = message(session, letter);
        } catch (AddressException e) {
            return Delivery.RECIPIENT_REFUSED;
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
        Delivery delivery = send(session, message);
        if (delivery != Delivery.SENT) {
            LOG.warn("mail did not leave by {}: {}", server.host(), delivery);
        }
        return delivery;
    }

    private Delivery send(Session session, MimeMessage message) {
        try (Transport transport = session.getTransport("smtp")) {
            if (server.login().isAsked()) {
                transport.connect(server.login().user(), server.login().password());
            } else {
                transport.connect();
            }
            transport.sendMessage(message, message.getAllRecipients());
            return Delivery.SENT;
        } catch (AuthenticationFailedException e) {
            return Delivery.LOGIN_REFUSED;
        } catch (SendFailedException e) {
            boolean unknown = e.getInvalidAddresses() != null && e.getInvalidAddresses().length > 0;
            return unknown ? Delivery.RECIPIENT_REFUSED : Delivery.MESSAGE_REFUSED;
        } catch (MessagingException e) {
            return reason(e);
        }
    }

    /** A server without TLS and one with a wrong certificate come as the same class as one that is away. */
    private Delivery reason(MessagingException failure) {
        boolean network = causes(failure)
                .anyMatch(cause -> cause instanceof ConnectException
                        || cause instanceof SocketTimeoutException
                        || cause instanceof UnknownHostException
                        || cause instanceof EOFException);
        boolean unsafe = causes(failure)
                .anyMatch(cause -> cause instanceof SSLException
                        || String.valueOf(cause.getMessage()).startsWith("STARTTLS is required"));
        if (unsafe) {
            return Delivery.INSECURE;
        }
        return network || failure.getNextException() != null ? Delivery.UNREACHABLE : Delivery.MESSAGE_REFUSED;
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    private MimeMessage message(Session session, Letter letter) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress(server.from(), true));
        message.setRecipient(Message.RecipientType.TO, recipient(letter));
        message.setSubject(letter.subject(), UTF_8);
        message.setText(letter.text().replace("\n", "\r\n"), UTF_8);
        // No machine should answer it, such as one that says its owner is away.
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    /** The one address, as it stands: not one among names, comments or others. */
    private static InternetAddress recipient(Letter letter) throws AddressException {
        InternetAddress recipient = new InternetAddress(letter.to(), true);
        if (!recipient.getAddress().equals(letter.to())) {
            throw new AddressException("more than an address");
        }
        return recipient;
    }

    private Properties properties() {
        Properties given = new Properties();
        given.setProperty("mail.smtp.host", server.host());
        given.setProperty("mail.smtp.port", Integer.toString(server.port()));
        given.setProperty("mail.smtp.connectiontimeout", PATIENCE);
        given.setProperty("mail.smtp.timeout", PATIENCE);
        given.setProperty("mail.smtp.writetimeout", PATIENCE);
        given.setProperty("mail.smtp.auth", Boolean.toString(server.login().isAsked()));
        boolean starts = server.encryption() == Encryption.STARTTLS;
        given.setProperty("mail.smtp.starttls.enable", Boolean.toString(starts));
        given.setProperty("mail.smtp.starttls.required", Boolean.toString(starts));
        given.setProperty("mail.smtp.ssl.enable", Boolean.toString(server.encryption() == Encryption.TLS));
        given.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        given.setProperty("mail.smtp.ssl.protocols", "TLSv1.2 TLSv1.3");
        // The name that we give in EHLO: nobody needs to know the machine's.
        given.setProperty("mail.smtp.localhost", "localhost");
        return given;
    }
}
