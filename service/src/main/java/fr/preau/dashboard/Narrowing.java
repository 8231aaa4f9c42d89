package fr.preau.dashboard;

import fr.preau.access.Side;
import fr.preau.audit.FigureReading;
import fr.preau.checklist.Party;
import fr.preau.checklist.SchoolType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What the figures of a unit are narrowed to, null being everything, and in which reading they are.
 *
 * @param level number of a level, 1 to 3
 * @param theme code of a theme
 * @param party who is responsible: each side thus sees its own part
 * @param reading DECLARED or REVIEWED
 */
public record Narrowing(
        @Nullable SchoolType type,
        @Nullable Integer level,
        @Nullable String theme,
        @Nullable Party party,
        FigureReading reading) {

    public static final Narrowing NONE = new Narrowing(null, null, null, null);

    /** In the declared reading. */
    public Narrowing(
            @Nullable SchoolType type, @Nullable Integer level, @Nullable String theme, @Nullable Party party) {
        this(type, level, theme, party, FigureReading.DECLARED);
    }

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
        return new Narrowing(type, level, code, party, reading);
    }

    /** The same in a reading. */
    public Narrowing in(FigureReading other) {
        return new Narrowing(type, level, theme, party, other);
    }

    /** The same for one type of school. */
    Narrowing ofType(SchoolType other) {
        return new Narrowing(other, level, theme, party, reading);
    }

    /** What of it tells apart the schools that give an answer: who is asked a control differs by type of school. */
    public Narrowing ofAnswers() {
        return new Narrowing(type, level, null, party, reading);
    }

    /** What of it tells apart the schools of a band, which is of all levels or of the base level. */
    public Narrowing ofBands() {
        return new Narrowing(type, level, null, null, reading);
    }

    /** What of it tells schools apart, for the list behind a number. */
    public Narrowing ofSchools() {
        return new Narrowing(type, null, null, null, reading);
    }

    /** Whether it leaves nothing out, in whichever reading. */
    boolean whole() {
        return in(FigureReading.DECLARED).equals(NONE);
    }

    public boolean reviewed() {
        return reading == FigureReading.REVIEWED;
    }

    /** What an address bears of it, each part after an ampersand. */
    public String query() {
        return (type == null ? "" : "&type=" + type)
                + (level == null ? "" : "&niveau=" + level)
                + (theme == null ? "" : "&theme=" + URLEncoder.encode(theme, StandardCharsets.UTF_8))
                + (party == null ? "" : "&partie=" + party)
                + (reviewed() ? "&lecture=" + reading : "");
    }
}
