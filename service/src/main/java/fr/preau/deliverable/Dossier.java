package fr.preau.deliverable;

import fr.preau.audit.AuditState;
import fr.preau.audit.AuditView;
import fr.preau.audit.Cell;
import fr.preau.audit.Figures;
import fr.preau.audit.Sight;
import fr.preau.audit.ThemeLine;
import fr.preau.checklist.Checklist;
import fr.preau.checklist.Level;
import fr.preau.checklist.Theme;
import fr.preau.kernel.Message;
import fr.preau.kernel.Paris;
import fr.preau.web.Mark;
import fr.preau.web.StackedBar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * All that a report of one audit says, as one person saw it: printed twice on one day, it gives the same document.
 *
 * @param life the steps of the audit, oldest first
 * @param askedAt the beginning of the day on which the report was asked for
 * @param fictitious whether the school is invented, which every page then says
 */
public record Dossier(
        AuditView view, Checklist checklist, List<LifeEvent> life, Asker asker, Instant askedAt, boolean fictitious) {

    /** The parts of the report in order: the ids of its sections, and the messages that name them. */
    public static final List<String> PARTS = List.of("figures", "themes", "weak", "answers", "life", "method");

    public Dossier {
        life = List.copyOf(life);
    }

    /**
     * Who asked for the report, as its cover names them.
     *
     * @param employer name of the unit that they work for
     */
    public record Asker(String name, Message employer) {}

    /** The answers of a theme that the reader sees. */
    public record ThemeAnswers(Theme theme, List<Cell> cells) {}

    /** The weak answers of a level, what weighs most first. */
    public record LevelWeak(Level level, List<Cell> cells) {}

    public boolean validated() {
        return view.audit().state() == AuditState.VALIDATED;
    }

    /** The answers that the reader sees, by theme; a theme of which they see none is left out. */
    public List<ThemeAnswers> answers() {
        return view.themes().stream()
                .map(ThemeLine::theme)
                .map(theme -> new ThemeAnswers(theme, seen(theme)))
                .filter(answers -> !answers.cells().isEmpty())
                .toList();
    }

    private List<Cell> seen(Theme theme) {
        return view.cells().stream()
                .filter(cell -> cell.theme().equals(theme.code()))
                .filter(cell -> view.sight().answers(cell.party()))
                .toList();
    }

    /** How many controls the reader does not see the answers of. */
    public long hidden() {
        return view.cells().stream()
                .filter(cell -> !view.sight().answers(cell.party()))
                .count();
    }

    /** Whether some answers are shown as they were last submitted, because they are being corrected. */
    public boolean earlier() {
        Sight sight = view.sight();
        return sight.version() == Sight.Version.LAST_SUBMITTED
                && view.cells().stream().anyMatch(cell -> !sight.current(cell.party()));
    }

    /** The weak answers by level; a level without any is left out. */
    public List<LevelWeak> weak() {
        List<Cell> weak = view.weak();
        return Arrays.stream(Level.values())
                .map(level -> new LevelWeak(
                        level,
                        weak.stream()
                                .filter(cell -> cell.level() == level.number())
                                .toList()))
                .filter(group -> !group.cells().isEmpty())
                .toList();
    }

    /** The figures of a level. */
    public Figures level(Level level) {
        return view.slices().stream()
                .filter(slice -> slice.level() != null && slice.level() == level.number())
                .map(slice -> slice.figures())
                .findFirst()
                .orElse(Figures.NONE);
    }

    /** The counts of a slice as a bar. */
    public static StackedBar bar(Figures figures) {
        return new StackedBar(Map.of(
                Mark.CONFORME, figures.conforming(),
                Mark.PARTIEL, figures.partial(),
                Mark.NON_CONFORME, figures.failing(),
                Mark.NE_SAIT_PAS, figures.unknown(),
                Mark.NON_APPLICABLE, figures.inapplicable(),
                Mark.SANS_REPONSE, figures.unanswered()));
    }

    /** The day on which it was asked for, in Paris. */
    public LocalDate askedOn() {
        return askedAt.atZone(Paris.ZONE).toLocalDate();
    }

    /** {@code preau-8358101T-2026-2027.pdf}. */
    public String fileName(String ending) {
        String campaign = ReportFile.plain(view.audit().campaignName());
        return "preau-" + view.audit().uai() + (campaign.isEmpty() ? "" : "-" + campaign) + ending;
    }
}
