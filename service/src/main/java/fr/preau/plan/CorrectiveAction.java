package fr.preau.plan;

import fr.preau.checklist.Party;
import fr.preau.kernel.ActionId;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ChecklistId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Message;
import fr.preau.kernel.Paris;
import fr.preau.kernel.UnitId;
import fr.preau.kernel.UnitName;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What is being done about a weakness, as one person sees it.
 *
 * @param owner the unit in whose name it was planned
 * @param campaign where the weakness was seen; the action goes on after it
 * @param cost whole euros, null when it is not known
 * @param schools how many it is for
 * @param seen how many of them the person sees
 * @param schoolName the first of those that they see, which is the only one when {@code seen} is 1
 * @param audit its audit
 * @param uais those that they see, with spaces between
 */
public record CorrectiveAction(
        ActionId id,
        UnitId owner,
        String ownerName,
        CampaignId campaign,
        String campaignName,
        ChecklistId checklist,
        ControlCode control,
        String theme,
        String title,
        Party party,
        LocalDate dueOn,
        @Nullable Integer cost,
        @Nullable String note,
        int schools,
        ActionState state,
        int version,
        Instant createdAt,
        Instant changedAt,
        @Nullable String authorName,
        int seen,
        String schoolName,
        AuditId audit,
        String uais) {

    /** How near an open action is said to be due. */
    public static final int SOON = 30;

    public Place place(LocalDate today) {
        return Place.of(state, dueOn, today);
    }

    /** How it stands by its day, in words: « en retard de 12 jours ». */
    public Message when(LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, dueOn);
        if (!state.open()) {
            return Message.of("plan.when.over", LocalDate.ofInstant(changedAt, Paris.ZONE));
        }
        if (days < 0) {
            return Message.of("plan.when.late", -days);
        }
        return days == 0 ? Message.of("plan.when.today") : Message.of("plan.when.in", days);
    }

    /** The days that an open action is past its own, 0 else. */
    public long daysLate(LocalDate today) {
        return place(today) == Place.LATE ? ChronoUnit.DAYS.between(dueOn, today) : 0;
    }

    /** The unit that keeps it, as pages name it: a school by its own name. */
    public Message ownerLabel() {
        return owner.kind() == UnitId.Kind.SCHOOL ? Message.of("plan.owner.school") : UnitName.of(owner, ownerName);
    }

    /** What is written of it. */
    public NewAction written() {
        return new NewAction(title, party, dueOn, cost, note);
    }

    /** Path of the action in the journal. */
    String object() {
        return "action/" + id;
    }
}
