package fr.preau.shared;

import fr.preau.checklist.SchoolType;
import fr.preau.kernel.Message;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How many schools one answers for in a type, in a commune, or with neither in all. */
public record SetCount(
        @Nullable SchoolType schoolType,
        @Nullable String commune,
        @Nullable String communeName,
        int schools) {

    /** The set that holds them. */
    public SchoolSet set() {
        if (schoolType != null) {
            return SchoolSet.type(schoolType);
        }
        return commune == null ? SchoolSet.ALL : SchoolSet.commune(commune);
    }

    Message label() {
        if (schoolType != null) {
            return Message.of("shared.set.TYPE", SharedAnswer.typeLabel(schoolType));
        }
        return commune == null
                ? Message.of("shared.set.ALL")
                : Message.of("shared.set.COMMUNE", Objects.requireNonNull(communeName));
    }
}
