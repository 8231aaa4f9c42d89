package fr.preau.plan;

import fr.preau.access.Grant;
import fr.preau.access.Perimeter;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.audit.Audits;
import fr.preau.audit.CampaignLine;
import fr.preau.campaign.Campaign;
import fr.preau.campaign.Campaigns;
import fr.preau.checklist.Checklists;
import fr.preau.checklist.Party;
import fr.preau.database.Database;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Paris;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import fr.preau.territory.Territory;
import fr.preau.territory.Unit;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Where to begin: the controls that a unit's schools answer weakly, with what its figure would become. It gives sums only,
 * of the audits that count for the person: those that they fill in, as they stand; all others once handed in.
 */
public final class Starts {
    private static final Role[] ROLES = {Role.AGENT, Role.ESTABLISHMENT, Role.REVIEWER, Role.READER};

    private final Database database;
    private final Audits audits;
    private final Campaigns campaigns;
    private final Checklists checklists;
    private final InstantSource clock;

    public Starts(Database database, Audits audits, Campaigns campaigns, Checklists checklists, InstantSource clock) {
        this.database = database;
        this.audits = audits;
        this.campaigns = campaigns;
        this.checklists = checklists;
        this.clock = clock;
    }

    /**
     * The ranking.
     *
     * @param unit one that the person holds, null for the first
     * @param campaign null for one that takes answers today, else the newest
     * @return empty when no campaign is named and they see none
     * @throws Refusal not found for another unit, or a campaign out of sight
     */
    public Optional<Ranking> ranking(Principal by, @Nullable UnitId unit, @Nullable CampaignId campaign) {
        List<UnitId> held = by.held(ROLES).stream().map(Grant::unit).distinct().toList();
        UnitId chosen = unit == null ? held.get(0) : unit;
        if (!held.contains(chosen)) {
            throw Refusal.notFound();
        }
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
        return Optional.of(ranking(by, chosen, held, line.orElseThrow(Refusal::notFound), opened));
    }

    private Ranking ranking(
            Principal by, UnitId unit, List<UnitId> held, CampaignLine line, List<CampaignLine> opened) {
        boolean open = line.phase(Paris.today(clock)) == Campaign.Phase.OPEN;
        Perimeter within = Perimeter.of(List.of(unit));
        Perimeter seen = by.perimeter(ROLES);
        Eyes eyes = Eyes.of(by);
        return database.figures(by, tx -> {
            StartSql sql = tx.attach(StartSql.class);
            Basis basis = sql.basis(line.id(), open, within, seen, eyes.own(), eyes.state());
            boolean hidden = basis.counted() < Basis.FEWEST && readsOnly(by, unit);
            List<Start> starts = hidden
                    ? List.of()
                    : sql.ranking(line.id(), open, parties(by, unit), within, seen, eyes.own(), eyes.state());
            return new Ranking(
                    unit,
                    units(tx, held),
                    line,
                    opened,
                    checklists.get(campaigns.get(tx, line.id()).checklist()),
                    basis,
                    starts,
                    hidden);
        });
    }

    private static boolean readsOnly(Principal by, UnitId unit) {
        return by.held(Role.AGENT, Role.ESTABLISHMENT, Role.REVIEWER).stream()
                .noneMatch(grant -> grant.unit().equals(unit));
    }

    /** The parties for which the person answers in the unit's name, wherever its schools have a collectivity. */
    private static List<Party> parties(Principal by, UnitId unit) {
        boolean answers = by.held(Role.AGENT, Role.ESTABLISHMENT).stream()
                .anyMatch(grant -> grant.unit().equals(unit));
        if (!answers) {
            return List.of();
        }
        return switch (unit.kind()) {
            case COLLECTIVITY -> Arrays.asList(Party.values());
            case SCHOOL -> List.of(Party.ETABLISSEMENT, Party.PARTAGE);
            case NATION, REGION, ACADEMY, DEPARTMENT -> List.of(Party.ETAT, Party.PARTAGE);
        };
    }

    private static List<Unit> units(Handle tx, List<UnitId> held) {
        return held.stream().flatMap(unit -> Territory.unit(tx, unit).stream()).toList();
    }
}
