package fr.preau.checklist;

import fr.preau.kernel.Message;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.Violation;
import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong with a file, found in one go so that its author corrects it in one go. Only the first fifty are kept:
 * beyond that the file is another kind of file.
 */
final class Findings {
    private static final int MOST = 50;

    private final List<Violation> found = new ArrayList<>();

    /** Notes a fact at a place such as {@code mesures/GOV-03/poids}; the place is the message's first argument. */
    void add(String place, String key, Object... args) {
        if (found.size() == MOST) {
            return;
        }
        List<Object> all = new ArrayList<>();
        all.add(place);
        all.addAll(List.of(args));
        found.add(new Violation(place, new Message(key, all)));
    }

    void refuseIfAny() {
        if (!found.isEmpty()) {
            throw new Refusal(new Problem.Invalid(found));
        }
    }
}
