package fr.preau.shared;

import fr.preau.checklist.Control;
import fr.preau.kernel.Message;
import fr.preau.web.FormErrors;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The form of one control for many schools.
 *
 * @param sets how many of the schools that one answers for are in which type and commune, and in all
 * @param schools those schools when they are few enough to be picked one by one, else none
 * @param done what was applied to the control before, null when one doesn't come from there
 */
public record Asking(
        Desk desk,
        Control control,
        List<SetCount> sets,
        List<Candidate> schools,
        List<Label> labels,
        SharedForm form,
        FormErrors errors,
        SharedAnswers.@Nullable Done done) {
    /** Most schools that are shown with a box each. */
    public static final int TICKED = 500;

    public Asking {
        sets = List.copyOf(sets);
        schools = List.copyOf(schools);
        labels = List.copyOf(labels);
    }

    /** One set to choose, with its number of schools. */
    public record Choice(String code, Message label, int schools) {
        static Choice of(SetCount count) {
            return new Choice(count.set().code(), count.label(), count.schools());
        }
    }

    /** How many schools one answers for. */
    public int count() {
        return of(SchoolSet.Kind.ALL).mapToInt(SetCount::schools).sum();
    }

    /** The next control that lacks an answer somewhere. */
    public Optional<Control> next() {
        return desk.next(control.code());
    }

    public boolean picks() {
        return !schools.isEmpty();
    }

    public boolean isTicked(Candidate school) {
        return form.schools().contains(school.uai().value());
    }

    /** All, then the types when there are several. */
    public List<Choice> wide() {
        return Stream.concat(of(SchoolSet.Kind.ALL), several(SchoolSet.Kind.TYPE))
                .map(Choice::of)
                .toList();
    }

    /** The communes, when there are several. */
    public List<Choice> communes() {
        return several(SchoolSet.Kind.COMMUNE).map(Choice::of).toList();
    }

    /** The labels that some school bears. */
    public List<Choice> labelled() {
        return labels.stream()
                .filter(label -> label.schools() > 0)
                .map(label -> new Choice(
                        SchoolSet.label(label.id()).code(),
                        Message.of("shared.set.LABEL", label.name()),
                        label.schools()))
                .toList();
    }

    private Stream<SetCount> several(SchoolSet.Kind kind) {
        return of(kind).count() > 1 ? of(kind) : Stream.of();
    }

    private Stream<SetCount> of(SchoolSet.Kind kind) {
        return sets.stream().filter(count -> count.set().kind() == kind);
    }
}
