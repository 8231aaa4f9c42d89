package fr.preau.checklist;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The checklist at a glance: its themes, how to read it, what it expects of each type of school. */
public record ChecklistPage(Reading reading, List<Edition> editions) {
    public ChecklistPage {
        editions = List.copyOf(editions);
    }

    /**
     * How many controls a type of school is expected to hold.
     *
     * @param byLevel every level, zero included
     */
    public record TypeLine(SchoolType type, int controls, Map<Level, Long> byLevel) {}

    public Checklist checklist() {
        return reading.checklist();
    }

    /** The other versions of the same checklist. */
    public List<Edition> others() {
        return editions.stream()
                .filter(edition ->
                        edition.identifier().equals(checklist().document().identifier()))
                .filter(edition -> !edition.id().equals(checklist().id()))
                .toList();
    }

    /** How many controls of a theme are at the first level for at least one type of school. */
    public long base(Theme theme) {
        return checklist().controls(theme).stream()
                .filter(control -> control.schoolTypes().stream().anyMatch(type -> control.level(type) == Level.SOCLE))
                .count();
    }

    /** One line a type that the checklist knows, in its order. */
    public List<TypeLine> types() {
        return checklist().document().schoolTypes().stream()
                .map(term -> SchoolType.valueOf(term.code()))
                .map(this::line)
                .toList();
    }

    private TypeLine line(SchoolType type) {
        List<Control> controls = checklist().controls(type);
        Map<Level, Long> byLevel = new EnumMap<>(Level.class);
        Arrays.stream(Level.values())
                .forEach(level -> byLevel.put(
                        level,
                        controls.stream()
                                .filter(control -> control.level(type) == level)
                                .count()));
        return new TypeLine(type, controls.size(), byLevel);
    }
}
