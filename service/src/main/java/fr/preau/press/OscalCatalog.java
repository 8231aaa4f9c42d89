package fr.preau.press;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.preau.checklist.Checklist;
import fr.preau.checklist.Control;
import fr.preau.checklist.Theme;

/** The checklist as an OSCAL catalogue: a group a theme, a control a measure, with its statement, question and advice. */
final class OscalCatalog {
    private OscalCatalog() {}

    static byte[] write(Printed page) {
        Checklist checklist = page.content().checklist();
        ObjectNode root = Oscal.NODES.objectNode();
        ObjectNode catalog = root.putObject("catalog");
        catalog.put("uuid", Oscal.uuid(page, "catalog"));
        Oscal.metadata(catalog, page, checklist.title(), checklist.version());
        ArrayNode groups = catalog.putArray("groups");
        for (Theme theme : checklist.themes()) {
            ObjectNode group = groups.addObject();
            group.put("id", Oscal.token(theme.code()));
            group.put("title", theme.title());
            ArrayNode controls = group.putArray("controls");
            checklist.controls(theme).forEach(control -> control(controls.addObject(), control));
        }
        return DossierJson.bytes(root);
    }

    private static void control(ObjectNode node, Control control) {
        String id = Oscal.token(control.code().value());
        node.put("id", id);
        node.put("title", control.title());
        ArrayNode props = node.putArray("props");
        props.addObject().put("name", "label").put("value", control.code().value());
        Oscal.property(props.addObject(), "niveau", control.defaultLevel().name());
        Oscal.property(props.addObject(), "responsable", control.defaultParty().name());
        Oscal.property(props.addObject(), "poids", Integer.toString(control.weight()));
        ArrayNode parts = node.putArray("parts");
        part(parts.addObject(), id + "_smt", "statement", control.requirement());
        part(parts.addObject(), id + "_obj", "assessment-objective", control.question());
        part(parts.addObject(), id + "_gdn", "guidance", control.advice());
    }

    private static void part(ObjectNode node, String id, String name, String prose) {
        node.put("id", id).put("name", name).put("prose", prose);
    }
}
