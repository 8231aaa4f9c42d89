package fr.preau.shared;

import fr.preau.access.Perimeter;
import fr.preau.access.Principal;
import fr.preau.audit.Audits;
import fr.preau.audit.CampaignLine;
import fr.preau.campaign.Campaign;
import fr.preau.campaign.Campaigns;
import fr.preau.checklist.Checklist;
import fr.preau.checklist.Checklists;
import fr.preau.database.Database;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Page;
import fr.preau.kernel.Paris;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

    /** In which sets the schools lie that are asked the control and for which the owner answers it. */
    public List<SetCount> sets(Principal by, Desk desk, ControlCode control) {
        UnitId owner = desk.owner().id();
        return database.call(
                by,
                tx -> tx.attach(SharedSql.class)
                        .sets(desk.campaign().id(), control, owner, SharedAnswers.perimeter(owner), desk.today()));
    }

    /** Those schools, at most {@code limit}. */
    public List<Candidate> schools(Principal by, Desk desk, ControlCode control, int limit) {
        return schools(by, desk, control, null, limit);
    }

    /** A page of those schools, each with its answer of now. */
    public Page<Candidate> schools(Principal by, Desk desk, ControlCode control, @Nullable AuditId after) {
        List<Candidate> rows = schools(by, desk, control, after, SharedAnswers.PAGE + 1);
        return Page.of(rows, SharedAnswers.PAGE, row -> row.id().toString());
    }

    private List<Candidate> schools(Principal by, Desk desk, ControlCode control, @Nullable AuditId after, int limit) {
        UnitId owner = desk.owner().id();
        Question all = new Question(desk.campaign().id(), owner, control, SchoolSet.ALL, null, null, List.of());
        return database.call(
                by,
                tx -> tx.attach(SharedSql.class)
                        .schools(all, SharedAnswers.perimeter(owner), desk.today(), null, after, limit));
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
            Perimeter perimeter = SharedAnswers.perimeter(owner);
            return new Desk(
                    line,
                    opened,
                    named(sql, owner),
                    SharedAnswers.owners(by).stream()
                            .map(one -> named(sql, one))
                            .toList(),
                    sql.known(line.id(), perimeter, today, List.of(), Integer.MAX_VALUE),
                    sql.progress(line.id(), owner, perimeter, today),
                    sql.list(List.of(owner), line.id(), null),
                    tx.attach(TakeoverSql.class).waits(line.id(), owner.code()),
                    checklist,
                    today);
        });
    }

    private static Desk.Owner named(SharedSql sql, UnitId owner) {
        return new Desk.Owner(owner, sql.ownerName(owner));
    }
}
