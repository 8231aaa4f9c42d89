package fr.preau.demo;

import fr.preau.access.Principal;
import fr.preau.audit.AuditState;
import fr.preau.audit.Transition;
import fr.preau.demo.DemoCalendar.Life;
import fr.preau.journal.Entry;
import fr.preau.kernel.Actor;
import fr.preau.kernel.CampaignId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Last year: every audit was filled in, submitted and validated. Written by sets, with the entries that each step would
 * have left, so that an audit of last year tells its life like any other.
 */
final class ClosedCampaign {
    private final DemoServices services;
    private final Cast cast;
    private final DemoCalendar calendar;

    ClosedCampaign(DemoServices services, Cast cast, DemoCalendar calendar) {
        this.services = services;
        this.cast = cast;
        this.calendar = calendar;
    }

    void play(CampaignId campaign, List<RosterLine> roster, DemoSheets sheets) {
        List<AnswerRow> answers = new ArrayList<>();
        List<JudgedRow> judged = new ArrayList<>();
        for (RosterLine line : roster) {
            Life life = calendar.life(line.uai().value());
            List<PlannedAnswer> sheet = sheets.sheet(line, AuditState.VALIDATED, life, List.of());
            answers.addAll(DemoCampaigns.rows(line, sheet));
            judged.add(JudgedRow.of(line, AuditState.VALIDATED, life, cast));
        }
        DemoCampaigns.insert(services, campaign, answers);
        services.database().run(Actor.OPERATOR, tx -> {
            tx.attach(DemoSql.class).settle(campaign, judged);
            roster.forEach(line -> tell(tx, line, calendar.life(line.uai().value())));
        });
    }

    private void tell(Handle tx, RosterLine line, Life life) {
        Principal agent = cast.submitter(line);
        step(tx, PastClock.at(life.started(), 10), entry(agent, line, Transition.START.action()));
        step(tx, submitted(life), moved(agent, line, Transition.SUBMIT, AuditState.IN_PROGRESS));
        step(tx, read(life), entry(cast.officer(), line, "audit.read"));
        step(tx, judged(life), moved(cast.officer(), line, Transition.VALIDATE, AuditState.SUBMITTED));
    }

    private void step(Handle tx, Instant at, Entry entry) {
        services.clock().set(at);
        services.journal().record(tx, entry);
    }

    private static Entry moved(Principal by, RosterLine line, Transition edge, AuditState from) {
        return entry(by, line, edge.action()).change(DemoCampaigns.state(from), DemoCampaigns.state(edge.to()));
    }

    private static Entry entry(Principal by, RosterLine line, String action) {
        return Entry.of(by, action, "audit/" + line.id());
    }

    private static Instant submitted(Life life) {
        return PastClock.at(life.submitted(), 310);
    }

    private static Instant read(Life life) {
        return PastClock.at(life.read(), 65);
    }

    private static Instant judged(Life life) {
        return PastClock.at(life.judged(), 395);
    }
}
