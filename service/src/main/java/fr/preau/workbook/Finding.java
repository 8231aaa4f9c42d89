package fr.preau.workbook;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What there is to say of a cell, a school or a sheet that came back; those that say what is stored are only counted. */
public enum Finding {
    /** An answer that nobody has changed since the export: it is written unless left out. */
    CHANGED,
    /** Changed here and, since the export, there: written only when one says so. */
    STALE,
    /** Not applicable, or an exception to a shared answer, without saying why. */
    NO_REASON,
    /** Not one of the five answers. */
    ILLEGAL,
    /** A comment that is too long, or holds what can't be shown. */
    TEXT,
    /** Emptied: an answer can be changed, not taken back. */
    ERASED,
    /** Changed although it is not open: submitted, another's, or not asked. */
    LOCKED,
    /** No school of the workbook, or none that the person answers for. */
    UNKNOWN_SCHOOL,
    /** A sheet of another campaign. */
    FOREIGN_SHEET,
    /** A second row of the same school on one sheet. */
    TWICE;

    /** Whether it can be written. */
    public boolean writable() {
        return this == CHANGED || this == STALE;
    }

    static @Nullable Finding of(String name) {
        return Arrays.stream(values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
