package fr.preau.audit;

import fr.preau.access.Grant;
import fr.preau.access.Perimeter;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.database.Database;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Paris;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import fr.preau.territory.Territory;
import fr.preau.territory.Unit;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Follows a campaign on both trees: where the audits of a unit and of those below it stand, and until when they have. */
public final class Follows {
    /** Most collectivities that a page tells. */
    public static final int MOST = 1_500;

    private final Database database;
    private final Audits audits;
    private final Extensions extensions;
    private final InstantSource clock;

    public Follows(Database database, Audits audits, Extensions extensions, InstantSource clock) {
        this.database = database;
        this.audits = audits;
        this.extensions = extensions;
        this.clock = clock;
    }

    /**
     * One unit of a campaign.
     *
     * @param units the widest units of the person, to go to
     * @param below units right below in the State's tree; none for a department or a collectivity
     * @param collectivities of the audits that lie in the unit; none for the nation and régions, which are too wide
     * @param extensions that touch the unit or what is shown of it, the newest first
     * @param extendsDays whether the person may give units a later day, each asked by itself
     * @param reminds whether they may remind the silent of this one
     */
    public record Followed(
            CampaignLine campaign,
            Unit unit,
            List<Unit> units,
            FollowLine whole,
            List<FollowLine> below,
            List<FollowLine> collectivities,
            List<Extension> extensions,
            boolean extendsDays,
            boolean reminds) {
        public boolean wide() {
            return unit.id().kind() == UnitId.Kind.NATION || unit.id().kind() == UnitId.Kind.REGION;
        }
    }

    /**
     * @param unit null for the widest of the person's
     * @throws Refusal not found, for a campaign that one does not see or a unit that is none of one's own nor below
     */
    public Followed follow(Principal by, CampaignId id, @Nullable UnitId unit) {
        CampaignLine campaign = audits.campaigns(by).stream()
                .filter(line -> line.id().equals(id) && line.openedAt() != null)
                .findFirst()
                .orElseThrow(Refusal::notFound);
        List<UnitId> held = held(by);
        UnitId chosen = unit == null ? held.get(0) : unit;
        boolean reminds = runs(by) && extensions.mayExtend(by, id, chosen);
        return database.figures(by, tx -> {
            Unit shown = tx.attach(FollowSql.class).unit(chosen, held).orElseThrow(Refusal::notFound);
            return followed(tx, by, campaign, shown, reminds);
        });
    }

    private Followed followed(Handle tx, Principal by, CampaignLine campaign, Unit unit, boolean reminds) {
        FollowSql sql = tx.attach(FollowSql.class);
        Perimeter within = by.perimeter(Role.values());
        UnitId.Kind kind = unit.id().kind();
        List<FollowLine> state =
                state(kind) ? sql.state(campaign.id(), unit.id(), within, Paris.today(clock)) : List.of();
        List<FollowLine> collectivities = kind == UnitId.Kind.NATION || kind == UnitId.Kind.REGION
                ? List.of()
                : sql.collectivities(campaign.id(), Perimeter.of(List.of(unit.id())), within, Paris.today(clock), MOST);
        List<FollowLine> whole = state.isEmpty() ? collectivities : state;
        if (whole.isEmpty()) {
            throw Refusal.notFound();
        }
        return new Followed(
                campaign,
                unit,
                held(by).stream()
                        .flatMap(one -> Territory.unit(tx, one).stream())
                        .toList(),
                whole.get(0),
                state.stream().skip(1).toList(),
                collectivities,
                tx.attach(ExtensionSql.class).told(campaign.id(), unit.id(), within),
                runs(by),
                reminds);
    }

    private static boolean runs(Principal by) {
        return by.has(Role.EDITOR) || by.has(Role.ADMINISTRATOR);
    }

    Extensions extensions() {
        return extensions;
    }

    private static boolean state(UnitId.Kind kind) {
        return kind != UnitId.Kind.COLLECTIVITY && kind != UnitId.Kind.SCHOOL;
    }

    private static List<UnitId> held(Principal by) {
        return by.grants().stream()
                .map(Grant::unit)
                .distinct()
                .sorted(Comparator.comparing(UnitId::kind).thenComparing(UnitId::code))
                .toList();
    }
}
