package fr.preau.workbook;

import fr.preau.checklist.Verdict;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.ControlCode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of an import's report, as it is kept.
 *
 * @param place UAI or name of the sheet, as it stands in the file
 * @param typed what stands in the cell, when it is no answer
 * @param version of the stored answer, over which alone it may be written
 */
public record NewLine(
        @Nullable AuditId audit,
        @Nullable ControlCode control,
        String place,
        Finding finding,
        @Nullable Verdict verdict,
        @Nullable String comment,
        @Nullable String typed,
        @Nullable Integer version) {
    private static final int PLACE = 120;

    static NewLine about(String place, Finding finding) {
        String bare = place.isBlank() ? "?" : place.strip();
        return new NewLine(
                null, null, bare.length() > PLACE ? bare.substring(0, PLACE) : bare, finding, null, null, null, null);
    }

    /** As plain values, under its number. */
    Map<String, ?> numbered(int as) {
        Map<String, Object> line = new HashMap<>();
        line.put("number", as);
        line.put("audit", audit == null ? null : audit.value());
        line.put("control", control == null ? null : control.value());
        line.put("place", place);
        line.put("finding", finding.name());
        line.put("verdict", verdict == null ? null : verdict.name());
        line.put("comment", comment);
        line.put("typed", typed);
        line.put("version", version);
        return line;
    }
}
