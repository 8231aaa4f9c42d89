package fr.preau.audit;

import fr.preau.kernel.Message;
import fr.preau.kernel.UnitId;
import fr.preau.kernel.UnitName;
import org.jspecify.annotations.Nullable;

/**
 * Where the audits of one unit stand in a campaign. Each expected one is counted once among silent, started, sent back,
 * submitted and validated; late ones are told beside, for they are some of the first three.
 *
 * @param unit null for the schools without a collectivity
 * @param silent nobody has answered anything
 * @param sentBack refused by the reviewer, and to be corrected
 * @param late not handed in although its last day, extended or not, is past
 */
public record FollowLine(
        @Nullable UnitId unit,
        @Nullable String name,
        int expected,
        int silent,
        int started,
        int sentBack,
        int submitted,
        int validated,
        int late) {
    /** The columns of a follow-up, each with the list that its number counts. */
    public enum Column {
        EXPECTED,
        SILENT,
        STARTED,
        SENT_BACK,
        SUBMITTED,
        VALIDATED,
        LATE
    }

    /** What pages call it. */
    public Message label() {
        return unit == null
                ? Message.of("campaign.roster.alone")
                : UnitName.of(unit, name == null ? unit.code() : name);
    }

    public int of(Column column) {
        return switch (column) {
            case EXPECTED -> expected;
            case SILENT -> silent;
            case STARTED -> started;
            case SENT_BACK -> sentBack;
            case SUBMITTED -> submitted;
            case VALIDATED -> validated;
            case LATE -> late;
        };
    }

    /** What narrows a list of audits to what the column counts. */
    public static String filter(Column column) {
        return switch (column) {
            case EXPECTED -> "";
            case SILENT -> "&etat=TO_DO";
            case STARTED -> "&etat=IN_PROGRESS";
            case SENT_BACK, SUBMITTED, VALIDATED -> "&etat=" + column;
            case LATE -> "&retard=oui";
        };
    }
}
