package fr.preau.demo;

import fr.preau.campaign.AskedControl;
import fr.preau.campaign.Campaign;
import fr.preau.campaign.NewCampaign;
import fr.preau.checklist.Level;
import fr.preau.checklist.SchoolType;
import fr.preau.database.Database;
import fr.preau.journal.Journal;
import fr.preau.kernel.Actor;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Paris;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Opens and fills in campaigns of an invented country: plausible answers in every state of an audit, the same for the same
 * roster and seed. Never on data that hold one real school.
 *
 * <p>It writes by COPY as the owner of the schema, so that it is a command of whoever runs the server, never a request.
 */
public final class Country {
    private final Database owner;
    private final InstantSource clock;
    private final long seed;

    /** @param owner units of work as {@code preau_owner} */
    public Country(Database owner, InstantSource clock, long seed) {
        this.owner = owner;
        this.clock = clock;
        this.seed = seed;
    }

    /** Opens last year's campaign, which is over, and this year's, or this year's alone; each with the full checklist. */
    public List<CampaignId> open(int campaigns) {
        mustBeInvented();
        DemoCalendar now = DemoCalendar.of(Paris.today(clock));
        CampaignId running = open(now, now.name());
        return campaigns < 2 ? List.of(running) : List.of(open(now.previous(), now.name(1)), running);
    }

    /**
     * Fills in an opened campaign.
     *
     * @param compare whether each batch is also written into a bare table, to compare the times
     * @param progress told after each batch
     * @throws Refusal conflict when a school is real, or when somebody has answered already
     */
    public FilledCampaign fill(CampaignId id, boolean compare, Consumer<FilledCampaign> progress) {
        mustBeInvented();
        Campaign campaign = owner.call(Actor.OPERATOR, tx -> {
            if (tx.attach(CountrySql.class).begun(id)) {
                throw Refusal.conflict("command.generate.begun", id.toString());
            }
            return services().campaigns().get(tx, id);
        });
        boolean over = Paris.today(clock).isAfter(campaign.closesOn());
        String salt = Long.toString(seed);
        DemoAnswers answers = new DemoAnswers(AnswerBook.get(), !over, salt);
        Map<SchoolType, List<AskedControl>> asked =
                owner.call(Actor.OPERATOR, tx -> tx.attach(DemoSql.class).asked(id)).stream()
                        .collect(Collectors.groupingBy(AskedControl::schoolType));
        CountryStates states = new CountryStates(over, salt + over);
        DemoCalendar calendar = new DemoCalendar(campaign.opensOn());
        CountryCast cast = new CountryCast(owner, services().accounts());
        CountryFilling filling = new CountryFilling(owner, new Journal(clock), cast, compare);
        return filling.fill(
                id,
                people -> new CountryBatch(id, new DemoSheets(asked, answers, people), states, calendar, people),
                progress);
    }

    private CampaignId open(DemoCalendar days, String name) {
        Map<SchoolType, Level> full = Arrays.stream(SchoolType.values())
                .collect(Collectors.toMap(Function.identity(), type -> Level.RENFORCE));
        CampaignId id = services()
                .campaigns()
                .create(
                        Actor.OPERATOR,
                        new NewCampaign(name, UnitId.NATION, days.opensOn(), days.closesOn(), false, full));
        services().openings().open(Actor.OPERATOR, id);
        return id;
    }

    private DemoServices services() {
        return DemoServices.on(owner, new PastClock(clock.instant()));
    }

    private void mustBeInvented() {
        if (owner.call(Actor.OPERATOR, tx -> tx.attach(CountrySql.class).anyReal())) {
            throw Refusal.conflict("command.generate.real");
        }
    }
}
