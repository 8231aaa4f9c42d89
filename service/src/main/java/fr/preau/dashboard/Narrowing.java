package fr.preau.dashboard;

import fr.preau.access.Side;
import fr.preau.checklist.Party;
import fr.preau.checklist.SchoolType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What the figures of a unit are narrowed to; null is everything.
 *
 * @param level number of a level, 1 to 3
 * @param theme code of a theme
 * @param party who is responsible: each side thus sees its own part
 */
public record Narrowing(
        @Nullable SchoolType type,
        @Nullable Integer level,
        @Nullable String theme,
        @Nullable Party party) {

    public static final Narrowing NONE = new Narrowing(null, null, null, null);

    /** The part that falls to a side alone. */
    public static Party own(Side side) {
        return switch (side) {
            case STATE -> Party.ETAT;
            case COLLECTIVITY -> Party.COLLECTIVITE;
            case ESTABLISHMENT -> Party.ETABLISSEMENT;
        };
    }

    /** The same for one theme. */
    public Narrowing ofTheme(String code) {
        return new Narrowing(type, level, code, party);
    }

    /** What an address bears of it, each part after an ampersand. */
    public String query() {
        return (type == null ? "" : "&type=" + type)
                + (level == null ? "" : "&niveau=" + level)
                + (theme == null ? "" : "&theme=" + URLEncoder.encode(theme, StandardCharsets.UTF_8))
                + (party == null ? "" : "&partie=" + party);
    }
}
