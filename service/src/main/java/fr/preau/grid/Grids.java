package fr.preau.grid;

import fr.preau.access.Grant;
import fr.preau.access.Perimeter;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.audit.Audit;
import fr.preau.audit.Audits;
import fr.preau.audit.CampaignLine;
import fr.preau.audit.LastAnswer;
import fr.preau.audit.LastAnswers;
import fr.preau.campaign.Campaign;
import fr.preau.campaign.Campaigns;
import fr.preau.checklist.Checklist;
import fr.preau.checklist.Checklists;
import fr.preau.checklist.Control;
import fr.preau.database.Database;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Paris;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads the grid of who answers, an agent of either tree or a school's head; it writes nothing. */
public final class Grids {
    /** Most schools of one part. */
    public static final int ROWS = 300;

    private final Database database;
    private final Audits audits;
    private final Campaigns campaigns;
    private final Checklists checklists;
    private final InstantSource clock;

    public Grids(Database database, Audits audits, Campaigns campaigns, Checklists checklists, InstantSource clock) {
        this.database = database;
        this.audits = audits;
        this.campaigns = campaigns;
        this.checklists = checklists;
        this.clock = clock;
    }

    /**
     * One part of the grid.
     *
     * @param campaign null for one that takes answers today, else the newest
     * @param after last row of the previous part, null for the first
     * @return empty when no campaign is named and the person sees none
     */
    public Optional<Grid> grid(
            Principal by, @Nullable CampaignId campaign, GridFilter filter, @Nullable AuditId after) {
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
        CampaignLine chosen = line.orElseThrow(Refusal::notFound);
        return Optional.of(database.call(by, tx -> read(tx, by, chosen, opened, filter, after)));
    }

    private Grid read(
            Handle tx,
            Principal by,
            CampaignLine line,
            List<CampaignLine> opened,
            GridFilter asked,
            @Nullable AuditId after) {
        LocalDate today = Paris.today(clock);
        audits.noteListing(tx, by, line.id());
        Checklist checklist = checklists.get(campaigns.get(tx, line.id()).checklist());
        String named = asked.theme();
        String chosen = named == null ? checklist.themes().get(0).code() : named;
        GridFilter filter = asked.on(chosen);
        String theme = filter.allThemes() ? null : checklist.theme(chosen).code();
        GridSql sql = tx.attach(GridSql.class);
        Perimeter own = by.perimeter(Role.AGENT, Role.ESTABLISHMENT);
        List<UnitId> owners = by.held(Role.AGENT).stream().map(Grant::unit).toList();
        List<Audit> found = sql.rows(line.id(), own, today, filter, owners, after, ROWS + 1);
        List<Audit> part = found.subList(0, Math.min(ROWS, found.size()));
        List<Long> ids = part.stream().map(audit -> audit.id().value()).toList();
        List<LastAnswer> last = LastAnswers.proposed(tx, by, part, theme, today);
        Rows rows = new Rows(by, today, sql.cells(line.id(), ids, theme), last, sql.entrusted(line.id(), ids, theme));
        List<Control> columns = rows.columns(checklist, filter);
        return new Grid(
                line,
                opened,
                checklist,
                filter,
                columns,
                rows.of(part, columns, filter),
                sql.left(line.id(), ids),
                sql.communes(line.id(), own, today),
                sql.labels(owners),
                found.size() > ROWS ? part.get(ROWS - 1).id() : null,
                today);
    }
}
