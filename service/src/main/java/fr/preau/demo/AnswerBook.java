package fr.preau.demo;

import fr.preau.kernel.ControlCode;
import java.util.List;
import java.util.Map;

/**
 * The invented comments and how well each theme is held, as {@code demo/answers.json} gives them.
 *
 * @param themes by code
 * @param controls what is better or less well held than its theme, by code
 * @param types by type of school
 * @param levels by number
 * @param unknown comments of « ne sait pas »
 * @param inapplicable the only controls that are declared not applicable
 * @param sentBack what the officer asks to look at again in the audit that is sent back
 * @param secondRound the same, in one that was corrected since
 */
record AnswerBook(
        Map<String, ThemeNotes> themes,
        Map<String, Double> controls,
        Map<String, Double> types,
        Map<String, Double> levels,
        List<String> unknown,
        List<Inapplicable> inapplicable,
        List<Remark> sentBack,
        List<Remark> secondRound) {
    private static final AnswerBook INSTANCE = DemoTerritory.read("answers.json", AnswerBook.class);

    /**
     * @param bias added to the share of controls that are held
     * @param partial comments of « partiel »
     * @param failing comments of « non conforme »
     */
    record ThemeNotes(double bias, List<String> partial, List<String> failing) {}

    /**
     * @param share of schools that declare it
     */
    record Inapplicable(String control, double share, String reason) {}

    /**
     * An answer that a reviewer doesn't believe.
     *
     * @param comment what the answer said
     * @param reason what the reviewer wrote
     * @param correction what the next answer said, empty while it is awaited
     */
    record Remark(String control, String comment, String reason, String correction) {
        Remark {
            correction = correction == null ? "" : correction;
        }

        ControlCode code() {
            return new ControlCode(control);
        }
    }

    static AnswerBook get() {
        return INSTANCE;
    }

    ThemeNotes theme(String code) {
        ThemeNotes notes = themes.get(code);
        if (notes == null) {
            throw new IllegalStateException("demo/answers.json lacks the theme " + code);
        }
        return notes;
    }
}
