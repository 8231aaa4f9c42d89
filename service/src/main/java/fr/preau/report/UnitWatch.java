package fr.preau.report;

import fr.preau.audit.AuditLine;
import fr.preau.audit.FollowLine;
import fr.preau.review.Samples;
import java.util.List;

/**
 * What whoever watches over an académie looks at beside its figures.
 *
 * @param below where the audits of each department stand
 * @param late schools whose last day is past, by name; none for whom sees no name
 * @param silent schools that have not begun, by name
 * @param samples drawn in the académie, of this campaign, as far as the reader reviews there
 */
public record UnitWatch(
        List<FollowLine> below, List<AuditLine> late, List<AuditLine> silent, List<Samples.Drawn> samples) {
    /** Schools that a list names; the pages have the others. */
    static final int MOST = 200;

    static final UnitWatch NOTHING = new UnitWatch(List.of(), List.of(), List.of(), List.of());

    public UnitWatch {
        below = List.copyOf(below);
        late = List.copyOf(late);
        silent = List.copyOf(silent);
        samples = List.copyOf(samples);
    }

    /** Whether a list stops before its end. */
    public boolean cut() {
        return late.size() >= MOST || silent.size() >= MOST;
    }
}
