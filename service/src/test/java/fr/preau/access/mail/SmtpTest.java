package fr.preau.access.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.DummySSLSocketFactory;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.preau.kernel.Refusal;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One letter over real SMTP on loopback, and each way in which it does not leave. */
class SmtpTest {
    private static final String FROM = "Préau <preau@exemple.invalid>";
    private static final MailServer.Login NO_LOGIN = new MailServer.Login("", "");
    private static final Letter LETTER =
            new Letter("agent@exemple.invalid", "Préau : à lire", "Bonjour,\n\nvoici « l’adresse ».\n.\nFin\n");

    private GreenMail mail;

    @AfterEach
    void stop() {
        if (mail != null) {
            mail.stop();
        }
    }

    @Test
    void leaves_in_plain_text_with_its_accents_and_one_line_each_in_its_headers() throws Exception {
        assertThat(clear(NO_LOGIN).send(LETTER)).isEqualTo(Delivery.SENT);
        MimeMessage got = mail.getReceivedMessages()[0];
        assertThat(got.getSubject()).isEqualTo("Préau : à lire");
        assertThat(got.getFrom()[0].toString()).contains("preau@exemple.invalid");
        assertThat(got.getAllRecipients()).hasSize(1);
        assertThat(got.getContentType()).startsWith("text/plain").containsIgnoringCase("utf-8");
        assertThat(got.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(((String) got.getContent()).replace("\r\n", "\n").strip())
                .isEqualTo(LETTER.text().strip());
    }

    @Test
    void begins_no_other_header_whatever_the_letter_says() {
        for (String split : List.of("a\nBcc: autre@exemple.invalid", "a\r\nX: y", "a\u0000b", "a\u0085b")) {
            assertThatThrownBy(() -> new Letter("agent@exemple.invalid", split, "x"))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new Letter(split + "@exemple.invalid", "x", "x"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        Smtp smtp = clear(NO_LOGIN);
        for (String odd : List.of("a@x.fr,b@x.fr", "a@x.fr b@x.fr", "a <b@x.fr> c", "@x.fr", "a@", "(a)@x.fr,")) {
            assertThat(smtp.send(new Letter(odd, "x", "x"))).as(odd).isEqualTo(Delivery.RECIPIENT_REFUSED);
        }
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    @Test
    void signs_in_where_it_must_and_says_when_it_may_not() {
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        mail.setUser("preau@exemple.invalid", "preau", "juste");
        mail.getUserManager().setAuthRequired(true);
        int port = mail.getSmtp().getPort();
        assertThat(smtp(port, Encryption.NONE, new MailServer.Login("preau", "faux"))
                        .send(LETTER))
                .isEqualTo(Delivery.LOGIN_REFUSED);
        assertThat(smtp(port, Encryption.NONE, new MailServer.Login("preau", "juste"))
                        .send(LETTER))
                .isEqualTo(Delivery.SENT);
    }

    @Test
    void does_not_speak_in_the_clear_to_a_server_without_tls_nor_to_one_with_a_false_certificate() {
        clear(NO_LOGIN);
        int port = mail.getSmtp().getPort();
        assertThat(smtp(port, Encryption.STARTTLS, NO_LOGIN).send(LETTER)).isEqualTo(Delivery.INSECURE);
        assertThat(smtp(port, Encryption.TLS, NO_LOGIN).send(LETTER)).isEqualTo(Delivery.INSECURE);
        mail.stop();
        // GreenMail's own certificate, which no authority has signed.
        assertThat(DummySSLSocketFactory.getDefault()).isNotNull();
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        mail.start();
        assertThat(smtp(mail.getSmtps().getPort(), Encryption.TLS, NO_LOGIN).send(LETTER))
                .isEqualTo(Delivery.INSECURE);
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    @Test
    void says_that_nobody_answers() throws IOException {
        int nobody;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = free.getLocalPort();
        }
        assertThat(smtp(nobody, Encryption.NONE, NO_LOGIN).send(LETTER)).isEqualTo(Delivery.UNREACHABLE);
    }

    @Test
    void refuses_a_configuration_that_would_send_links_in_the_clear_or_from_nobody() {
        assertThatThrownBy(() -> new MailServer("mail.exemple.fr", 25, Encryption.NONE, NO_LOGIN, FROM))
                .isInstanceOf(Refusal.class);
        for (String from : List.of("", "Préau", "a@x.fr\r\nBcc: b@x.fr", "a b@x.fr")) {
            assertThatThrownBy(() -> new MailServer("localhost", 25, Encryption.NONE, NO_LOGIN, from))
                    .as(from)
                    .isInstanceOf(Refusal.class);
        }
        assertThatThrownBy(() -> new MailServer.Login("preau", "")).isInstanceOf(Refusal.class);
        assertThat(new MailServer.Login("preau", "juste").toString()).doesNotContain("juste");
    }

    private Smtp clear(MailServer.Login login) {
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        return smtp(mail.getSmtp().getPort(), Encryption.NONE, login);
    }

    private static Smtp smtp(int port, Encryption encryption, MailServer.Login login) {
        return new Smtp(new MailServer("127.0.0.1", port, encryption, login, FROM));
    }
}
