package fr.preau.edition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/**
 * The reader who wants to know: knows every published sum exactly, and what each stratum weighs; looks by linear
 * programming for the least and the most that a sum that is not published can be. Shares nothing with what it attacks.
 */
final class Attack {
    private final List<Stratum> strata;
    private final String theme;
    private final List<LinearConstraint> facts = new ArrayList<>();

    Attack(Collection<Stratum> strata, String theme) {
        this.strata = List.copyOf(strata);
        this.theme = theme;
        for (Stratum stratum : this.strata) {
            facts.add(new LinearConstraint(
                    coefficients(one -> one.equals(stratum)),
                    Relationship.LEQ,
                    stratum.weight(theme).room()));
        }
    }

    /** Reads a published row. */
    void reads(Predicate<Stratum> row) {
        facts.add(new LinearConstraint(coefficients(row), Relationship.EQ, held(row)));
    }

    /** How far apart the least and the most are, as a share of what the sum weighs; 1 for a sum of nothing. */
    double width(Predicate<Stratum> secret) {
        long room = strata.stream()
                .filter(secret)
                .mapToLong(stratum -> stratum.weight(theme).room())
                .sum();
        return room == 0 ? 1 : (bound(secret, GoalType.MAXIMIZE) - bound(secret, GoalType.MINIMIZE)) / room;
    }

    private double bound(Predicate<Stratum> secret, GoalType goal) {
        return new SimplexSolver()
                .optimize(
                        new MaxIter(100_000),
                        new LinearObjectiveFunction(coefficients(secret), 0),
                        new LinearConstraintSet(facts),
                        goal,
                        new NonNegativeConstraint(true))
                .getValue();
    }

    private long held(Predicate<Stratum> row) {
        return strata.stream()
                .filter(row)
                .mapToLong(stratum -> stratum.weight(theme).held())
                .sum();
    }

    private double[] coefficients(Predicate<Stratum> row) {
        return strata.stream().mapToDouble(stratum -> row.test(stratum) ? 1 : 0).toArray();
    }
}
