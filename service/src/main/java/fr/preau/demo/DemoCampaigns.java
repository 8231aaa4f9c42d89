package fr.preau.demo;

import fr.preau.audit.AuditState;
import fr.preau.campaign.AskedControl;
import fr.preau.campaign.NewCampaign;
import fr.preau.checklist.SchoolType;
import fr.preau.journal.Entry;
import fr.preau.kernel.Actor;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.UnitId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Opens both campaigns at their day and fills them in: the closed one by sets, the running one by its services. */
final class DemoCampaigns {
    private final DemoServices services;
    private final Cast cast;
    private final DemoCalendar calendar;

    DemoCampaigns(DemoServices services, Cast cast, DemoCalendar calendar) {
        this.services = services;
        this.cast = cast;
        this.calendar = calendar;
    }

    /** The two campaigns. */
    record Played(CampaignId closed, CampaignId running) {}

    Played play() {
        DemoCalendar before = calendar.previous();
        CampaignId closed = open(before, calendar.name(1));
        new ClosedCampaign(services, cast, before).play(closed, roster(closed), sheets(closed, false));
        CampaignId running = open(calendar, calendar.name());
        new RunningCampaign(services, cast, calendar)
                .play(running, StatePlan.of(roster(running)), sheets(running, true));
        new DemoWork(services, cast, calendar).play(roster(running));
        services.database().run(Actor.OPERATOR, tx -> {
            DemoSql sql = tx.attach(DemoSql.class);
            sql.refreshStatistics(closed);
            sql.refreshStatistics(running);
        });
        return new Played(closed, running);
    }

    private CampaignId open(DemoCalendar days, String name) {
        services.clock().set(PastClock.at(days.opensOn().minusWeeks(1), 0));
        NewCampaign campaign = new NewCampaign(
                name, UnitId.NATION, days.opensOn(), days.closesOn(), false, NewCampaign.defaultLevels());
        CampaignId id = services.campaigns().create(cast.organiser(), campaign);
        services.openings().open(cast.organiser(), id);
        return id;
    }

    private List<RosterLine> roster(CampaignId campaign) {
        return services.database()
                .call(Actor.OPERATOR, tx -> tx.attach(DemoSql.class).roster(campaign));
    }

    private DemoSheets sheets(CampaignId campaign, boolean secondYear) {
        Map<SchoolType, List<AskedControl>> asked =
                services
                        .database()
                        .call(Actor.OPERATOR, tx -> tx.attach(DemoSql.class).asked(campaign))
                        .stream()
                        .collect(Collectors.groupingBy(AskedControl::schoolType));
        return new DemoSheets(asked, new DemoAnswers(AnswerBook.get(), secondYear, ""), cast);
    }

    /** Writes answers in one statement, with one entry in the journal that says how many. */
    static void insert(DemoServices services, CampaignId campaign, List<AnswerRow> rows) {
        services.database().run(Actor.OPERATOR, tx -> {
            DemoSql sql = tx.attach(DemoSql.class);
            int answers = sql.insertAnswers(campaign, rows);
            sql.addWriters(campaign);
            services.journal()
                    .record(
                            tx,
                            Entry.of(Actor.OPERATOR, "demo.answered", "campaign/" + campaign)
                                    .with(Map.of("answers", answers)));
        });
    }

    /** The rows of a complete audit's sheet. */
    static List<AnswerRow> rows(RosterLine line, List<PlannedAnswer> sheet) {
        List<AnswerRow> rows = new ArrayList<>();
        sheet.forEach(planned -> rows.add(AnswerRow.of(line, planned)));
        return rows;
    }

    /** The change that an audit's step leaves in the journal. */
    static Map<String, String> state(AuditState state) {
        return Map.of("state", state.name());
    }
}
