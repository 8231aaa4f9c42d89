package fr.preau.shared;

import fr.preau.access.Principal;
import fr.preau.kernel.Message;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers the controls of a theme for many schools at once: each is a shared answer of its own, previewed, applied and
 * undone by itself, so that what stands in the way of one keeps none of the others.
 */
public final class ThemeAnswers {
    private final SharedAnswers answers;

    public ThemeAnswers(SharedAnswers answers) {
        this.answers = answers;
    }

    /** What an answer would do, or why it can't be given in this set. */
    public record Line(
            Proposal proposal,
            Optional<Preview> preview,
            @Nullable Message refused) {
        /** How many answers it writes. */
        public int plain() {
            return preview.map(Preview::plain).orElse(0);
        }
    }

    /** How many answers were written, and what has changed since its preview, with a fresh one. */
    public record Done(int answers, List<Line> left) {}

    /** What each would do; nothing is written. */
    public List<Line> preview(Principal by, List<Proposal> proposals) {
        return proposals.stream().map(proposal -> line(by, proposal)).toList();
    }

    /**
     * Applies each that is still as it was previewed and writes something; own answers are kept.
     *
     * @param seen the digest that the person has looked at
     */
    public Done apply(Principal by, List<Proposal> proposals, Function<Proposal, String> seen) {
        int written = 0;
        List<Line> left = new ArrayList<>();
        for (Line line : preview(by, proposals)) {
            try {
                written += line.plain() == 0
                        ? 0
                        : answers.apply(by, line.proposal(), Set.of(), seen.apply(line.proposal()))
                                .answers();
            } catch (Refusal refusal) {
                if (!(refusal.problem() instanceof Problem.Stale)) {
                    throw refusal;
                }
                left.add(line(by, line.proposal()));
            }
        }
        return new Done(written, left);
    }

    private Line line(Principal by, Proposal proposal) {
        try {
            return new Line(proposal, Optional.of(answers.preview(by, proposal)), null);
        } catch (Refusal refusal) {
            if (refusal.problem() instanceof Problem.NotFound || refusal.problem() instanceof Problem.Conflict) {
                throw refusal;
            }
            Problem problem = refusal.problem();
            return new Line(proposal, Optional.empty(), problem.message());
        }
    }
}
