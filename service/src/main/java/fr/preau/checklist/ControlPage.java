package fr.preau.checklist;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One control with all that the checklist says of it. */
public record ControlPage(Reading reading, Theme theme, Control control, List<Reference> references) {
    public ControlPage {
        references = List.copyOf(references);
    }

    public Checklist checklist() {
        return reading.checklist();
    }

    /** The types of school that the checklist knows, those to which the control doesn't apply included. */
    public List<SchoolType> types() {
        return checklist().document().schoolTypes().stream()
                .map(term -> SchoolType.valueOf(term.code()))
                .toList();
    }

    /** What is cited by a code of its own. */
    public List<Reference> coded() {
        return references.stream()
                .filter(cited -> cited.source() != ReferenceSource.AUTRES)
                .toList();
    }

    /** What is cited by its title. */
    public List<Reference> titles() {
        return references.stream()
                .filter(cited -> cited.source() == ReferenceSource.AUTRES)
                .toList();
    }

    /** The control before, null at the first of the checklist. */
    public @Nullable Control previous() {
        return neighbour(-1);
    }

    /** The control after, null at the last of the checklist. */
    public @Nullable Control next() {
        return neighbour(1);
    }

    private @Nullable Control neighbour(int step) {
        List<Control> all = checklist().controls();
        int index = all.indexOf(control) + step;
        return index < 0 || index >= all.size() ? null : all.get(index);
    }
}
