package fr.preau.plan;

import fr.preau.audit.CampaignLine;
import fr.preau.checklist.Theme;
import fr.preau.kernel.Page;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the board of actions.
 *
 * @param counts by place, whatever place the filter is at
 */
public record Board(
        ActionFilter filter,
        List<PlaceCount> counts,
        Page<CorrectiveAction> page,
        List<Theme> themes,
        List<CampaignLine> campaigns,
        LocalDate today) {

    public Board {
        counts = List.copyOf(counts);
        themes = List.copyOf(themes);
        campaigns = List.copyOf(campaigns);
    }

    public int count(Place place) {
        return counts.stream()
                .filter(count -> count.place() == place.ordinal())
                .mapToInt(PlaceCount::actions)
                .sum();
    }

    public int total() {
        return counts.stream().mapToInt(PlaceCount::actions).sum();
    }

    /** How many are due within {@value CorrectiveAction#SOON} days, the late ones left out. */
    public int soon() {
        return counts.stream().mapToInt(PlaceCount::soon).sum() - count(Place.LATE);
    }

    /** Address of the board at another place, by the same filter otherwise. */
    public String href(@Nullable Place place) {
        return "/actions" + filter.at(place).query();
    }

    /** Address of the following part, null on the last. */
    public @Nullable String nextHref() {
        if (page.next() == null) {
            return null;
        }
        String query = filter.query();
        return "/actions" + query + (query.isEmpty() ? "?" : "&") + "apres=" + page.next();
    }

    /** The title of a theme, its code when no checklist of today has it any more. */
    public String themeTitle(String code) {
        return themes.stream()
                .filter(theme -> theme.code().equals(code))
                .map(Theme::title)
                .findFirst()
                .orElse(code);
    }
}
