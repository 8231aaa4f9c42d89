package fr.preau.audit;

import fr.preau.access.Grant;
import fr.preau.access.Perimeter;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.database.Database;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Paris;
import fr.preau.kernel.Part;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.Stretch;
import fr.preau.kernel.UnitId;
import fr.preau.territory.Territory;
import fr.preau.territory.Unit;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Follows a campaign on both trees: where the audits of a unit and of those below it stand, and until when they have. */
public final class Follows {
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
     * @param collectivities of the audits that lie in the unit, a part of them at a time; none for the nation and
     *     régions, which are too wide
     * @param extensions that touch the unit or what is shown of it, the newest first
     * @param named whether the person sees the unit's schools by name, and so the list behind a number
     * @param runs whether the person runs units, and so reads why days were given
     * @param extendable of the units shown, those to which the person may give a later day, or a reminder
     */
    public record Followed(
            CampaignLine campaign,
            Unit unit,
            List<Unit> units,
            FollowLine whole,
            List<FollowLine> below,
            Part<FollowLine> collectivities,
            List<Extension> extensions,
            boolean named,
            boolean runs,
            Set<UnitId> extendable) {
        public boolean wide() {
            return unit.id().kind() == UnitId.Kind.NATION || unit.id().kind() == UnitId.Kind.REGION;
        }

        /** What narrows the list of audits to a line's: of a collectivity, those within the unit alone. */
        public String list(FollowLine line) {
            UnitId other = line.unit();
            boolean own = other != null && (other.equals(unit.id()) || other.kind() != UnitId.Kind.COLLECTIVITY);
            return own
                    ? "&unite=" + other
                    : "&unite=" + unit.id() + Cut.of(other).query();
        }

        /** Whether they may remind the silent of this unit. */
        public boolean reminds() {
            return extendable.contains(unit.id());
        }

        /** Whether the line is of a unit that may be given a later day. */
        public boolean extendable(FollowLine line) {
            return line.unit() != null && extendable.contains(line.unit());
        }

        Followed allowing(Function<List<UnitId>, Set<UnitId>> asked) {
            List<UnitId> shown = Stream.of(Stream.of(whole), below.stream(), collectivities.lines().stream())
                    .flatMap(lines -> lines)
                    .flatMap(line -> Stream.ofNullable(line.unit()))
                    .toList();
            return new Followed(
                    campaign, unit, units, whole, below, collectivities, extensions, named, runs, asked.apply(shown));
        }
    }

    /**
     * @param unit null for the widest of the person's
     * @param stretch how much of its collectivities
     * @throws Refusal not found, for a campaign that one does not see or a unit that is none of one's own nor below
     */
    public Followed follow(Principal by, CampaignId id, @Nullable UnitId unit, Stretch stretch) {
        CampaignLine campaign = audits.campaigns(by).stream()
                .filter(line -> line.id().equals(id) && line.openedAt() != null)
                .findFirst()
                .orElseThrow(Refusal::notFound);
        List<UnitId> held = held(by);
        UnitId chosen = unit == null ? held.get(0) : unit;
        Followed followed = database.figures(by, tx -> {
            Unit shown = tx.attach(FollowSql.class).unit(chosen, held).orElseThrow(Refusal::notFound);
            return followed(tx, by, campaign, shown, stretch);
        });
        return followed.runs() ? followed.allowing(shown -> extensions.extendable(by, id, shown)) : followed;
    }

    private Followed followed(Handle tx, Principal by, CampaignLine campaign, Unit unit, Stretch stretch) {
        FollowSql sql = tx.attach(FollowSql.class);
        Perimeter within = by.perimeter(Role.values());
        UnitId.Kind kind = unit.id().kind();
        List<FollowLine> state =
                state(kind) ? sql.state(campaign.id(), unit.id(), within, Paris.today(clock)) : List.of();
        List<FollowLine> collectivities = kind == UnitId.Kind.NATION || kind == UnitId.Kind.REGION
                ? List.of()
                : sql.collectivities(campaign.id(), Perimeter.of(List.of(unit.id())), within, Paris.today(clock));
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
                stretch.of(collectivities, FollowLine::label),
                tx.attach(ExtensionSql.class).told(campaign.id(), unit.id(), within),
                Audits.named(by)
                        .reaches(Territory.chain(tx, unit.id()).stream()
                                .map(Unit::id)
                                .toList()),
                runs(by),
                Set.of());
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
