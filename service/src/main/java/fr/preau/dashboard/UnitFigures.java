package fr.preau.dashboard;

import fr.preau.audit.AuditState;
import fr.preau.audit.FigureReading;
import fr.preau.audit.Figures;
import fr.preau.audit.StateCount;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a unit in one campaign and one reading: what page and API show alike.
 *
 * @param reading DECLARED or REVIEWED
 * @param states audits in each state, the removed ones too
 * @param progress answered ÷ asked over the whole roster, 0 to 1; null when nothing is expected
 * @param total over rendered audits: its conformity is null, shown « — », while none is rendered
 * @param base the same over the base level
 * @param themes in the checklist's order
 * @param children units right below, by name; none below a collectivity
 * @param hidden whether too few audits are rendered for the figures to be shown to the person
 */
public record UnitFigures(
        UnitCampaign campaign,
        FigureReading reading,
        List<StateCount> states,
        @Nullable Double progress,
        Figures total,
        Figures base,
        List<ThemeFigures> themes,
        List<ChildFigures> children,
        boolean hidden) {

    public UnitFigures {
        states = List.copyOf(states);
        themes = List.copyOf(themes);
        children = List.copyOf(children);
    }

    /** Audits of the roster, the removed left out. */
    public long expected() {
        return count(state -> state != AuditState.REMOVED);
    }

    /** Audits submitted or validated. */
    public long rendered() {
        return count(AuditState::rendered);
    }

    /** Rendered ÷ expected, null when nothing is expected. */
    public @Nullable Double renderedShare() {
        return expected() == 0 ? null : (double) rendered() / expected();
    }

    /** « Ne sait pas » ÷ asked, over rendered audits; null when none is rendered. */
    public @Nullable Double unknownShare() {
        return total.asked() == 0 ? null : (double) total.unknown() / total.asked();
    }

    /** The theme of the lowest conformity, empty when none has any. */
    public Optional<ThemeFigures> weakest() {
        return themes.stream().filter(UnitFigures::counted).min(BY_CONFORMITY);
    }

    /** The theme of the highest conformity, empty when it is not above the lowest. */
    public Optional<ThemeFigures> strongest() {
        Optional<ThemeFigures> best =
                themes.stream().filter(UnitFigures::counted).max(BY_CONFORMITY);
        return best.filter(theme -> BY_CONFORMITY.compare(theme, weakest().orElseThrow()) > 0);
    }

    private static final Comparator<ThemeFigures> BY_CONFORMITY = Comparator.comparingDouble(UnitFigures::conformity);

    private static boolean counted(ThemeFigures theme) {
        return theme.figures().conformity() != null;
    }

    private static double conformity(ThemeFigures theme) {
        Double conformity = theme.figures().conformity();
        return conformity == null ? 0 : conformity;
    }

    private long count(Predicate<AuditState> wanted) {
        return states.stream()
                .filter(count -> wanted.test(count.state()))
                .mapToLong(StateCount::audits)
                .sum();
    }
}
