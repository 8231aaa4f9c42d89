package fr.preau.demo;

import fr.preau.access.Principal;
import fr.preau.audit.AuditState;
import fr.preau.demo.DemoCalendar.Life;
import org.jspecify.annotations.Nullable;

/** Where an audit stands, as a bulk statement takes it: plain values, for JSON; null for what has not happened yet. */
record JudgedRow(
        long audit,
        String state,
        int round,
        @Nullable String submitted,
        @Nullable Long submittedBy,
        @Nullable String read,
        @Nullable String judged,
        @Nullable Long judgedBy) {

    /** The row of an audit that came to that state by the steps of its life. */
    static JudgedRow of(RosterLine line, AuditState state, Life life, Cast cast) {
        Principal submitter = cast.submitter(line);
        boolean submitted = state.rendered() || state == AuditState.SENT_BACK;
        boolean judged = state == AuditState.VALIDATED || state == AuditState.SENT_BACK;
        return new JudgedRow(
                line.id().value(),
                state.name(),
                submitted ? 1 : 0,
                submitted ? PastClock.at(life.submitted(), 310).toString() : null,
                submitted ? submitter.account().value() : null,
                judged ? PastClock.at(life.read(), 65).toString() : null,
                judged ? PastClock.at(life.judged(), 395).toString() : null,
                judged ? cast.officer().account().value() : null);
    }
}
