package fr.preau.access;

import fr.preau.journal.Trace;
import fr.preau.kernel.Paris;
import fr.preau.web.Csv;
import fr.preau.web.Viewer;
import fr.preau.web.Viewers;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Hands a journal over as CSV, the newest first, read and written a thousand entries at a time. */
public final class JournalCsv {
    /** Entries read at a time. */
    public static final int PART = 1000;

    private static final int MOST_PARTS = 100;
    private static final List<String> COLUMNS =
            List.of("date", "who", "what", "code", "object", "touched", "before", "after", "text");

    private JournalCsv() {}

    /** Reads the part of a journal that is older than an entry. */
    @FunctionalInterface
    public interface Source {
        Traces before(long entry);
    }

    /**
     * The reply with the file, at most {@value #MOST_PARTS} parts. What is refused is refused before the first byte.
     *
     * @param name of the file, without its ending
     */
    public static Response attachment(String name, ContainerRequestContext request, Viewers viewers, Source source) {
        Viewer viewer = viewers.of(request);
        Traces first = source.before(Long.MAX_VALUE);
        StreamingOutput output = out -> {
            Csv csv = Csv.to(out);
            csv.row(COLUMNS.stream()
                    .map(column -> viewer.t("journal.csv." + column))
                    .toList());
            Traces part = first;
            for (int parts = 1; ; parts++) {
                for (Trace trace : part.page().items()) {
                    csv.row(cells(viewer, part, trace));
                }
                String next = part.page().next();
                if (next == null || parts == MOST_PARTS) {
                    break;
                }
                part = source.before(Long.parseLong(next));
            }
            csv.end();
        };
        return Response.ok(output, Csv.TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static List<String> cells(Viewer viewer, Traces traces, Trace trace) {
        return List.of(
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(trace.at().atZone(Paris.ZONE)),
                traces.author(viewer, trace),
                Traces.label(viewer, trace),
                trace.action(),
                trace.object(),
                Integer.toString(trace.touched()),
                told(trace.before()),
                told(trace.after()),
                Objects.requireNonNullElse(trace.text(), ""));
    }

    private static String told(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
