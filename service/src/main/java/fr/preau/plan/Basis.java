package fr.preau.plan;

/**
 * What a ranking is made of.
 *
 * @param expected audits of the unit's roster
 * @param counted those of which answers count
 * @param live those that count as they stand, handed in or not
 */
public record Basis(int expected, int counted, int live) {
    /** Fewest audits for who reads figures only: among fewer, a control's figure would be a school's answer. */
    public static final int FEWEST = 5;

    /** Message key of the sentence that says it. */
    public String key() {
        if (live == counted) {
            return "plan.basis.live";
        }
        return live == 0 ? "plan.basis.rendered" : "plan.basis.mixed";
    }
}
