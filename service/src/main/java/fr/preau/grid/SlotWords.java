package fr.preau.grid;

import fr.preau.checklist.Verdict;
import fr.preau.web.Viewer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a cell says to who can't see it. A grid has some thousands of cells and a few dozens of sentences. */
public final class SlotWords {
    private final Viewer viewer;
    private final Map<Look, String> said = new HashMap<>();

    public SlotWords(Viewer viewer) {
        this.viewer = viewer;
    }

    private record Look(
            Slot.Kind kind,
            @Nullable Verdict verdict,
            boolean exception,
            @Nullable String last,
            int pieces) {}

    public String of(Slot slot) {
        return said.computeIfAbsent(
                new Look(slot.kind(), slot.verdict(), slot.exception(), slot.last(), slot.pieces()), this::say);
    }

    private String say(Look look) {
        if (look.kind() == Slot.Kind.NOT_ASKED || look.kind() == Slot.Kind.HIDDEN) {
            return viewer.t("grid.cell." + look.kind().name());
        }
        String word = viewer.t("mark."
                + (look.verdict() == null ? "SANS_REPONSE" : look.verdict().name()));
        String said = look.last() != null
                ? viewer.t("grid.cell.last", word, look.last())
                : look.exception() ? viewer.t("grid.cell.exception", word) : word;
        return look.pieces() == 0 ? said : said + ", " + viewer.t("evidence.count", look.pieces());
    }
}
