package fr.preau.press;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.preau.edition.Block;
import fr.preau.edition.Cell;
import fr.preau.edition.Content;
import fr.preau.edition.Imprint;
import fr.preau.edition.Row;
import fr.preau.edition.Section;
import fr.preau.edition.Span;
import fr.preau.edition.Table;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The dossier as JSON, in the form that {@code livrable-1.schema.json} publishes: texts, tables, and what is hidden. */
final class DossierJson {
    static final String PUBLIC_SCHEMA = "schemas/livrable-1.schema.json";
    static final String SCHEMA = "press/livrable-1.schema.json";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private DossierJson() {}

    static byte[] write(Printed page) {
        Content content = page.content();
        ObjectNode root = NODES.objectNode();
        root.put("$schema", page.schema());
        root.put("format", "preau-livrable-1");
        root.put("dossier", content.sha256());
        root.put("frozenAt", content.frozenAt().toString());
        root.put("fictitious", content.fictitious());
        imprint(root.putObject("imprint"), content.imprint());
        if (page.copy() != null) {
            root.putObject("copy")
                    .put("receiver", page.copy().receiver())
                    .put("day", page.copy().day().toString());
        }
        ArrayNode sources = root.putArray("sources");
        content.sources()
                .forEach(source -> sources.addObject()
                        .put("campaign", source.campaign())
                        .put("opensOn", source.opensOn().toString())
                        .put("closesOn", source.closesOn().toString())
                        .put("frozenAt", source.frozenAt().toString())
                        .put("expected", source.expected())
                        .put("rendered", source.rendered()));
        root.putObject("checklist")
                .put("identifier", content.checklist().document().identifier())
                .put("version", content.checklist().version())
                .put("sha256", content.checklist().sha256());
        ArrayNode sections = root.putArray("sections");
        content.sections().forEach(section -> section(sections.addObject(), section));
        ArrayNode tables = root.putArray("tables");
        content.tables().forEach(table -> table(tables.addObject(), table));
        root.set("method", blocks(content.method()));
        return bytes(root);
    }

    private static void imprint(ObjectNode node, Imprint imprint) {
        node.put("title", imprint.title());
        node.put("label", imprint.label().text());
        node.put("unit", imprint.unit().toString());
        node.put("perimeter", imprint.perimeter());
        node.put("number", imprint.number());
        node.put(
                "publishedOn",
                imprint.publishedOn() == null ? null : imprint.publishedOn().toString());
        node.put("changes", imprint.changes());
        ArrayNode signatures = node.putArray("signatures");
        imprint.signatures()
                .forEach(signature -> signatures
                        .addObject()
                        .put("side", signature.side().name())
                        .put("employer", signature.employer())
                        .put("day", signature.day().toString()));
    }

    private static void section(ObjectNode node, Section section) {
        node.put("id", section.id());
        node.put("heading", section.heading());
        node.set("body", blocks(section.body()));
        ArrayNode tables = node.putArray("tables");
        section.tables().forEach(tables::add);
    }

    private static ArrayNode blocks(List<Block> blocks) {
        ArrayNode array = NODES.arrayNode();
        for (Block block : blocks) {
            ObjectNode node = array.addObject().put("kind", block.kind().name());
            if (block.level() > 0) {
                node.put("level", block.level());
            }
            if (!block.spans().isEmpty()) {
                ArrayNode spans = node.putArray("spans");
                block.spans().forEach(span -> span(spans.addObject(), span));
            }
            if (!block.children().isEmpty()) {
                node.set("children", blocks(block.children()));
            }
        }
        return array;
    }

    private static void span(ObjectNode node, Span span) {
        node.put("text", span.text());
        if (span.strong()) {
            node.put("strong", true);
        }
        if (span.emphasis()) {
            node.put("emphasis", true);
        }
        if (span.href() != null) {
            node.put("href", span.href());
        }
    }

    private static void table(ObjectNode node, Table table) {
        node.put("id", table.id());
        node.put("caption", table.caption());
        ArrayNode heads = node.putArray("rowHeads");
        table.rowHeads().forEach(heads::add);
        ArrayNode columns = node.putArray("columns");
        table.columns().forEach(columns::add);
        ArrayNode rows = node.putArray("rows");
        table.rows().forEach(row -> row(rows.addObject(), row));
        ArrayNode notes = node.putArray("notes");
        table.notes().forEach(notes::add);
    }

    private static void row(ObjectNode node, Row row) {
        node.put("key", row.key());
        ArrayNode heads = node.putArray("heads");
        row.heads().forEach(heads::add);
        ArrayNode cells = node.putArray("cells");
        row.cells().forEach(cell -> cells.add(cell(cell)));
    }

    private static JsonNode cell(Cell cell) {
        ObjectNode node = NODES.objectNode().put("kind", cell.kind().name());
        return switch (cell.kind()) {
            case NUMBER -> node.put("value", cell.number());
            case SHARE, CHANGE -> node.put("value", new BigDecimal(TablesCsv.value(cell)));
            case TEXT -> node.put("value", cell.text());
            case HIDDEN -> node.put("why", String.valueOf(cell.hidden()));
            case NOTHING -> node;
        };
    }

    /** Laid out to be read by people, alike on every system. */
    static byte[] bytes(JsonNode root) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        try {
            return (JSON.writer(printer).writeValueAsString(root) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values", e);
        }
    }
}
