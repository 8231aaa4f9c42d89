package fr.preau.access;

import fr.preau.kernel.Message;
import fr.preau.kernel.Paris;
import fr.preau.kernel.UnitId;
import fr.preau.kernel.UnitName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A right as pages tell it: what, since when, given by whom, until when.
 *
 * @param unit the unit's written form
 * @param unitName its bare name, null when it exists no more
 * @param until null when it has no end
 * @param givenBy account, 0 for the service's own commands
 * @param givenByName null for those
 */
public record HeldGrant(
        Role role,
        String unit,
        @Nullable String unitName,
        Instant since,
        @Nullable Instant until,
        long givenBy,
        @Nullable String givenByName) {

    public Grant grant() {
        return new Grant(role, UnitId.fromString(unit));
    }

    /** The last day on which it holds, null for no end. */
    public @Nullable LocalDate lastDay() {
        return DatedGrant.lastDay(until);
    }

    DatedGrant dated() {
        return new DatedGrant(grant(), lastDay());
    }

    /** « Agent, Commune de Montrelay ». */
    public Message label() {
        return Message.of("access.grant", Message.of("access.role." + role.name()), unitLabel());
    }

    public Message unitLabel() {
        return UnitName.of(UnitId.fromString(unit), Objects.requireNonNullElse(unitName, unit));
    }

    /** « Depuis le 3 novembre 2026, donné par … ». */
    public Message origin() {
        return givenByName == null
                ? Message.of("people.since.service", day(since))
                : Message.of("people.since", day(since), Message.author(givenByName));
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(Paris.ZONE).toLocalDate();
    }
}
