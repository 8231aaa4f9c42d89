package fr.preau.shared;

import fr.preau.access.Perimeter;
import fr.preau.access.Principal;
import fr.preau.access.Scope;
import fr.preau.campaign.Campaign;
import fr.preau.campaign.Campaigns;
import fr.preau.database.Database;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Paris;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.SharedAnswerId;
import fr.preau.kernel.UnitId;
import fr.preau.territory.Collectivities;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Makes one's own what a collectivity has left that one's own replaces: its answers for many, with their exceptions and
 * pieces, and its labels. No answer of a school is written, so that no figure, version nor judgement moves.
 */
public final class Takeovers {
    private final Database database;
    private final Journal journal;
    private final Campaigns campaigns;
    private final InstantSource clock;

    public Takeovers(Database database, Journal journal, Campaigns campaigns, InstantSource clock) {
        this.database = database;
        this.journal = journal;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    /** How much was taken over. */
    public record Done(int answers, int labels) {}

    /** What is left to a unit in whose name the person answers; nothing is written. */
    public Takeover preview(Principal by, CampaignId campaign, UnitId unit) {
        SharedAnswers.mustHold(by, unit);
        return database.call(by, tx -> left(tx, campaign, unit));
    }

    /**
     * Takes over the chosen answers, and every label.
     *
     * @param seen {@link Takeover#ticket} of the preview
     * @throws Refusal conflict, when that has changed or somebody was faster, or unless the campaign takes answers today;
     *     invalid, when nothing is chosen
     */
    public Done take(Principal by, CampaignId campaign, UnitId unit, Set<SharedAnswerId> chosen, String seen) {
        by.needs(Scope.ANSWER);
        SharedAnswers.mustHold(by, unit);
        return database.call(by, tx -> {
            Campaign open = campaigns.get(tx, campaign);
            if (!open.answersOn(Paris.today(clock))) {
                throw Refusal.conflict("shared.take.notRunning", open.name());
            }
            Collectivities.lock(tx, unit, unit);
            Takeover left = left(tx, campaign, unit);
            if (!left.ticket().equals(seen) || !left.offers(chosen)) {
                throw Refusal.conflict("shared.take.stale");
            }
            if (chosen.isEmpty() && left.labels().isEmpty()) {
                throw Refusal.invalid("reponse", "shared.take.nothing");
            }
            return take(tx, by, campaign, unit, left, chosen);
        });
    }

    private Done take(
            Handle tx, Principal by, CampaignId campaign, UnitId unit, Takeover left, Set<SharedAnswerId> chosen) {
        TakeoverSql sql = tx.attach(TakeoverSql.class);
        int labels = Arrays.stream(
                        sql.takeLabel(left.labels().stream().map(Label::id).toList(), unit))
                .sum();
        List<Long> ids = chosen.stream().map(SharedAnswerId::value).sorted().toList();
        int answers = sql.take(ids, unit, SharedAnswers.perimeter(unit), Paris.today(clock));
        if (answers != chosen.size()) {
            throw Refusal.conflict("shared.take.stale");
        }
        List<String> touched = Stream.concat(
                        left.lines().stream()
                                .filter(line -> chosen.contains(line.id()))
                                .flatMap(line -> Stream.of("shared/" + line.id(), "unit/" + line.owner())),
                        left.labels().stream().map(label -> "label/" + label.id()))
                .distinct()
                .sorted()
                .toList();
        journal.record(
                tx,
                Entry.of(by, "shared.takenOver", "unit/" + unit)
                        .with(Map.of("campaign", campaign.value(), "answers", answers, "labels", labels))
                        .touching(touched));
        return new Done(answers, labels);
    }

    private Takeover left(Handle tx, CampaignId campaign, UnitId unit) {
        TakeoverSql sql = tx.attach(TakeoverSql.class);
        Perimeter perimeter = SharedAnswers.perimeter(unit);
        return new Takeover(
                sql.formers(unit.code()),
                sql.lines(campaign, unit.code(), unit, perimeter, Paris.today(clock)),
                sql.labels(unit.code()),
                tx.attach(SharedSql.class).list(List.of(unit), campaign, null));
    }
}
