package fr.preau.checklist;

import fr.preau.kernel.ChecklistId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One published version, whole and immutable: keep it as long as you like, it will never say anything else.
 *
 * @param sha256 of the canonical form of its file, in hexadecimal
 */
public record Checklist(ChecklistId id, String sha256, ChecklistDocument document) {

    public String version() {
        return document.version();
    }

    public String title() {
        return document.title();
    }

    public List<Theme> themes() {
        return document.themes();
    }

    public List<Control> controls() {
        return document.controls();
    }

    /**
     * A theme by its code.
     *
     * @throws Refusal not found, when this version has none of that code
     */
    public Theme theme(String code) {
        return themes().stream()
                .filter(theme -> theme.code().equals(code))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /**
     * A control by its code.
     *
     * @throws Refusal not found, when this version has none of that code
     */
    public Control control(ControlCode code) {
        return controls().stream()
                .filter(control -> control.code().equals(code))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** The controls of a theme, in order. */
    public List<Control> controls(Theme theme) {
        return controls().stream()
                .filter(control -> control.theme().equals(theme.code()))
                .toList();
    }

    /** The controls that apply to a type of school, whatever their level, in order. */
    public List<Control> controls(SchoolType type) {
        return controls().stream().filter(control -> control.appliesTo(type)).toList();
    }

    /** What is asked when each type of school is asked these levels; a type that is left out is asked nothing. */
    public List<Asked> asked(Map<SchoolType, Set<Level>> levelsByType) {
        return controls().stream()
                .flatMap(control -> control.schoolTypes().stream()
                        .filter(type ->
                                levelsByType.getOrDefault(type, Set.of()).contains(control.level(type)))
                        .map(type -> asked(control, type)))
                .toList();
    }

    private static Asked asked(Control control, SchoolType type) {
        return new Asked(
                type, control.code(), control.theme(), control.level(type), control.weight(), control.party(type));
    }

    /** The answer as this version words it. */
    public AnswerOption answer(Verdict verdict) {
        return document.answers().stream()
                .filter(option -> option.verdict() == verdict)
                .findFirst()
                .orElseThrow();
    }

    /** French label of a party. */
    public String label(Party party) {
        return label(document.parties(), party.name());
    }

    /** French label of a type of school. */
    public String label(SchoolType type) {
        return label(document.schoolTypes(), type.name());
    }

    /** French label of a level. */
    public String label(Level level) {
        return document.levels().get(level.number() - 1).label();
    }

    /** French label of a type of evidence, by its code. */
    public String evidenceLabel(String code) {
        return label(document.evidenceTypes(), code);
    }

    /** French label of a weight from 1 to 3. */
    public String weightLabel(int weight) {
        return document.weights().get(weight - 1).label();
    }

    /** French label of a gain from 1 to 3. */
    public String gainLabel(int gain) {
        return document.gains().get(gain - 1).label();
    }

    /** French label of an effort from 1 to 3. */
    public String effortLabel(int effort) {
        return document.efforts().get(effort - 1).label();
    }

    private static String label(List<Term> terms, String code) {
        return terms.stream()
                .filter(term -> term.code().equals(code))
                .map(Term::label)
                .findFirst()
                .orElse(code);
    }
}
