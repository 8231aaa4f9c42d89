package fr.preau.workbook;

import fr.preau.checklist.Verdict;
import fr.preau.kernel.SearchText;
import fr.preau.web.Mark;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The answers as a workbook writes them, and as people type them: in full, whatever the accents, or by their letter. */
final class Wording {
    static final String CHOOSE = "Choisissez une réponse de la liste";
    static final String CHOOSE_WHY = "Conforme, Partiel, Non conforme, Non applicable ou Ne sait pas.";

    private static final Map<Verdict, String> LABELS = Map.of(
            Verdict.CONFORME, "Conforme",
            Verdict.PARTIEL, "Partiel",
            Verdict.NON_CONFORME, "Non conforme",
            Verdict.NON_APPLICABLE, "Non applicable",
            Verdict.NE_SAIT_PAS, "Ne sait pas");
    private static final Map<String, Verdict> TYPED =
            LABELS.keySet().stream().collect(Collectors.toMap(one -> SearchText.fold(label(one)), Function.identity()));

    /** What stands behind a proposal: taking it away confirms. Words alone, so that one can look for them and replace them. */
    static final String TO_CONFIRM = "(à confirmer)";

    private Wording() {}

    /** Last time's answer as a cell proposes it. */
    static String proposal(Verdict verdict) {
        return label(verdict) + " " + TO_CONFIRM;
    }

    /** The answer that a cell proposes still; empty for one that holds an answer, or nothing. */
    static Optional<Verdict> proposed(String typed) {
        String bare = typed.strip();
        return bare.endsWith(TO_CONFIRM)
                ? verdict(bare.substring(0, bare.length() - TO_CONFIRM.length()))
                : Optional.empty();
    }

    static String label(Verdict verdict) {
        return Objects.requireNonNull(LABELS.get(verdict));
    }

    /** In the order in which pages offer them. */
    static List<String> labels() {
        return Mark.choices().stream()
                .map(mark -> label(Verdict.valueOf(mark.name())))
                .toList();
    }

    /** The answer that a cell holds; empty for one that is none. */
    static Optional<Verdict> verdict(String typed) {
        Optional<Verdict> byLetter = Mark.choices().stream()
                .filter(mark -> mark.key().equalsIgnoreCase(typed.strip()))
                .map(mark -> Verdict.valueOf(mark.name()))
                .findFirst();
        return byLetter.or(() -> Optional.ofNullable(TYPED.get(SearchText.fold(typed))));
    }
}
