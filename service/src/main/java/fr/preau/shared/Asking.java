package fr.preau.shared;

import fr.preau.checklist.Control;
import fr.preau.kernel.Message;
import fr.preau.web.FormErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The form of one control for many schools.
 *
 * @param schools those that are asked it and that one answers for
 */
public record Asking(
        Desk desk, Control control, List<Candidate> schools, List<Label> labels, SharedForm form, FormErrors errors) {
    /** Most schools that are shown with a box each. */
    public static final int TICKED = 500;

    public Asking {
        schools = List.copyOf(schools);
        labels = List.copyOf(labels);
    }

    /** One set to choose, with its number of schools. */
    public record Choice(String code, Message label, int schools) {}

    /** Whether the schools are few enough to be picked one by one. */
    public boolean picks() {
        return schools.size() <= TICKED;
    }

    public boolean isTicked(Candidate school) {
        return form.schools().contains(school.uai().value());
    }

    /** All, then the types and the communes when there are several. */
    public List<Choice> wide() {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(SchoolSet.ALL.code(), Message.of("shared.set.ALL"), schools.size()));
        var types = schools.stream().collect(Collectors.groupingBy(Candidate::schoolType, Collectors.counting()));
        if (types.size() > 1) {
            new TreeMap<>(types)
                    .forEach((type, count) -> choices.add(new Choice(
                            SchoolSet.type(type).code(),
                            Message.of("shared.set.TYPE", SharedAnswer.typeLabel(type)),
                            count.intValue())));
        }
        return choices;
    }

    /** The communes, when there are several. */
    public List<Choice> communes() {
        Map<String, List<Candidate>> communes =
                schools.stream().collect(Collectors.groupingBy(Candidate::commune, TreeMap::new, Collectors.toList()));
        if (communes.size() < 2) {
            return List.of();
        }
        Function<List<Candidate>, String> name = held -> held.get(0).communeName();
        return communes.entrySet().stream()
                .map(held -> new Choice(
                        SchoolSet.commune(held.getKey()).code(),
                        Message.of("shared.set.COMMUNE", name.apply(held.getValue())),
                        held.getValue().size()))
                .toList();
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
}
