package fr.preau.dashboard;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import fr.preau.kernel.Message;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitName;
import fr.preau.web.Csv;
import fr.preau.web.Viewer;
import fr.preau.workbook.TableBook;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Hands a view's numbers over as CSV, ODS or JSON. In CSV and JSON numbers are as a program reads them, with a point; in
 * ODS they are numbers, which the spreadsheet writes its own way. No cell is a formula.
 */
public final class SheetFiles {
    private SheetFiles() {}

    /**
     * The reply with the file.
     *
     * @param view its name in the file's own name
     * @throws Refusal not found, for a format that there is not
     */
    static Response attachment(Viewer viewer, Sheet.Filed filed, String view, String format) {
        String name =
                view + "-" + filed.vantage().unit().id() + (filed.narrowing().reviewed() ? "-apres-revue" : "");
        return switch (format) {
            case "csv" -> attachment(out -> csv(out, viewer, filed), Csv.TYPE, name + ".csv");
            case "ods" -> attachment(out -> ods(out, viewer, filed, view), TableBook.TYPE, name + ".ods");
            case "json" ->
                attachment(out -> json(out, viewer, filed, view), MediaType.APPLICATION_JSON, name + ".json");
            default -> throw Refusal.notFound();
        };
    }

    /** The view as CSV, for a document that carries it. */
    public static byte[] csv(Viewer viewer, Sheet.Filed filed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            csv(out, viewer, filed);
        } catch (IOException e) {
            throw new UncheckedIOException("can't happen: all is in memory", e);
        }
        return out.toByteArray();
    }

    private static Response attachment(StreamingOutput output, String type, String name) {
        return Response.ok(output, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static void csv(OutputStream out, Viewer viewer, Sheet.Filed filed) throws IOException {
        Sheet sheet = filed.sheet();
        Csv csv = Csv.to(out);
        csv.row(heads(viewer, sheet, filed.narrowing()));
        for (List<@Nullable Object> row : sheet.rows()) {
            csv.row(row.stream().map(cell -> text(viewer, cell)).toList());
        }
        csv.end();
    }

    private static void ods(OutputStream out, Viewer viewer, Sheet.Filed filed, String view) throws IOException {
        Sheet sheet = filed.sheet();
        try (TableBook book = TableBook.to(out, viewer.t("dashboard.view." + view))) {
            book.notes(notes(viewer, filed, view));
            book.heads(heads(viewer, sheet, filed.narrowing()));
            for (List<@Nullable Object> row : sheet.rows()) {
                List<@Nullable Object> cells = new ArrayList<>();
                row.forEach(cell -> cells.add(cell instanceof Message message ? viewer.t(message) : cell));
                book.row(cells);
            }
        }
    }

    private static List<String> notes(Viewer viewer, Sheet.Filed filed, String view) {
        Vantage vantage = filed.vantage();
        List<String> notes = new ArrayList<>();
        if (viewer.fictitious()) {
            notes.add(viewer.t("web.fictitious"));
        }
        notes.add(viewer.t("dashboard.view." + view) + " · "
                + viewer.t(UnitName.of(vantage.unit().id(), vantage.unit().name())));
        notes.add(viewer.t("audit.campaign", vantage.opened().name()) + " · "
                + viewer.t(
                        "dashboard.reading.of",
                        viewer.t("dashboard.reading." + filed.narrowing().reading())));
        return notes;
    }

    private static void json(OutputStream out, Viewer viewer, Sheet.Filed filed, String view) throws IOException {
        Sheet sheet = filed.sheet();
        Narrowing narrowing = filed.narrowing();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("view", view);
            json.writeStringField("unit", filed.vantage().unit().id().toString());
            json.writeNumberField("campaign", filed.vantage().opened().id().value());
            json.writeStringField("reading", narrowing.reading().name().toLowerCase(Locale.ROOT));
            json.writeBooleanField("fictitious", viewer.fictitious());
            json.writeObjectFieldStart("narrowing");
            field(
                    json,
                    viewer,
                    "type",
                    narrowing.type() == null ? null : narrowing.type().name());
            field(json, viewer, "level", narrowing.level());
            field(json, viewer, "theme", narrowing.theme());
            field(
                    json,
                    viewer,
                    "party",
                    narrowing.party() == null ? null : narrowing.party().name());
            json.writeEndObject();
            json.writeArrayFieldStart("rows");
            for (List<@Nullable Object> row : sheet.rows()) {
                json.writeStartObject();
                for (int i = 0; i < row.size(); i++) {
                    field(json, viewer, sheet.columns().get(i).key(), row.get(i));
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void field(JsonGenerator json, Viewer viewer, String key, @Nullable Object value)
            throws IOException {
        json.writeFieldName(key);
        if (value instanceof Number number) {
            json.writeNumber(plain(number));
        } else if (value == null) {
            json.writeNull();
        } else {
            json.writeString(text(viewer, value));
        }
    }

    private static List<String> heads(Viewer viewer, Sheet sheet, Narrowing narrowing) {
        return sheet.columns().stream()
                .map(column -> column.title() == null
                        ? viewer.t(
                                "dashboard.file." + column.key(), viewer.t("dashboard.reading." + narrowing.reading()))
                        : column.title())
                .toList();
    }

    private static String text(Viewer viewer, @Nullable Object cell) {
        if (cell == null) {
            return "";
        }
        if (cell instanceof Message message) {
            return viewer.t(message);
        }
        return cell instanceof Number number ? plain(number) : cell.toString();
    }

    private static String plain(Number number) {
        return number instanceof Double share
                ? BigDecimal.valueOf(share).stripTrailingZeros().toPlainString()
                : number.toString();
    }
}
