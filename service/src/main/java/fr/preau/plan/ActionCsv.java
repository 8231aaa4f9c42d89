package fr.preau.plan;

import fr.preau.kernel.ActionId;
import fr.preau.web.Csv;
import fr.preau.web.Viewer;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Hands the board over as CSV, one row an action, in its order, read and written a thousand actions at a time. */
final class ActionCsv {
    static final int PART = 1000;

    private static final int MOST_PARTS = 100;
    private static final List<String> COLUMNS = List.of(
            "id",
            "state",
            "late",
            "due",
            "title",
            "control",
            "theme",
            "party",
            "owner",
            "campaign",
            "schools",
            "uai",
            "cost",
            "note");

    private ActionCsv() {}

    /** Reads the part of the board that comes after an action. */
    @FunctionalInterface
    interface Source {
        Board after(@Nullable ActionId action);
    }

    /** The reply with the file. What is refused is refused before the first byte. */
    static Response attachment(Viewer viewer, Source source) {
        Board first = source.after(null);
        StreamingOutput output = out -> {
            Csv csv = Csv.to(out);
            csv.row(COLUMNS.stream()
                    .map(column -> viewer.t("plan.csv." + column))
                    .toList());
            Board part = first;
            for (int parts = 1; ; parts++) {
                for (CorrectiveAction action : part.page().items()) {
                    csv.row(cells(viewer, part, action));
                }
                String next = part.page().next();
                if (next == null || parts == MOST_PARTS) {
                    break;
                }
                part = source.after(ActionId.fromString(next));
            }
            csv.end();
        };
        return Response.ok(output, Csv.TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"actions.csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static List<String> cells(Viewer viewer, Board board, CorrectiveAction action) {
        return List.of(
                action.id().toString(),
                viewer.t("plan.state." + action.state().name()),
                Long.toString(action.daysLate(board.today())),
                action.dueOn().toString(),
                action.title(),
                action.control().value(),
                board.themeTitle(action.theme()),
                viewer.t("checklist.party." + action.party().name()),
                viewer.t(action.ownerLabel()),
                action.campaignName(),
                Integer.toString(action.seen()),
                action.uais(),
                Objects.toString(action.cost(), ""),
                Objects.requireNonNullElse(action.note(), ""));
    }
}
