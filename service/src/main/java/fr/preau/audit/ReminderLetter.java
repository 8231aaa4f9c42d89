package fr.preau.audit;

import fr.preau.access.Letters;
import fr.preau.access.Mails;
import fr.preau.access.Principal;
import fr.preau.kernel.Message;
import fr.preau.kernel.UnitName;
import java.util.List;

/** What a reminder says: the campaign, each of the receiver's own units with its number and last day, where to sign in. */
record ReminderLetter(Letters letters, Principal by) {
    private static final Message SUBJECT = Message.of("campaign.reminder.subject");

    Mails.Written to(Reminders.Prepared prepared, Receiver receiver) {
        return letters.written(SUBJECT, body(prepared, receiver));
    }

    /** In French, as that of every mail. */
    String subject() {
        return letters.written(SUBJECT, SUBJECT).subject();
    }

    /** The text alone, in French and then in English. */
    String text(Reminders.Prepared prepared, Receiver receiver) {
        return letters.both(body(prepared, receiver));
    }

    /** For who sends it by other means, to several people at once: it names no unit. */
    String common(Reminders.Prepared prepared) {
        return letters.both(Message.of(
                "campaign.reminder.common",
                prepared.campaign().name(),
                prepared.campaign().closesOn(),
                letters.door(),
                by.name()));
    }

    private Message body(Reminders.Prepared prepared, Receiver receiver) {
        return Message.of(
                "campaign.reminder.text",
                receiver.name(),
                prepared.campaign().name(),
                units(receiver.lines()),
                letters.door(),
                by.name());
    }

    /** One message that holds the next, so that each is told in the language of the whole. */
    private static Message units(List<ReminderLine> lines) {
        ReminderLine line = lines.get(0);
        Message first = Message.of(
                "campaign.reminder.unit", UnitName.of(line.unit(), line.unitName()), line.silent(), line.lastDay());
        return lines.size() == 1
                ? first
                : Message.of("campaign.reminder.units", first, units(lines.subList(1, lines.size())));
    }
}
