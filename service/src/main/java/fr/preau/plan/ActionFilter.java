package fr.preau.plan;

import fr.preau.access.Perimeter;
import fr.preau.audit.AuditFilter;
import fr.preau.checklist.Party;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.UnitId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the board is narrowed to.
 *
 * @param at null for every place
 * @param theme code, empty for all
 * @param control code, empty for all
 * @param text searched in the schools' names, communes and UAI, all words
 * @param unit in which one of its schools stands, null for everywhere
 */
public record ActionFilter(
        @Nullable Place at,
        @Nullable Party party,
        String theme,
        String control,
        @Nullable CampaignId campaign,
        String text,
        @Nullable UnitId unit) {
    private static final int LONGEST = 100;

    public static final ActionFilter ALL = new ActionFilter(null, null, "", "", null, "");

    public ActionFilter {
        text = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    /** Of everywhere. */
    ActionFilter(
            @Nullable Place at,
            @Nullable Party party,
            String theme,
            String control,
            @Nullable CampaignId campaign,
            String text) {
        this(at, party, theme, control, campaign, text, null);
    }

    /** The unit as a perimeter, everything without one. */
    Perimeter within() {
        return Perimeter.of(List.of(unit == null ? UnitId.NATION : unit));
    }

    /** Rank of the place in the board's order, as the query computes it. */
    public @Nullable Integer place() {
        return at == null ? null : at.ordinal();
    }

    public List<String> patterns() {
        return new AuditFilter(null, text, null, false).patterns();
    }

    /** The same filter at another place. */
    ActionFilter at(@Nullable Place other) {
        return new ActionFilter(other, party, theme, control, campaign, text, unit);
    }

    /** The filter as an address carries it, without what is not set. */
    public String query() {
        StringBuilder query = new StringBuilder("?");
        add(query, "etat", at == null ? "" : at.name());
        add(query, "partie", party == null ? "" : party.name());
        add(query, "theme", theme);
        add(query, "mesure", control);
        add(query, "campagne", campaign == null ? "" : campaign.toString());
        add(query, "q", text);
        return query.substring(0, query.length() - 1);
    }

    private static void add(StringBuilder query, String name, String value) {
        if (!value.isEmpty()) {
            query.append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                    .append('&');
        }
    }
}
