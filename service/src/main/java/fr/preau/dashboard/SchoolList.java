package fr.preau.dashboard;

import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Message;
import fr.preau.kernel.Page;
import org.jspecify.annotations.Nullable;

/**
 * The schools that a number counts, by name.
 *
 * @param cut what the filter's collectivity is called, null without one and for an empty list
 * @param narrower whether the unit's figures may count schools that the person doesn't see by name
 */
public record SchoolList(
        Vantage vantage,
        SchoolFilter filter,
        Page<SchoolLine> page,
        @Nullable Message cut,
        boolean narrower) {

    /** Name of another campaign that counts audits of the unit; its number where there is none in sight. */
    public String name(CampaignId campaign) {
        return vantage.campaigns().stream()
                .filter(one -> one.id().equals(campaign))
                .findFirst()
                .map(UnitCampaign::name)
                .orElse(campaign.toString());
    }

    /** How many there are in all parts. */
    public long total() {
        return page.items().isEmpty() ? 0 : page.items().get(0).total();
    }

    /** Address of the following part, null on the last. */
    public @Nullable String nextHref() {
        return page.next() == null ? null : vantage.href("/etablissements") + filter.query() + "&apres=" + page.next();
    }
}
