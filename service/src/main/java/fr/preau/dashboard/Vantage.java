package fr.preau.dashboard;

import fr.preau.access.Grant;
import fr.preau.access.Perimeter;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.audit.Audits;
import fr.preau.audit.Cut;
import fr.preau.checklist.Party;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import fr.preau.territory.Collectivities;
import fr.preau.territory.Collectivity;
import fr.preau.territory.Territory;
import fr.preau.territory.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A unit, a campaign, and how near the person stands to them: what every view of figures begins with.
 *
 * @param trail the units above it that the person sees too, widest first
 * @param campaigns those that count audits of the unit, newest first
 * @param campaign the one that is shown, null while none counts any
 * @param near whether groups of fewer than five schools are shown: not to who sees the unit through a reader's, an
 *     editor's or an administrator's right on the nation or a région alone
 * @param named whether the person sees the unit's schools by name
 * @param answers whether the person may also see which of them gave an answer: agents and reviewers do
 * @param own the part of the controls that falls to the person's side alone
 * @param replaced the unit with its successor, where it is a collectivity that another has replaced
 */
public record Vantage(
        Unit unit,
        List<Unit> trail,
        List<UnitCampaign> campaigns,
        @Nullable UnitCampaign campaign,
        boolean near,
        boolean named,
        boolean answers,
        Party own,
        @Nullable Collectivity replaced) {
    static final Role[] READERS = {Role.AGENT, Role.REVIEWER, Role.READER, Role.EDITOR, Role.ADMINISTRATOR};

    public Vantage {
        trail = List.copyOf(trail);
        campaigns = List.copyOf(campaigns);
    }

    /**
     * Where the person stands.
     *
     * @param campaign null for the newest that counts audits of the unit
     * @throws Refusal not found, for a unit or a campaign out of sight
     */
    static Vantage of(Handle tx, Principal principal, UnitId id, @Nullable CampaignId campaign) {
        Perimeter seen = principal.perimeter(READERS);
        DashboardSql sql = tx.attach(DashboardSql.class);
        Unit unit = sql.unit(id.kind().name(), id.code(), seen).orElseThrow(Refusal::notFound);
        List<Unit> chain = Territory.chain(tx, id);
        List<UnitCampaign> campaigns = sql.campaigns(Scope.of(id));
        return new Vantage(
                unit,
                trail(principal, chain),
                campaigns,
                chosen(campaigns, campaign).orElse(null),
                near(principal, id, chain),
                reached(Audits.named(principal), id, chain),
                reached(answers(principal), id, chain),
                Narrowing.own(principal.side()),
                Collectivities.find(tx, id)
                        .filter(found -> found.successor() != null)
                        .orElse(null));
    }

    /** The campaign, where a view has nothing to show without one. */
    UnitCampaign opened() {
        return Optional.ofNullable(campaign).orElseThrow(Refusal::notFound);
    }

    UnitId id() {
        return unit.id();
    }

    /**
     * Whether there is a report of the unit for the person: of an académie for whom sees its figures, of a collectivity for
     * whom sees its schools by name.
     */
    public boolean reported() {
        UnitId.Kind kind = unit.id().kind();
        return kind == UnitId.Kind.ACADEMY || (kind == UnitId.Kind.COLLECTIVITY && named);
    }

    /** Address of one of the unit's views, for this campaign. */
    public String href(String view) {
        return "/unites/" + unit.id() + view + (campaign == null ? "" : "?campagne=" + campaign.id());
    }

    /**
     * Address of the list of the schools of one of the unit's lines, null being those without a collectivity. Of a
     * collectivity that stretches beyond the unit the line counts its schools there, and so does the list.
     */
    public String schools(@Nullable UnitId line) {
        if (line != null && (line.kind() != UnitId.Kind.COLLECTIVITY || line.equals(id()))) {
            return "/unites/" + line + "/etablissements?campagne=" + opened().id();
        }
        return href("/etablissements") + Cut.of(line).query();
    }

    /** Where a person may see who gave which answer. */
    static Perimeter answers(Principal principal) {
        return principal.perimeter(Role.AGENT, Role.REVIEWER);
    }

    /** The campaign asked for, the newest when none is. */
    static Optional<UnitCampaign> chosen(List<UnitCampaign> campaigns, @Nullable CampaignId asked) {
        Optional<UnitCampaign> found = campaigns.stream()
                .filter(one -> asked == null || one.id().equals(asked))
                .findFirst();
        if (found.isEmpty() && asked != null) {
            throw Refusal.notFound();
        }
        return found;
    }

    private static boolean near(Principal principal, UnitId id, List<Unit> chain) {
        List<Grant> held = principal.held(READERS);
        // A collectivity's chain is itself alone: from the State's tree one sees the schools of one's units, each near
        // unless some of them are seen from afar only.
        boolean here = id.kind() == UnitId.Kind.COLLECTIVITY && held.stream().noneMatch(Vantage::afar);
        return here
                || held.stream()
                        .filter(grant -> !afar(grant))
                        .anyMatch(grant -> grant.unit().equals(UnitId.NATION) || covers(grant, chain));
    }

    private static boolean afar(Grant grant) {
        boolean wide = grant.unit().kind() == UnitId.Kind.NATION || grant.unit().kind() == UnitId.Kind.REGION;
        return wide && grant.role() != Role.AGENT && grant.role() != Role.REVIEWER;
    }

    /** Of a collectivity that stretches beyond one's units, those of its schools that lie there. */
    private static boolean reached(Perimeter units, UnitId id, List<Unit> chain) {
        return (id.kind() == UnitId.Kind.COLLECTIVITY && !units.isEmpty())
                || units.reaches(chain.stream().map(Unit::id).toList());
    }

    private static boolean covers(Grant grant, List<Unit> chain) {
        return chain.stream().anyMatch(unit -> unit.id().equals(grant.unit()));
    }

    /** What lies above the unit, up to the widest unit of the person's grants. */
    private static List<Unit> trail(Principal principal, List<Unit> chain) {
        List<UnitId> granted = principal.held(READERS).stream().map(Grant::unit).toList();
        int top = 0;
        for (int height = 1; height < chain.size(); height++) {
            top = granted.contains(chain.get(height).id()) ? height : top;
        }
        List<Unit> trail = new ArrayList<>(chain.subList(0, top + 1));
        trail.remove(0);
        Collections.reverse(trail);
        return trail;
    }
}
