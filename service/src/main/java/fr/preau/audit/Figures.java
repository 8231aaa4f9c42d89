package fr.preau.audit;

import fr.preau.checklist.Verdict;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures of an audit or a unit, or of a part of it, as {@code R__figures.sql} defines them.
 *
 * @param asked controls asked
 * @param coverage answered ÷ asked, 0 to 1; null when nothing is asked
 * @param conformity weighted share held of what is counted, 0 to 1; null when nothing is counted, shown « — »
 */
public record Figures(
        long asked,
        long conforming,
        long partial,
        long failing,
        long inapplicable,
        long unknown,
        @Nullable Double coverage,
        @Nullable Double conformity) {

    public static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, null, null);

    public long answered() {
        return conforming + partial + failing + inapplicable + unknown;
    }

    public long unanswered() {
        return asked - answered();
    }

    /** How many of each answer, by its code; what is not answered under {@code SANS_REPONSE}. */
    public Map<String, Long> counts() {
        return Map.of(
                Verdict.CONFORME.name(),
                conforming,
                Verdict.PARTIEL.name(),
                partial,
                Verdict.NON_CONFORME.name(),
                failing,
                Verdict.NE_SAIT_PAS.name(),
                unknown,
                Verdict.NON_APPLICABLE.name(),
                inapplicable,
                "SANS_REPONSE",
                unanswered());
    }

    /** The same counts without the conformity, for those who see progress only. */
    Figures progress() {
        return new Figures(asked, 0, 0, 0, 0, answered(), coverage, null);
    }
}
