package fr.preau.shared;

import fr.preau.checklist.Verdict;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.SharedAnswerId;
import fr.preau.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * An answer for many that a replaced collectivity has given.
 *
 * @param labelName label that its schools bear, null when they become a list
 * @param followers schools of one's own that follow it
 * @param exceptions schools of one's own that say otherwise
 * @param same whether one has answered for the very same list, so that it can't be one's own too
 */
public record TakeoverLine(
        SharedAnswerId id,
        UnitId owner,
        String ownerName,
        ControlCode control,
        Verdict verdict,
        @Nullable String comment,
        int edition,
        @Nullable String labelName,
        int followers,
        int exceptions,
        boolean same) {}
