package fr.preau.press;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.preau.edition.Cell;
import fr.preau.edition.Content;
import fr.preau.edition.Row;
import fr.preau.edition.Source;
import fr.preau.edition.Table;

/**
 * The figures as OSCAL assessment results: one result a campaign's dossier, one observation a row. They are of groups of
 * schools, so that there is no finding about any one system.
 */
final class OscalResults {
    private static final String PLAN = "plan";

    private OscalResults() {}

    static byte[] write(Printed page) {
        Content content = page.content();
        ObjectNode root = Oscal.NODES.objectNode();
        ObjectNode results = root.putObject("assessment-results");
        results.put("uuid", Oscal.uuid(page, "results"));
        Oscal.metadata(results, page, page.imprint().title(), page.edition());
        results.putObject("import-ap").put("href", "#" + Oscal.uuid(page, PLAN));
        ObjectNode result = results.putArray("results").addObject();
        Source source = content.sources().get(0);
        result.put("uuid", Oscal.uuid(page, "result"));
        result.put(
                "title", "Campagne " + source.campaign() + ", " + page.imprint().perimeter());
        result.put(
                "description",
                Words.FORMATS.number(source.rendered()) + " audits rendus sur "
                        + Words.FORMATS.number(source.expected()) + " attendus.");
        result.put("start", source.opensOn() + "T00:00:00Z");
        result.put("end", content.frozenAt().toString());
        result.putObject("reviewed-controls")
                .putArray("control-selections")
                .addObject()
                .putObject("include-all");
        ArrayNode observations = Oscal.NODES.arrayNode();
        // A named school is one system: it belongs in no observation of groups.
        for (Table table :
                content.tables().stream().filter(table -> !table.named()).toList()) {
            table.rows().forEach(row -> observation(observations.addObject(), page, table, row));
        }
        if (!observations.isEmpty()) {
            result.set("observations", observations);
        }
        plan(results, page, source);
        return DossierJson.bytes(root);
    }

    private static void observation(ObjectNode node, Printed page, Table table, Row row) {
        node.put("uuid", Oscal.uuid(page, table.id() + "/" + row.key()));
        node.put("title", String.join(" · ", row.heads()));
        node.put("description", table.caption());
        ArrayNode props = Oscal.NODES.arrayNode();
        StringBuilder remarks = new StringBuilder();
        for (int column = 0; column < table.columns().size(); column++) {
            Cell cell = row.cells().get(column);
            remarks.append(column == 0 ? "" : "\n\n")
                    .append(table.columns().get(column))
                    .append("\u00a0: ")
                    .append(Words.of(cell));
            if (cell.number() != null || cell.share() != null) {
                Oscal.property(props.addObject(), "colonne-" + (column + 1), TablesCsv.value(cell));
            }
        }
        if (!props.isEmpty()) {
            node.set("props", props);
        }
        node.putArray("methods").add("INTERVIEW");
        node.put("collected", page.content().frozenAt().toString());
        node.put("remarks", remarks.toString());
    }

    /** The campaign, in place of the plan that OSCAL asks for: what was asked, of whom, when. */
    private static void plan(ObjectNode results, Printed page, Source source) {
        ObjectNode resource =
                results.putObject("back-matter").putArray("resources").addObject();
        resource.put("uuid", Oscal.uuid(page, PLAN));
        resource.put("title", "Campagne " + source.campaign());
        resource.put(
                "description",
                "Du " + Words.FORMATS.day(source.opensOn()) + " au " + Words.FORMATS.day(source.closesOn()) + ", sur "
                        + page.content().checklist().title() + ", version "
                        + page.content().checklist().version() + ".");
    }
}
