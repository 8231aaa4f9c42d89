package fr.preau.audit;

import fr.preau.kernel.Message;
import fr.preau.kernel.Page;
import fr.preau.kernel.UnitId;
import fr.preau.kernel.UnitName;
import fr.preau.territory.Unit;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a campaign's audits within somebody's perimeter.
 *
 * @param campaigns the campaigns that they see, newest first
 * @param answers whether the person is an agent, and may answer for many at once
 * @param unit the filter's, null without one and where none of its audits is seen
 * @param cut what the filter's collectivity is called, null as the unit is
 * @param counts how many audits stand in each state, of the filter's unit and whatever its state or words
 */
public record AuditList(
        CampaignLine campaign,
        List<CampaignLine> campaigns,
        AuditFilter filter,
        @Nullable Unit unit,
        @Nullable Message cut,
        List<StateCount> counts,
        Page<AuditLine> page,
        boolean answers,
        LocalDate today) {

    /** Address of the following part of this list, null on the last. */
    public @Nullable String nextHref() {
        if (page.next() == null) {
            return null;
        }
        String state = filter.state() == null ? "" : "&etat=" + filter.state();
        String text = "&q=" + URLEncoder.encode(filter.text(), StandardCharsets.UTF_8);
        return "/etablissements?campagne=" + campaign.id() + state + filter.more() + text + "&apres=" + page.next();
    }

    /** What the unit is called, the nation when the filter names none; null where it can't be told. */
    public @Nullable Message within() {
        if (unit != null) {
            return UnitName.of(unit.id(), unit.name());
        }
        return filter.unit() == null ? UnitName.of(UnitId.NATION, "") : null;
    }

    public int count(AuditState state) {
        return counts.stream()
                .filter(count -> count.state() == state)
                .mapToInt(StateCount::audits)
                .sum();
    }

    /** How many the whole list has; null where words are searched. */
    public @Nullable Integer total() {
        if (!filter.text().isEmpty()) {
            return null;
        }
        return filter.state() == null ? Integer.valueOf(expected()) : Integer.valueOf(count(filter.state()));
    }

    /** The roster: all but the removed. */
    public int expected() {
        return counts.stream()
                .filter(count -> count.state() != AuditState.REMOVED)
                .mapToInt(StateCount::audits)
                .sum();
    }
}
