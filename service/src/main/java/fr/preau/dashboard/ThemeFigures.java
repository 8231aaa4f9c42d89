package fr.preau.dashboard;

import fr.preau.audit.Figures;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Figures of one theme, over rendered audits.
 *
 * @param title in the checklist's own language, French
 */
public record ThemeFigures(String code, String title, Figures figures) {

    /** Share of an answer in what is asked, by its code ({@code SANS_REPONSE} too); null when nothing is asked. */
    public @Nullable Double share(String answer) {
        if (figures.asked() == 0) {
            return null;
        }
        long count = Objects.requireNonNull(figures.counts().get(answer), answer);
        return (double) count / figures.asked();
    }
}
