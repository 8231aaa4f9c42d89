package fr.preau.checklist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The shipped file with one thing wrong in it, in every way that a file can be wrong. */
final class WrongFiles {
    private WrongFiles() {}

    /** Named by what is wrong: the place that must be told, the message, the file. */
    static Stream<Arguments> all() {
        return Stream.of(
                wrong("a missing member", "mesures/GOV-01/poids", "checklist.missing", control(c -> c.remove("poids"))),
                wrong("a missing list", "themes", "checklist.missing", file -> file.remove("themes")),
                wrong(
                        "a member too many",
                        "mesures/GOV-01/note",
                        "checklist.unknownMember",
                        control(c -> c.put("note", "x"))),
                wrong(
                        "a member too many in the references",
                        "mesures/GOV-01/references/iso",
                        "checklist.unknownMember",
                        control(c -> c.withObject("references").putArray("iso"))),
                wrong(
                        "a weight of 4",
                        "mesures/GOV-01/poids",
                        "checklist.expected.number",
                        control(c -> c.put("poids", 4))),
                wrong(
                        "a weight of 1.5",
                        "mesures/GOV-01/poids",
                        "checklist.expected.number",
                        control(c -> c.put("poids", 1.5))),
                wrong(
                        "a weight in quotes",
                        "mesures/GOV-01/poids",
                        "checklist.expected.number",
                        control(c -> c.put("poids", "3"))),
                wrong(
                        "a level of 0",
                        "mesures/GOV-01/niveau",
                        "checklist.expected.number",
                        control(c -> c.put("niveau", 0))),
                wrong(
                        "an unknown theme",
                        "mesures/GOV-01/theme",
                        "checklist.code.unknown",
                        control(c -> c.put("theme", "XYZ"))),
                wrong(
                        "an unknown party",
                        "mesures/GOV-01/responsable_defaut",
                        "checklist.expected.code",
                        control(c -> c.put("responsable_defaut", "REGION"))),
                wrong(
                        "an unknown type of school",
                        "mesures/GOV-01/types_etablissement/1",
                        "checklist.expected.code",
                        control(c -> c.putArray("types_etablissement").add("CRECHE"))),
                wrong("no type of school", "mesures/GOV-01/types_etablissement", "checklist.list.empty", control(c -> {
                    c.putArray("types_etablissement");
                    c.putObject("responsable_par_type");
                })),
                wrong(
                        "a type that the checklist leaves out",
                        "mesures/GOV-01/types_etablissement",
                        "checklist.code.unknown",
                        file -> file.withArray("types_etablissement").remove(5)),
                wrong(
                        "an exception for a type to which the control doesn't apply",
                        "mesures/GOV-06/niveau_par_type",
                        "checklist.code.unknown",
                        file -> SampleFile.control(file, 5)
                                .putObject("niveau_par_type")
                                .put("ECOLE", 1)),
                wrong(
                        "an exception for an unknown type",
                        "mesures/GOV-01/niveau_par_type",
                        "checklist.expected.code",
                        control(c -> c.putObject("niveau_par_type").put("CRECHE", 1))),
                wrong(
                        "an unknown type of evidence",
                        "mesures/GOV-01/types_preuve",
                        "checklist.code.unknown",
                        control(c -> c.putArray("types_preuve").add("RUMEUR"))),
                wrong(
                        "a control twice",
                        "mesures",
                        "checklist.code.twice",
                        file -> SampleFile.control(file, 1).put("code", "GOV-01")),
                wrong(
                        "a control out of order",
                        "mesures/GOV-02/ordre",
                        "checklist.order",
                        file -> SampleFile.control(file, 1).put("ordre", 1)),
                wrong(
                        "a malformed code",
                        "mesures/1/code",
                        "checklist.expected.form",
                        control(c -> c.put("code", "gouvernance 1"))),
                wrong(
                        "a hygiene measure 43",
                        "mesures/GOV-01/references/anssi_hygiene/1",
                        "checklist.expected.number",
                        control(c -> c.withObject("references")
                                .putArray("anssi_hygiene")
                                .add(43))),
                wrong(
                        "a theme twice",
                        "themes",
                        "checklist.code.twice",
                        file -> theme(file, 1).put("code", "GOV")),
                wrong(
                        "a theme without controls",
                        "themes/VID",
                        "checklist.theme.empty",
                        file -> file.withArray("themes")
                                .addObject()
                                .put("code", "VID")
                                .put("ordre", 13)
                                .put("titre", "Vide")
                                .put("description", "Rien.")),
                wrong(
                        "a blank text",
                        "mesures/GOV-01/conseil",
                        "checklist.text.blank",
                        control(c -> c.put("conseil", "  "))),
                wrong(
                        "a padded text",
                        "mesures/GOV-01/conseil",
                        "checklist.text.padded",
                        control(c -> c.put("conseil", "Écrivez. "))),
                wrong(
                        "a control character",
                        "mesures/GOV-01/conseil",
                        "checklist.text.characters",
                        control(c -> c.put("conseil", "Écri\u0000vez."))),
                wrong(
                        "half a character",
                        "mesures/GOV-01/conseil",
                        "checklist.text.characters",
                        control(c -> c.put("conseil", "Écri\ud83dvez."))),
                wrong(
                        "a text of 2001 characters",
                        "mesures/GOV-01/aide",
                        "checklist.text.long",
                        control(c -> c.put("aide", "a".repeat(2001)))),
                wrong("a number for a text", "titre", "checklist.expected.text", file -> file.put("titre", 12)),
                wrong("an impossible day", "date", "checklist.expected.day", file -> file.put("date", "2026-02-30")),
                wrong(
                        "a version of two numbers",
                        "version",
                        "checklist.expected.form",
                        file -> file.put("version", "1.0")),
                wrong("an object for a list", "mesures", "checklist.expected.list", file -> file.putObject("mesures")),
                wrong(
                        "a list for an object",
                        "mesures/GOV-01/references",
                        "checklist.expected.object",
                        control(c -> c.putArray("references"))),
                wrong(
                        "an answer that is worth more",
                        "reponses/PARTIEL/valeur",
                        "checklist.answer.value",
                        file -> ((ObjectNode) file.withArray("reponses").get(1)).put("valeur", 1)),
                wrong(
                        "an answer of an odd value",
                        "reponses/PARTIEL/valeur",
                        "checklist.expected.share",
                        file -> ((ObjectNode) file.withArray("reponses").get(1)).put("valeur", 0.7)),
                wrong(
                        "an answer less",
                        "reponses",
                        "checklist.code.absent",
                        file -> file.withArray("reponses").remove(4)),
                wrong(
                        "advice that is neither yes nor no",
                        "reponses/CONFORME/appelle_conseil",
                        "checklist.expected.flag",
                        file -> ((ObjectNode) file.withArray("reponses").get(0)).put("appelle_conseil", "oui")),
                wrong(
                        "a party less",
                        "responsables",
                        "checklist.code.absent",
                        file -> file.withArray("responsables").remove(0)),
                wrong(
                        "two levels",
                        "niveaux",
                        "checklist.codes.inFull",
                        file -> file.withArray("niveaux").remove(2)),
                wrong(
                        "a level under another's name",
                        "niveaux/STANDARD",
                        "checklist.level.code",
                        file -> ((ObjectNode) file.withArray("niveaux").get(0)).put("code", "STANDARD")),
                wrong(
                        "a scale in disorder",
                        "efforts",
                        "checklist.steps",
                        file -> ((ObjectNode) file.withArray("efforts").get(0)).put("effort", 2)));
    }

    private static Arguments wrong(String what, String place, String key, Consumer<ObjectNode> change) {
        return Arguments.of(what, place, key, SampleFile.changed(change));
    }

    private static Consumer<ObjectNode> control(Consumer<ObjectNode> change) {
        return file -> change.accept(SampleFile.control(file, 0));
    }

    private static ObjectNode theme(JsonNode file, int index) {
        return (ObjectNode) ((ArrayNode) file.get("themes")).get(index);
    }
}
