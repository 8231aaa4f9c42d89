package fr.preau.grid;

import fr.preau.audit.AuditState;
import fr.preau.checklist.Party;
import fr.preau.checklist.SchoolType;
import fr.preau.kernel.LabelId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a grid is narrowed to; null narrows nothing.
 *
 * @param theme code of a theme, {@link #ALL_THEMES}, null for the first
 * @param commune the commune's code, as the audit keeps it
 * @param only rows that hold at least one such cell
 * @param party columns that fall to it; {@code PARTAGE} is a value like the others
 */
public record GridFilter(
        @Nullable String theme,
        @Nullable SchoolType type,
        @Nullable String commune,
        @Nullable AuditState state,
        @Nullable LabelId label,
        @Nullable Only only,
        @Nullable Party party) {
    public static final String ALL_THEMES = "tous";

    /** What one looks for in a row. */
    public enum Only {
        UNANSWERED("sans-reponse"),
        EXCEPTIONS("exceptions"),
        TO_CONFIRM("a-confirmer");

        private final String code;

        Only(String code) {
            this.code = code;
        }

        /** Word of the address. */
        public String code() {
            return code;
        }
    }

    public boolean allThemes() {
        return ALL_THEMES.equals(theme);
    }

    /** The same filter on another theme. */
    GridFilter on(String code) {
        return new GridFilter(code, type, commune, state, label, only, party);
    }

    /** Whether rows or columns are left out. */
    public boolean narrows() {
        return type != null || commune != null || state != null || label != null || only != null || party != null;
    }

    /** The filter but for the theme, as an address carries it: empty, or with its first {@code &}. */
    public String query() {
        return part("type", type)
                + part("commune", commune)
                + part("etat", state)
                + part("etiquette", label)
                + part("montrer", only == null ? null : only.code)
                + part("responsable", party);
    }

    private static String part(String name, @Nullable Object value) {
        return value == null ? "" : "&" + name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
    }

    /** The constant of that name, null for a word that is none: an old link still opens. */
    static <E extends Enum<E>> @Nullable E of(E[] constants, String name) {
        return Arrays.stream(constants)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    static @Nullable Only only(String code) {
        Optional<Only> found = Arrays.stream(Only.values())
                .filter(one -> one.code.equals(code))
                .findFirst();
        return found.orElse(null);
    }
}
