package fr.preau.shared;

import fr.preau.access.Principal;
import fr.preau.audit.Audits;
import fr.preau.audit.CampaignLine;
import fr.preau.campaign.Campaign;
import fr.preau.campaign.Campaigns;
import fr.preau.checklist.Checklist;
import fr.preau.checklist.Checklists;
import fr.preau.checklist.Party;
import fr.preau.database.Database;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Paris;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads what the pages of shared answers show before one answers; it writes nothing. */
public final class Desks {
    private final Database database;
    private final Audits audits;
    private final Campaigns campaigns;
    private final Checklists checklists;
    private final InstantSource clock;

    public Desks(Database database, Audits audits, Campaigns campaigns, Checklists checklists, InstantSource clock) {
        this.database = database;
        this.audits = audits;
        this.campaigns = campaigns;
        this.checklists = checklists;
        this.clock = clock;
    }

    /**
     * The desk of a person.
     *
     * @param campaign null for one that takes answers today, else the newest
     * @param owner null for the first unit in whose name they answer
     * @return empty when no campaign is named and they have none
     */
    public Optional<Desk> desk(Principal by, @Nullable CampaignId campaign, @Nullable UnitId owner) {
        List<UnitId> owners = SharedAnswers.owners(by);
        UnitId chosen = owner == null ? owners.get(0) : owner;
        SharedAnswers.mustHold(by, chosen);
        LocalDate today = Paris.today(clock);
        List<CampaignLine> opened = audits.campaigns(by).stream()
                .filter(line -> line.openedAt() != null)
                .toList();
        Optional<CampaignLine> line = opened.stream()
                .filter(one -> campaign == null || one.id().equals(campaign))
                .min(Comparator.comparing(one -> one.phase(today) != Campaign.Phase.OPEN));
        if (line.isEmpty() && campaign == null) {
            return Optional.empty();
        }
        return Optional.of(desk(by, line.orElseThrow(Refusal::notFound), opened, chosen));
    }

    /** The schools of the owner that are asked the control, with their answers. */
    public List<Candidate> schools(Principal by, Desk desk, ControlCode control) {
        return database.call(
                by,
                tx -> tx
                        .attach(SharedSql.class)
                        .candidates(
                                desk.campaign().id(),
                                control,
                                SchoolSet.ALL,
                                SharedAnswers.perimeter(desk.owner().id()),
                                desk.today(),
                                null)
                        .stream()
                        .filter(school -> school.answeredFor(desk.owner().id()).isPresent())
                        .toList());
    }

    /** The checklist that a campaign asks. */
    public Checklist checklist(Principal by, CampaignId campaign) {
        return checklists.get(
                database.call(by, tx -> campaigns.get(tx, campaign).checklist()));
    }

    private Desk desk(Principal by, CampaignLine line, List<CampaignLine> opened, UnitId owner) {
        LocalDate today = Paris.today(clock);
        Checklist checklist = checklist(by, line.id());
        return database.call(by, tx -> {
            SharedSql sql = tx.attach(SharedSql.class);
            List<RosterLine> roster = sql.roster(line.id(), SharedAnswers.perimeter(owner), today);
            return new Desk(
                    line,
                    opened,
                    named(sql, owner),
                    SharedAnswers.owners(by).stream()
                            .map(one -> named(sql, one))
                            .toList(),
                    roster,
                    progress(tx, roster, owner),
                    sql.list(List.of(owner), line.id(), null),
                    checklist,
                    today);
        });
    }

    private static List<Progress> progress(Handle tx, List<RosterLine> roster, UnitId owner) {
        List<Long> ids = new ArrayList<>();
        List<String> parties = new ArrayList<>();
        for (RosterLine school : roster) {
            for (Party party : school.parties(owner)) {
                ids.add(school.id().value());
                parties.add(party.name());
            }
        }
        return tx.attach(SharedSql.class).progress(ids, parties);
    }

    private static Desk.Owner named(SharedSql sql, UnitId owner) {
        return new Desk.Owner(owner, sql.ownerName(owner));
    }
}
