package fr.preau.shared;

import fr.preau.audit.NewAnswer;
import fr.preau.checklist.SchoolType;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Message;
import fr.preau.kernel.SharedAnswerId;
import fr.preau.kernel.UnitId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An answer given once for a set of schools, as it stands.
 *
 * @param setName name of the commune or of the label, null for other sets
 * @param verdict null when its only application was undone
 * @param changedByName null once the account is erased
 * @param takenFromName the replaced collectivity that gave it, null for what the owner gave itself
 * @param undoable whether an application can still be undone, if nobody has touched its answers
 */
public record SharedAnswer(
        SharedAnswerId id,
        CampaignId campaign,
        UnitId owner,
        ControlCode control,
        SchoolSet.Kind setKind,
        String setValue,
        List<String> schools,
        @Nullable String setName,
        @Nullable Verdict verdict,
        @Nullable String comment,
        int edition,
        Instant changedAt,
        AccountId changedBy,
        @Nullable String changedByName,
        boolean undoable,
        @Nullable String takenFromName,
        int followers) {

    public SchoolSet set() {
        return new SchoolSet(setKind, setValue, schools);
    }

    /** What it gives; only for one that stands. */
    NewAnswer answer() {
        return new NewAnswer(Objects.requireNonNull(verdict), comment);
    }

    /** The set in words. */
    public Message setLabel() {
        return switch (setKind) {
            case ALL -> Message.of("shared.set.ALL");
            case TYPE -> Message.of("shared.set.TYPE", typeLabel(SchoolType.valueOf(setValue)));
            case COMMUNE -> Message.of("shared.set.COMMUNE", name());
            case LABEL -> Message.of("shared.set.LABEL", name());
            case LIST -> Message.of("shared.set.LIST", schools.size());
        };
    }

    static Message typeLabel(SchoolType type) {
        return Message.of("checklist.type." + type.name());
    }

    private String name() {
        return Objects.requireNonNullElse(setName, setValue);
    }
}
