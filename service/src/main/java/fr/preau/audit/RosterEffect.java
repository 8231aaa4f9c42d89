package fr.preau.audit;

import java.util.List;

/**
 * What a decision on all lines of one kind would do to a collectivity's figures.
 *
 * @param now as it counts today
 * @param expected audits that it would be expected to render
 * @param rendered how many it would have rendered
 */
public record RosterEffect(RosterCount now, int expected, int rendered) {

    /** Of the lines, of one kind, that leave the collectivity or come to it. */
    static RosterEffect of(RosterCount now, List<RosterChange> changes) {
        int expected = now.expected();
        int rendered = now.rendered();
        for (RosterChange change : changes) {
            int moves = comes(change, now.code()) - (now.code().equals(change.collectivity()) ? 1 : 0);
            expected += moves;
            rendered += change.state().rendered() ? moves : 0;
        }
        return new RosterEffect(now, expected, rendered);
    }

    private static int comes(RosterChange change, String code) {
        return change.kind() == RosterChange.Kind.MOVED && code.equals(change.present()) ? 1 : 0;
    }

    boolean changes() {
        return expected != now.expected() || rendered != now.rendered();
    }
}
