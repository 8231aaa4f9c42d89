package fr.preau.audit;

import fr.preau.kernel.Message;
import fr.preau.kernel.UnitId;
import fr.preau.kernel.UnitName;
import fr.preau.territory.Territory;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The collectivity that a list of a unit's audits is cut to: of one that stretches beyond the unit, its schools there
 * alone. So a line of a unit's table leads to exactly the audits that it counts.
 *
 * @param code of the collectivity, empty for the schools without any
 */
public record Cut(String code) {
    private static final String NONE = "aucune";
    private static final String COLLECTIVITY = UnitId.Kind.COLLECTIVITY.label() + "-";

    /** The one that an address bears; null, which cuts nothing, for what names no collectivity: an old link still opens. */
    public static @Nullable Cut of(String within) {
        if (within.equals(NONE)) {
            return new Cut("");
        }
        return within.startsWith(COLLECTIVITY)
                ? new Cut(UnitId.fromString(within).code())
                : null;
    }

    /** That of a table's line, null being the schools without any. */
    public static Cut of(@Nullable UnitId collectivity) {
        return new Cut(collectivity == null ? "" : collectivity.code());
    }

    /** What an address bears of it, after an ampersand. */
    public String query() {
        return "&dans=" + value();
    }

    /** The same as a form repeats it. */
    public String value() {
        return code.isEmpty() ? NONE : COLLECTIVITY + code;
    }

    /** What pages call it, for a list that is not empty: of any other it tells nobody whether there is such a one. */
    public Message label(Handle tx) {
        if (code.isEmpty()) {
            return Message.of("audit.collectivity.none");
        }
        UnitId unit = UnitId.collectivity(code);
        return UnitName.of(
                unit, Territory.unit(tx, unit).map(found -> found.name()).orElse(code));
    }
}
