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

/**
 * What a sheet's form holds: a value a control under {@code vu.SAU-02}, a note under {@code note.SAU-02}. What was not
 * looked at has no value.
 */
public record VisitForm(Map<String, String> seen, Map<String, String> notes, int version) {
    private static final String SEEN = "vu.";
    private static final String NOTE = "note.";

    public VisitForm {
        seen = Map.copyOf(seen);
        notes = Map.copyOf(notes);
    }

    static VisitForm of(Samples.Visit visit) {
        Map<String, String> seen = new HashMap<>();
        Map<String, String> notes = new HashMap<>();
        for (Sighting one : visit.seen()) {
            seen.put(one.control().value(), one.verdict().name());
            notes.put(one.control().value(), Objects.requireNonNullElse(one.note(), ""));
        }
        return new VisitForm(seen, notes, visit.school().version());
    }

    static VisitForm of(MultivaluedMap<String, String> sent) {
        Map<String, String> seen = new HashMap<>();
        Map<String, String> notes = new HashMap<>();
        sent.forEach((field, values) -> {
            String value = values.isEmpty() ? "" : values.get(0);
            if (field.startsWith(SEEN) && !value.isBlank()) {
                seen.put(field.substring(SEEN.length()), value);
            }
            if (field.startsWith(NOTE) && !value.isBlank()) {
                notes.put(field.substring(NOTE.length()), value.strip());
            }
        });
        String version = Objects.requireNonNullElse(sent.getFirst("version"), "");
        return new VisitForm(seen, notes, version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : 0);
    }

    /** What was seen, refused when a note has no value beside it or is not fit to keep. */
    List<Sighting> sightings() {
        List<Sighting> all = new ArrayList<>();
        notes.keySet().stream()
                .filter(control -> !seen.containsKey(control))
                .findFirst()
                .ifPresent(control -> {
                    throw Refusal.invalid(SEEN + control, "review.visit.note.alone", control);
                });
        seen.forEach((control, value) -> {
            String note = notes.getOrDefault(control, "");
            if (note.length() > SendBack.REASON_LENGTH || FreeText.holdsInvisible(note)) {
                throw Refusal.invalid(NOTE + control, "review.reason.form", SendBack.REASON_LENGTH);
            }
            all.add(new Sighting(new ControlCode(control), verdict(control, value), note.isEmpty() ? null : note));
        });
        return all;
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
