package fr.preau.workbook;

import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Refusal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a workbook keeps hidden: of which campaign it is, when it was made, and of each of its cells the version and a
 * digest of the answer that was exported. One line a school, signed.
 *
 * @param lines the schools' lines: a UAI, then a mark a control, {@code -} for one that is not asked
 */
record Seen(long campaign, long checklist, Instant madeAt, List<String> controls, Map<String, List<String>> lines) {
    private static final String FORM = "preau-1";
    private static final String NOTHING = "-";
    private static final int FACTS = 5;

    /** A cell as it was exported. */
    record Mark(int version, String digest) {}

    static Seen of(Snapshot snapshot, Instant madeAt) {
        List<ControlCode> controls =
                snapshot.controls().stream().map(control -> control.code()).toList();
        Map<String, List<String>> lines = new LinkedHashMap<>();
        for (SchoolRow row : snapshot.rows()) {
            lines.put(
                    row.audit().uai().value(),
                    controls.stream()
                            .map(control ->
                                    row.access(control) == Access.NOT_ASKED || row.access(control) == Access.UNSEEN
                                            ? NOTHING
                                            : row.mark(control))
                            .toList());
        }
        return new Seen(
                snapshot.campaign().value(),
                snapshot.checklist().id().value(),
                madeAt,
                controls.stream().map(ControlCode::value).toList(),
                lines);
    }

    /** The rows of the hidden sheet, the first with the signature of all. */
    List<List<String>> rows(Seal seal) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                List.of(FORM, Long.toString(campaign), Long.toString(checklist), madeAt.toString(), seal.sign(text())));
        rows.add(List.of(String.join(" ", controls)));
        lines.forEach((uai, marks) -> rows.add(List.of(uai, String.join(" ", marks))));
        return rows;
    }

    /**
     * Reads the hidden sheet back.
     *
     * @throws Refusal when it is not there, or is not as we have signed it
     */
    static Seen read(List<List<String>> rows, Seal seal) {
        if (rows.size() < 2
                || rows.get(0).size() != FACTS
                || !rows.get(0).get(0).equals(FORM)) {
            throw Refusal.invalid("fichier", "workbook.file.notOurs");
        }
        List<String> facts = rows.get(0);
        try {
            Map<String, List<String>> lines = new LinkedHashMap<>();
            rows.subList(2, rows.size())
                    .forEach(row -> lines.put(
                            row.get(0), Arrays.asList(row.get(row.size() - 1).split(" "))));
            Seen seen = new Seen(
                    Long.parseLong(facts.get(1)),
                    Long.parseLong(facts.get(2)),
                    Instant.parse(facts.get(3)),
                    Arrays.asList(rows.get(1).get(0).split(" ")),
                    lines);
            if (seal.signed(seen.text(), facts.get(FACTS - 1))) {
                return seen;
            }
        } catch (NumberFormatException | DateTimeParseException e) {
            // not as we write it: told below
        }
        throw Refusal.invalid("fichier", "workbook.file.signature");
    }

    /** How the cell of a school and a control was exported; empty for one that was not. */
    Optional<Mark> mark(String uai, int control) {
        List<String> marks = lines.getOrDefault(uai, List.of());
        if (control < 0 || control >= marks.size() || marks.get(control).equals(NOTHING)) {
            return Optional.empty();
        }
        String mark = marks.get(control);
        int dot = mark.indexOf('.');
        return Optional.of(new Mark(Integer.parseInt(mark.substring(0, dot)), mark.substring(dot + 1)));
    }

    /** The place of each control among the marks of a line. */
    Map<String, Integer> places() {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < controls.size(); i++) {
            places.put(controls.get(i), i);
        }
        return places;
    }

    /** What is signed. */
    private List<String> text() {
        List<String> text = new ArrayList<>();
        text.add(FORM + " " + campaign + " " + checklist + " " + madeAt);
        text.add(String.join(" ", controls));
        lines.forEach((uai, marks) -> text.add(uai + " " + String.join(" ", marks)));
        return text;
    }
}
