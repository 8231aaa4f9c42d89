package fr.preau.press;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What both OSCAL files share: the head of a document, and ids that follow from the dossier alone. */
final class Oscal {
    static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    static final String VERSION = "1.1.3";
    /** Our own properties are told apart by their namespace, as OSCAL asks; nothing answers there. */
    static final String NAMESPACE = "urn:preau:oscal:1";

    private Oscal() {}

    static void metadata(ObjectNode document, Printed page, String title, String version) {
        ObjectNode metadata = document.putObject("metadata");
        metadata.put("title", title);
        metadata.put("last-modified", page.content().frozenAt().toString());
        metadata.put("version", version);
        metadata.put("oscal-version", VERSION);
        ObjectNode label = metadata.putArray("props").addObject();
        property(label, "diffusion", page.imprint().label().text());
        if (page.content().fictitious()) {
            metadata.put("remarks", "Données fictives.");
        }
    }

    static void property(ObjectNode node, String name, String value) {
        node.put("name", name).put("ns", NAMESPACE).put("value", value);
    }

    /** A version 5 UUID in form: it names what it is about, within this dossier, the same on another day. */
    static String uuid(Printed page, String about) {
        String hash = PressFile.sha256((page.content().sha256() + "/" + about).getBytes(StandardCharsets.UTF_8));
        return hash.substring(0, 8) + "-" + hash.substring(8, 12) + "-5" + hash.substring(13, 16) + "-8"
                + hash.substring(17, 20) + "-" + hash.substring(20, 32);
    }

    /** A token, such as {@code gov-01}. */
    static String token(String code) {
        return code.toLowerCase(Locale.ROOT);
    }
}
