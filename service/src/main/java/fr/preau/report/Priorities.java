package fr.preau.report;

import fr.preau.audit.Audit;
import fr.preau.audit.AuditView;
import fr.preau.audit.Cell;
import fr.preau.checklist.Party;
import fr.preau.checklist.Verdict;
import fr.preau.deliverable.Dossier;
import fr.preau.kernel.Paris;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a head of school does first, on one page: at most five weak answers, the base level before the rest, then what
 * weighs most, then what the school can begin itself.
 *
 * @param held what is held already: the titles of a few, what matters most first
 * @param conforming how many are held in all, {@code asked} being how many are asked
 * @param unanswered how many the reader sees no answer of, given or not
 * @param fictitious whether the school is invented
 */
public record Priorities(
        Audit audit,
        List<Priority> first,
        List<String> held,
        long conforming,
        long asked,
        long unanswered,
        boolean fictitious) {
    public static final int MOST = 5;

    private static final int HELD = 3;

    private static final Comparator<Cell> FIRST = Comparator.comparingInt(Cell::level)
            .thenComparing(Comparator.comparingInt(Cell::weight).reversed())
            .thenComparing(cell -> cell.party() != Party.ETABLISSEMENT && cell.party() != Party.PARTAGE)
            .thenComparingInt(Cell::position);

    public Priorities {
        first = List.copyOf(first);
        held = List.copyOf(held);
    }

    static Priorities of(AuditView view, boolean fictitious) {
        List<Cell> held = ordered(view, cell -> cell.verdict() == Verdict.CONFORME);
        return new Priorities(
                view.audit(),
                ordered(view, Cell::weak).stream()
                        .limit(MOST)
                        .map(cell -> priority(view, cell))
                        .toList(),
                held.stream()
                        .limit(HELD)
                        .map(cell -> view.control(cell.control()).title())
                        .toList(),
                held.size(),
                view.cells().size(),
                view.cells().stream().filter(cell -> !cell.answered()).count(),
                fictitious);
    }

    /** Until it is sent, answers may still change. */
    public boolean provisional() {
        return !audit.state().rendered();
    }

    private static List<Cell> ordered(AuditView view, Predicate<Cell> wanted) {
        return view.cells().stream().filter(wanted).sorted(FIRST).toList();
    }

    private static Priority priority(AuditView view, Cell cell) {
        var control = view.control(cell.control());
        Verdict verdict = cell.verdict() == null ? Verdict.NE_SAIT_PAS : cell.verdict();
        return new Priority(control.title(), control.advice(), verdict, cell.party());
    }

    /** The page as it is printed: for whom, and on which day. */
    public record Sheet(Priorities priorities, Dossier.Asker asker, Instant askedAt) {
        public LocalDate askedOn() {
            return askedAt.atZone(Paris.ZONE).toLocalDate();
        }
    }
}
