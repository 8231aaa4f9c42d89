package fr.preau.dashboard;

import fr.preau.audit.AuditState;
import fr.preau.audit.FigureReading;
import fr.preau.checklist.SchoolType;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.ControlCode;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which of a unit's schools a number counts; null is all of them.
 *
 * @param state one state; null for all but the removed
 * @param rendered whether only submitted and validated audits count, as in every figure but progress
 * @param control a control, of which {@code answers} are counted
 * @param answers codes of answers, {@code SANS_REPONSE} for none; empty for any
 * @param band fifth of conformity, 0 to 4; see {@link Spread}
 * @param reading of the answers and of the conformity
 */
public record SchoolFilter(
        @Nullable SchoolType type,
        @Nullable AuditState state,
        boolean rendered,
        @Nullable ControlCode control,
        List<String> answers,
        @Nullable Integer band,
        FigureReading reading) {

    public static final SchoolFilter ALL = of("", "", "", "", "");
    /** What an address says for submitted and validated ones. */
    public static final String RENDERED = "RENDUS";
    /** What an address says for the answers by which nothing is held. */
    public static final String MISSED = "MANQUEE";

    private static final String NONE = "SANS_REPONSE";

    public SchoolFilter {
        answers = List.copyOf(answers);
        rendered = rendered || control != null || band != null;
    }

    /** From an address; what nobody knows filters nothing, so that an old link still opens. */
    static SchoolFilter of(String type, String state, String control, String answer, String band) {
        return new SchoolFilter(
                one(SchoolType.values(), type),
                one(AuditState.values(), state),
                state.equals(RENDERED),
                control.isEmpty() ? null : ControlCode.fromString(control),
                control.isEmpty() ? List.of() : answers(answer),
                band.matches("[0-4]") ? Integer.valueOf(band) : null,
                FigureReading.DECLARED);
    }

    /** The same in a reading. */
    public SchoolFilter in(FigureReading other) {
        return new SchoolFilter(type, state, rendered, control, answers, band, other);
    }

    /** Whether it takes every school. */
    public boolean all() {
        return in(FigureReading.DECLARED).equals(ALL);
    }

    /** What an address bears of it, each part after an ampersand. */
    public String query() {
        String answer = answers.isEmpty() ? "" : "&reponse=" + (answers.size() > 1 ? MISSED : answers.get(0));
        String where = state != null ? "&etat=" + state : rendered ? "&etat=" + RENDERED : "";
        return (type == null ? "" : "&type=" + type)
                + where
                + (control == null ? "" : "&mesure=" + control + answer)
                + (band == null ? "" : "&tranche=" + band)
                + (reading == FigureReading.REVIEWED ? "&lecture=" + reading : "");
    }

    private static List<String> answers(String code) {
        if (code.equals(MISSED)) {
            return List.of(Verdict.NON_CONFORME.name(), Verdict.NE_SAIT_PAS.name(), NONE);
        }
        Verdict verdict = one(Verdict.values(), code);
        return verdict != null ? List.of(verdict.name()) : code.equals(NONE) ? List.of(NONE) : List.of();
    }

    /** Least conformity of the band. */
    public double least() {
        return band == null ? 0 : band * Spread.WIDTH;
    }

    /** What it stays below; the last band takes the whole in. */
    public double below() {
        return band == null || band == Spread.BANDS - 1 ? 2 : (band + 1) * Spread.WIDTH;
    }

    private static <E extends Enum<E>> @Nullable E one(E[] values, String name) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
