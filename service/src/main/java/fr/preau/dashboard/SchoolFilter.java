package fr.preau.dashboard;

import fr.preau.audit.AuditState;
import fr.preau.audit.Cut;
import fr.preau.audit.FigureReading;
import fr.preau.checklist.Level;
import fr.preau.checklist.Party;
import fr.preau.checklist.SchoolType;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.ControlCode;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which of a unit's schools a number counts; null is all of them.
 *
 * @param state one state; null for all but the removed
 * @param rendered whether only submitted and validated audits count, as in every figure but progress
 * @param control a control, of which {@code answers} are counted
 * @param answers codes of answers, {@code SANS_REPONSE} for none; empty for any
 * @param level number of a level: of a control, where the schools differ by it; 1 for the band of the base level
 * @param party who is responsible for the control, where the schools differ by it
 * @param band fifth of conformity, 0 to 4; see {@link Spread}
 * @param cut the collectivity whose schools in the unit are meant alone, null for all
 * @param past what the schools have done in other campaigns
 * @param reading of the answers and of the conformity
 */
public record SchoolFilter(
        @Nullable SchoolType type,
        @Nullable AuditState state,
        boolean rendered,
        @Nullable ControlCode control,
        List<String> answers,
        @Nullable Integer level,
        @Nullable Party party,
        @Nullable Integer band,
        @Nullable Cut cut,
        Past past,
        FigureReading reading) {

    public static final SchoolFilter ALL = of("", "", "", "", "");
    /** What an address says for submitted and validated ones. */
    public static final String RENDERED = "RENDUS";
    /** What an address says for the answers by which nothing is held. */
    public static final String MISSED = "MANQUEE";

    private static final String NONE = "SANS_REPONSE";

    public SchoolFilter {
        answers = List.copyOf(answers);
        rendered = rendered || control != null || band != null || past.asked();
        party = control == null ? null : party;
        level = control != null || (band != null && Objects.equals(level, Level.SOCLE.number())) ? level : null;
    }

    /** From an address; what nobody knows filters nothing, so that an old link still opens. */
    static SchoolFilter of(String type, String state, String control, String answer, String band) {
        return new SchoolFilter(
                one(SchoolType.values(), type),
                one(AuditState.values(), state),
                state.equals(RENDERED),
                control.isEmpty() ? null : ControlCode.fromString(control),
                control.isEmpty() ? List.of() : answers(answer),
                null,
                null,
                band.matches("[0-4]") ? Integer.valueOf(band) : null,
                null,
                Past.ANY,
                FigureReading.DECLARED);
    }

    /** The same in a reading. */
    public SchoolFilter in(FigureReading other) {
        return new SchoolFilter(type, state, rendered, control, answers, level, party, band, cut, past, other);
    }

    /** The same with what else of a view's filters tells schools apart. */
    SchoolFilter narrowed(Narrowing narrowing) {
        return new SchoolFilter(
                type,
                state,
                rendered,
                control,
                answers,
                narrowing.level(),
                narrowing.party(),
                band,
                cut,
                past,
                narrowing.reading());
    }

    /** The same of a collectivity, and by what was done in other campaigns. */
    SchoolFilter of(@Nullable Cut share, Past other) {
        return new SchoolFilter(type, state, rendered, control, answers, level, party, band, share, other, reading);
    }

    /** Code of the collectivity alone, empty for the schools without any, null for all. */
    public @Nullable String collectivity() {
        return cut == null ? null : cut.code();
    }

    /** Whether the band is one of the base level. */
    public boolean base() {
        return band != null && level != null;
    }

    /** Whether it takes every school. */
    public boolean all() {
        return in(FigureReading.DECLARED).equals(ALL);
    }

    /** What an address bears of it, each part after an ampersand. */
    public String query() {
        String answer = answers.isEmpty() ? "" : "&reponse=" + (answers.size() > 1 ? MISSED : answers.get(0));
        String where = state != null ? "&etat=" + state : rendered ? "&etat=" + RENDERED : "";
        return (type == null ? "" : "&type=" + type)
                + where
                + (control == null ? "" : "&mesure=" + control + answer)
                + (level == null ? "" : "&niveau=" + level)
                + (party == null ? "" : "&partie=" + party)
                + (band == null ? "" : "&tranche=" + band)
                + (cut == null ? "" : cut.query())
                + past.query()
                + (reading == FigureReading.REVIEWED ? "&lecture=" + reading : "");
    }

    private static List<String> answers(String code) {
        if (code.equals(MISSED)) {
            return List.of(Verdict.NON_CONFORME.name(), Verdict.NE_SAIT_PAS.name(), NONE);
        }
        Verdict verdict = one(Verdict.values(), code);
        return verdict != null ? List.of(verdict.name()) : code.equals(NONE) ? List.of(NONE) : List.of();
    }

    /** Least conformity of the band. */
    public double least() {
        return band == null ? 0 : band * Spread.WIDTH;
    }

    /** What it stays below; the last band takes the whole in. */
    public double below() {
        return band == null || band == Spread.BANDS - 1 ? 2 : (band + 1) * Spread.WIDTH;
    }

    private static <E extends Enum<E>> @Nullable E one(E[] values, String name) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
