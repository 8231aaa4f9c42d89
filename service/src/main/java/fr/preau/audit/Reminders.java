package fr.preau.audit;

import fr.preau.access.Grant;
import fr.preau.access.Mails;
import fr.preau.access.Perimeter;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.access.Scope;
import fr.preau.campaign.Campaign;
import fr.preau.campaign.Campaigns;
import fr.preau.database.Database;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Message;
import fr.preau.kernel.Paris;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import fr.preau.territory.Unit;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Reminds by mail who answers for audits that nobody has begun (ADR 37). Whoever may give the unit a later day may remind
 * it; each person is reminded of a campaign once a week at most, whoever sends and for whichever unit.
 */
public final class Reminders {
    /** Most lines of one sending: a wider one goes unit by unit. */
    static final int MOST = 5_000;

    private static final Role[] RUN = {Role.EDITOR, Role.ADMINISTRATOR};

    private final Database database;
    private final Journal journal;
    private final Campaigns campaigns;
    private final InstantSource clock;

    public Reminders(Database database, Journal journal, Campaigns campaigns, InstantSource clock) {
        this.database = database;
        this.journal = journal;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    /**
     * A reminder that may be sent.
     *
     * @param due people who would get it now
     * @param recent people who had one less than a week ago
     */
    public record Prepared(Campaign campaign, Unit unit, List<Receiver> due, List<Receiver> recent) {
        /** The first day on which one of those reminded lately may be reminded again. */
        public LocalDate nextDay() {
            return last().plusDays(Receiver.WEEK);
        }

        private LocalDate last() {
            return recent.stream()
                    .map(Receiver::remindedOn)
                    .filter(Objects::nonNull)
                    .min(LocalDate::compareTo)
                    .orElseThrow(Refusal::notFound);
        }
    }

    /**
     * @param unit null for the campaign's own
     * @throws Refusal not found, for a campaign that is not seen or a unit that is not one's to remind; conflict, for a
     *     unit that is too wide
     */
    public Prepared prepare(Principal by, CampaignId id, @Nullable UnitId unit) {
        return database.running(by, tx -> prepare(tx, by, id, unit));
    }

    /** The same, for a file of addresses: taking it away is told in the journal. */
    public Prepared addresses(Principal by, CampaignId id, @Nullable UnitId unit) {
        return database.running(by, tx -> {
            Prepared prepared = prepare(tx, by, id, unit);
            journal.record(
                    tx,
                    Entry.of(by, "campaign.addresses", "campaign/" + id)
                            .with(Map.of("unit", prepared.unit().id().toString())));
            return prepared;
        });
    }

    /**
     * Sends, to those of {@link #prepare} whom nobody has reminded within a week at this very moment.
     *
     * @param letter what each of them is told
     * @return how many mails leave
     * @throws Refusal as {@link #prepare}; conflict, when there is nobody to remind
     */
    public int send(
            Principal by, CampaignId id, @Nullable UnitId unit, BiFunction<Prepared, Receiver, Mails.Written> letter) {
        by.needs(Scope.SESSION);
        return database.running(by, tx -> {
            Prepared prepared = prepare(tx, by, id, unit);
            List<Long> wanted = prepared.due().stream()
                    .map(receiver -> receiver.account().value())
                    .toList();
            Set<AccountId> claimed =
                    new HashSet<>(tx.attach(ReminderSql.class).claim(id, wanted, Paris.today(clock), by.account()));
            if (claimed.isEmpty()) {
                throw nobody(prepare(tx, by, id, unit));
            }
            prepared.due().stream()
                    .filter(receiver -> claimed.contains(receiver.account()))
                    .forEach(receiver ->
                            Mails.write(tx, clock, by, receiver.account(), letter.apply(prepared, receiver)));
            journal.record(
                    tx,
                    Entry.of(by, "campaign.reminded", "campaign/" + id)
                            .with(Map.of("unit", prepared.unit().id().toString(), "people", claimed.size()))
                            .touching(claimed.stream()
                                    .map(account -> "account/" + account)
                                    .sorted()
                                    .toList()));
            return claimed.size();
        });
    }

    private static Refusal nobody(Prepared prepared) {
        if (prepared.recent().isEmpty()) {
            return Refusal.conflict("campaign.reminder.nobody");
        }
        Receiver one = prepared.recent().get(0);
        return Refusal.conflict(
                "campaign.reminder.recent",
                Message.author(one.remindedBy()),
                Objects.requireNonNull(one.remindedOn()),
                prepared.nextDay());
    }

    private Prepared prepare(Handle tx, Principal by, CampaignId id, @Nullable UnitId named) {
        Campaign campaign = campaigns.get(tx, id);
        Unit unit = tx.attach(ExtensionSql.class)
                .extendable(id, named == null ? campaign.unit() : named)
                .orElseThrow(Refusal::notFound);
        List<ReminderLine> lines = tx.attach(ReminderSql.class)
                .receivers(
                        id,
                        Perimeter.of(List.of(unit.id())),
                        by.perimeter(RUN),
                        by.perimeter(Role.ADMINISTRATOR),
                        by.held(RUN).stream().map(Grant::unit).toList(),
                        Paris.today(clock),
                        clock.instant(),
                        MOST + 1);
        if (lines.size() > MOST) {
            throw Refusal.conflict("campaign.reminder.many", MOST);
        }
        List<Receiver> people = Receiver.of(lines);
        return new Prepared(
                campaign,
                unit,
                people.stream().filter(one -> one.remindedOn() == null).toList(),
                people.stream().filter(one -> one.remindedOn() != null).toList());
    }
}
