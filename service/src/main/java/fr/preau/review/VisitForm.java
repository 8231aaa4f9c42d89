package fr.preau.review;

import fr.preau.checklist.Verdict;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.FreeText;
import fr.preau.kernel.Refusal;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a sheet's form holds: a theme seen as it is declared under {@code comme.SAU}, a value a control under
 * {@code vu.SAU-02}, a note under {@code note.SAU-02}. What has no value is as its theme; without one, not looked at.
 *
 * @param themes what a ticked theme declared on the page that one read, such as {@code SAU-01=CONFORME SAU-02=PARTIEL}:
 *     an answer that changes meanwhile is not what was seen
 */
public record VisitForm(Map<String, String> seen, Map<String, String> notes, Map<String, String> themes, int version) {
    /** Not looked at, in a theme that is otherwise as it is declared. */
    public static final String SKIPPED = "PAS_REGARDE";

    private static final String THEME = "comme.";
    private static final String SEEN = "vu.";
    private static final String NOTE = "note.";

    public VisitForm {
        seen = Map.copyOf(seen);
        notes = Map.copyOf(notes);
        themes = Map.copyOf(themes);
    }

    static VisitForm of(Samples.Visit visit) {
        Map<String, String> seen = new HashMap<>();
        Map<String, String> notes = new HashMap<>();
        for (Sighting one : visit.seen()) {
            seen.put(one.control().value(), one.verdict().name());
            notes.put(one.control().value(), Objects.requireNonNullElse(one.note(), ""));
        }
        return new VisitForm(seen, notes, Map.of(), visit.school().version());
    }

    static VisitForm of(MultivaluedMap<String, String> sent) {
        String version = Objects.requireNonNullElse(sent.getFirst("version"), "");
        return new VisitForm(
                fields(sent, SEEN),
                fields(sent, NOTE),
                fields(sent, THEME),
                version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : 0);
    }

    private static Map<String, String> fields(MultivaluedMap<String, String> sent, String prefix) {
        Map<String, String> found = new HashMap<>();
        sent.forEach((field, values) -> {
            String value = values.isEmpty() ? "" : values.get(0).strip();
            if (field.startsWith(prefix) && !value.isEmpty()) {
                found.put(field.substring(prefix.length()), value);
            }
        });
        return found;
    }

    /** What was seen, refused when a note has no value beside it or is not fit to keep. */
    List<Sighting> sightings() {
        Map<String, String> values = values(seen, themes);
        notes.keySet().stream()
                .filter(control -> !values.containsKey(control))
                .findFirst()
                .ifPresent(control -> {
                    throw Refusal.invalid(SEEN + control, "review.visit.note.alone", control);
                });
        List<Sighting> all = new ArrayList<>();
        values.forEach((control, value) -> {
            String note = notes.getOrDefault(control, "");
            if (note.length() > SendBack.REASON_LENGTH || FreeText.holdsInvisible(note)) {
                throw Refusal.invalid(NOTE + control, "review.reason.form", SendBack.REASON_LENGTH);
            }
            all.add(new Sighting(new ControlCode(control), verdict(control, value), note.isEmpty() ? null : note));
        });
        return all;
    }

    /** By control, what differs from its theme's before what the theme declared. */
    private static Map<String, String> values(Map<String, String> seen, Map<String, String> themes) {
        Map<String, String> values = new TreeMap<>();
        themes.values().stream()
                .flatMap(declared -> Arrays.stream(declared.split(" ")))
                .map(one -> one.split("=", 2))
                .forEach(one -> values.put(one[0], one[one.length - 1]));
        values.putAll(seen);
        values.values().removeIf(SKIPPED::equals);
        return values;
    }

    private static Verdict verdict(String control, String value) {
        return values().stream()
                .filter(one -> one.name().equals(value))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(SEEN + control, "review.visit.value"));
    }

    /** What one may have seen: on site, « ne sait pas » is not looked at. */
    public static List<Verdict> values() {
        return Arrays.stream(Verdict.values())
                .filter(one -> one != Verdict.NE_SAIT_PAS)
                .toList();
    }
}
