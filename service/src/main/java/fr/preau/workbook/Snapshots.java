package fr.preau.workbook;

import fr.preau.access.Grant;
import fr.preau.access.Perimeter;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.audit.Audit;
import fr.preau.audit.LastAnswer;
import fr.preau.audit.LastAnswers;
import fr.preau.campaign.AskedControl;
import fr.preau.campaign.Campaign;
import fr.preau.campaign.Campaigns;
import fr.preau.checklist.Checklist;
import fr.preau.checklist.Checklists;
import fr.preau.checklist.SchoolType;
import fr.preau.checklist.Theme;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Paris;
import fr.preau.kernel.UnitId;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads what workbooks show and what an import is held against, in the caller's transaction: five queries a snapshot. */
final class Snapshots {
    private final Campaigns campaigns;
    private final Checklists checklists;
    private final InstantSource clock;

    Snapshots(Campaigns campaigns, Checklists checklists, InstantSource clock) {
        this.campaigns = campaigns;
        this.checklists = checklists;
        this.clock = clock;
    }

    LocalDate today() {
        return Paris.today(clock);
    }

    /** The audits in which the person answers: those of their roles of agent and of establishment. */
    static Perimeter perimeter(Principal by) {
        return by.perimeter(Role.AGENT, Role.ESTABLISHMENT);
    }

    /** The units whose labels the person may choose by. */
    static List<UnitId> owners(Principal by) {
        return by.held(Role.AGENT).stream().map(Grant::unit).distinct().toList();
    }

    /** The themes that a campaign asks of. */
    List<Theme> themes(Handle tx, CampaignId campaign) {
        return checklists.get(campaigns.get(tx, campaign).checklist()).themes();
    }

    /** The schools of a selection. */
    Snapshot of(Handle tx, Principal by, Selection selection, int most) {
        return read(tx, by, selection, null, most);
    }

    /** Some schools by their UAI; those that the person doesn't answer for are not among them. */
    Snapshot of(Handle tx, Principal by, CampaignId campaign, List<String> schools) {
        return read(tx, by, Selection.all(campaign), schools, schools.size());
    }

    private Snapshot read(Handle tx, Principal by, Selection selection, @Nullable List<String> schools, int most) {
        WorkbookSql sql = tx.attach(WorkbookSql.class);
        CampaignId id = selection.campaignId();
        Campaign campaign = campaigns.get(tx, id);
        List<Audit> audits = sql.audits(selection, owners(by), schools, perimeter(by), today(), most);
        Map<SchoolType, Map<ControlCode, AskedControl>> asked = sql.asked(id).stream()
                .collect(Collectors.groupingBy(
                        AskedControl::schoolType, Collectors.toMap(AskedControl::control, Function.identity())));
        Map<AuditId, Map<ControlCode, Known>> known = new HashMap<>();
        sql.known(id, audits.stream().map(audit -> audit.id().value()).toList())
                .forEach(one -> known.computeIfAbsent(one.audit(), key -> new HashMap<>())
                        .put(one.control(), one));
        Map<AuditId, Map<ControlCode, LastAnswer>> last = LastAnswers.proposed(tx, by, audits, null, today()).stream()
                .collect(Collectors.groupingBy(
                        LastAnswer::audit, Collectors.toMap(LastAnswer::control, Function.identity())));
        List<SchoolRow> rows = audits.stream()
                .map(audit -> SchoolRow.of(
                                by,
                                audit,
                                asked.getOrDefault(audit.schoolType(), Map.of()),
                                known.getOrDefault(audit.id(), Map.of()),
                                today())
                        .proposing(last.getOrDefault(audit.id(), Map.of())))
                .toList();
        Checklist checklist = checklists.get(campaign.checklist());
        String theme = selection.theme().isEmpty()
                ? ""
                : checklist.theme(selection.theme()).code();
        return new Snapshot(id, campaign.name(), checklist, theme, rows);
    }
}
