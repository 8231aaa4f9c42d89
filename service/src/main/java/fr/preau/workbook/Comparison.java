package fr.preau.workbook;

import fr.preau.audit.NewAnswer;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Refusal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Holds what came back against what was exported and what is stored. A cell that is as it was exported asks for nothing,
 * whatever has been stored since; one that says what is stored asks for nothing either.
 */
final class Comparison {
    private static final int TYPED = 80;

    private final Seen seen;
    private final Map<String, Integer> places;
    private final Consumer<NewLine> lines;
    private int same;
    private int moved;

    Comparison(Seen seen, Consumer<NewLine> lines) {
        this.seen = seen;
        this.places = seen.places();
        this.lines = lines;
    }

    /** @param school null when the person doesn't answer for it */
    void row(Filled filled, @Nullable SchoolRow school) {
        if (school == null || !seen.lines().containsKey(filled.uai())) {
            lines.accept(NewLine.about(filled.uai(), Finding.UNKNOWN_SCHOOL));
            return;
        }
        for (Filled.Cell cell : filled.cells()) {
            cell(filled.uai(), cell, school);
        }
    }

    int same() {
        return same;
    }

    int moved() {
        return moved;
    }

    private void cell(String uai, Filled.Cell cell, SchoolRow school) {
        String comment = text(cell.comment());
        Optional<Verdict> verdict = Wording.verdict(cell.answer());
        boolean blank = cell.answer().isBlank();
        boolean legal = blank || verdict.isPresent();
        Optional<Seen.Mark> mark =
                seen.mark(uai, places.getOrDefault(cell.control().value(), -1));
        Optional<Verdict> proposed = Wording.proposed(cell.answer());
        String digest = proposed.map(one -> Known.proposal(one, comment))
                .orElseGet(() -> Known.digest(verdict.orElse(null), comment));
        String exported = mark.map(Seen.Mark::digest).orElse(Known.digest(null, null));
        boolean touched = !(legal || proposed.isPresent()) || !digest.equals(exported);
        Known known = school.known(cell.control());
        if (school.access(cell.control()) != Access.OPEN || mark.isEmpty()) {
            if (touched) {
                tell(uai, school, cell, Finding.LOCKED);
            }
        } else if (legal && known.says(verdict.orElse(null), comment)) {
            same++;
        } else if (!touched) {
            // A proposal that is left as it is says nothing, unless somebody has answered meanwhile.
            moved += proposed.isEmpty() || known.verdict() != null ? 1 : 0;
        } else if (verdict.isEmpty()) {
            tell(uai, school, cell, legal && comment == null ? Finding.ERASED : Finding.ILLEGAL);
        } else {
            answer(uai, school, cell, verdict.get(), mark.get().version());
        }
    }

    private void answer(String uai, SchoolRow school, Filled.Cell cell, Verdict verdict, int exported) {
        ControlCode control = cell.control();
        Known known = school.known(control);
        NewAnswer answer;
        try {
            answer = new NewAnswer(verdict, text(cell.comment()));
        } catch (Refusal refusal) {
            boolean reason = verdict.needsReason() && text(cell.comment()) == null;
            tell(uai, school, cell, reason ? Finding.NO_REASON : Finding.TEXT);
            return;
        }
        Finding finding = known.wantsReason(answer)
                ? Finding.NO_REASON
                : known.version() == exported ? Finding.CHANGED : Finding.STALE;
        lines.accept(new NewLine(
                school.audit().id(), control, uai, finding, verdict, answer.comment(), null, known.version()));
    }

    /** A line that can't be written, with what stands in its cells as far as it can be kept. */
    private void tell(String uai, SchoolRow school, Filled.Cell cell, Finding finding) {
        String typed = (cell.answer().isBlank() ? Objects.requireNonNullElse(text(cell.comment()), "") : cell.answer())
                .strip()
                .replaceAll("\\p{Cntrl}", " ");
        lines.accept(new NewLine(
                school.audit().id(),
                cell.control(),
                uai,
                finding,
                Wording.verdict(cell.answer()).orElse(null),
                null,
                typed.isEmpty() ? null : typed.length() > TYPED ? typed.substring(0, TYPED - 1) + "…" : typed,
                null));
    }

    /** As an answer keeps it. */
    private static @Nullable String text(String cell) {
        String text = cell.replace("\r\n", "\n").replace('\r', '\n').strip();
        return text.isEmpty() ? null : text;
    }
}
