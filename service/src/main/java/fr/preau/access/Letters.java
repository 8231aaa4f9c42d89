package fr.preau.access;

import fr.preau.access.mail.Letter;
import fr.preau.kernel.Message;
import fr.preau.web.Messages;
import java.time.Instant;
import java.util.Locale;

/** What a mail says, in French and then in English: who reads it has no language here yet. */
public final class Letters {
    private final Messages messages;
    private final PublicUrl address;

    public Letters(Messages messages, PublicUrl address) {
        this.messages = messages;
        this.address = address;
    }

    Letter with(Secret link, LinkPurpose purpose, MailRow to, Instant until) {
        String subject = text(Messages.FRENCH, Message.of("mail.subject." + purpose.name()));
        String where = address.link("/lien/" + link.text());
        Message body = Message.of("mail.text." + purpose.name(), String.valueOf(to.name()), where, until, address);
        return new Letter(to.email(), subject, both(body));
    }

    /** A letter to somebody, without a link of their own. */
    public Mails.Written written(Message subject, Message body) {
        return new Mails.Written(text(Messages.FRENCH, subject), both(body));
    }

    /** French, then English. */
    public String both(Message body) {
        return text(Messages.FRENCH, body) + "\n\n— — —\n\n" + text(Messages.ENGLISH, body) + "\n";
    }

    /** Where one signs in. */
    public String door() {
        return address.link("/connexion");
    }

    private String text(Locale locale, Message message) {
        return messages.text(locale, message);
    }
}
