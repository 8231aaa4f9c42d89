package fr.preau.edition;

import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.access.Scope;
import fr.preau.journal.Entry;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import java.util.List;
import java.util.Map;

/** A collectivity's agreement to appear by name in the GREEN figures of a campaign: its own administrators give it. */
public final class Appearances {
    private final Workshop workshop;

    Appearances(Workshop workshop) {
        this.workshop = workshop;
    }

    /** Campaigns and collectivities that the person answers for, with what was agreed. */
    public List<Appearance> list(Principal by) {
        return workshop.database.call(
                by, tx -> tx.attach(AppearanceSql.class).list(by.perimeter(Role.EDITOR, Role.ADMINISTRATOR)));
    }

    /** Gives the agreement, or ends it. */
    public void decide(Principal by, CampaignId campaign, UnitId collectivity, boolean agreed) {
        by.needs(Scope.SESSION);
        boolean own = by.held(Role.EDITOR, Role.ADMINISTRATOR).stream()
                .anyMatch(grant -> grant.unit().equals(collectivity));
        if (!own || collectivity.kind() != UnitId.Kind.COLLECTIVITY) {
            throw Refusal.notFound();
        }
        workshop.database.run(by, tx -> {
            if (tx.attach(FreezeSql.class).opened(campaign).isEmpty()) {
                throw Refusal.notFound();
            }
            AppearanceSql sql = tx.attach(AppearanceSql.class);
            int changed = agreed
                    ? sql.agree(campaign, collectivity.code(), workshop.clock.instant(), by.account())
                    : sql.end(campaign, collectivity.code(), workshop.clock.instant(), by.account());
            if (changed > 0) {
                workshop.journal.record(
                        tx,
                        Entry.of(by, agreed ? "appearance.agreed" : "appearance.ended", "unit/" + collectivity)
                                .with(Map.of("campaign", campaign.value())));
            }
        });
    }
}
