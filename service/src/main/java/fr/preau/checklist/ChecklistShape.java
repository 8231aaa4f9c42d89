package fr.preau.checklist;

import static fr.preau.checklist.Rule.day;
import static fr.preau.checklist.Rule.flag;
import static fr.preau.checklist.Rule.form;
import static fr.preau.checklist.Rule.listOf;
import static fr.preau.checklist.Rule.mapOf;
import static fr.preau.checklist.Rule.number;
import static fr.preau.checklist.Rule.object;
import static fr.preau.checklist.Rule.oneOf;
import static fr.preau.checklist.Rule.share;
import static fr.preau.checklist.Rule.text;
import static java.util.Map.entry;

import java.util.Map;

/** The form of a checklist file: every member, none optional, none besides. */
final class ChecklistShape {
    private static final int LINE = 300;
    private static final int PARAGRAPH = 2000;
    private static final int MOST_CONTROLS = 999;

    private static final Rule THEME_CODE = form("[A-Z0-9]{2,8}", "SAU");
    private static final Rule CONTROL_CODE = form("[A-Z0-9]{2,8}-[0-9]{2,3}", "SAU-02");
    private static final Rule EVIDENCE_CODE = form("[A-Z][A-Z_]{0,29}", "DOCUMENT");
    private static final Rule STEP = number(1, 3);

    private static final Rule REFERENCES = object(
            entry("pssie", listOf(form("[A-Z0-9]+(-[A-Z0-9]+)*", "PCA-SAUVE"))),
            entry("anssi_hygiene", listOf(number(1, 42))),
            entry("recyf", listOf(form("[1-9][0-9]?", "13"))),
            entry("rgpd", listOf(text(LINE))),
            entry("autres", listOf(text(LINE))));

    private static final Rule CONTROL = object(
            entry("ordre", number(1, MOST_CONTROLS)),
            entry("code", CONTROL_CODE),
            entry("theme", THEME_CODE),
            entry("intitule", text(LINE)),
            entry("exigence", text(PARAGRAPH)),
            entry("question", text(PARAGRAPH)),
            entry("aide", text(PARAGRAPH)),
            entry("conseil", text(PARAGRAPH)),
            entry("responsable_defaut", oneOf(Party.class)),
            entry("responsable_par_type", mapOf(SchoolType.class, oneOf(Party.class))),
            entry("types_etablissement", listOf(oneOf(SchoolType.class))),
            entry("niveau", STEP),
            entry("niveau_par_type", mapOf(SchoolType.class, STEP)),
            entry("poids", STEP),
            entry("gain", STEP),
            entry("effort", STEP),
            entry("types_preuve", listOf(EVIDENCE_CODE)),
            entry("piece_jointe", oneOf(Attachment.class)),
            entry("periodicite_mois", number(1, 120)),
            entry("references", REFERENCES));

    private static final Rule THEME = object(
            entry("code", THEME_CODE),
            entry("ordre", number(1, MOST_CONTROLS)),
            entry("titre", text(LINE)),
            entry("description", text(PARAGRAPH)));

    private static final Rule ANSWER = object(
            entry("code", oneOf(Verdict.class)),
            entry("libelle", text(LINE)),
            entry("valeur", share()),
            entry("appelle_conseil", flag()));

    static final Rule FILE = object(
            entry("identifiant", form("(?=.{1,80}$)[a-z0-9]+(-[a-z0-9]+)*", "pssi-etablissement-scolaire")),
            entry("version", form("[0-9]{1,4}\\.[0-9]{1,4}\\.[0-9]{1,4}", "1.0.0")),
            entry("date", day()),
            entry("langue", form("[a-z]{2}", "fr")),
            entry("titre", text(LINE)),
            entry("description", text(PARAGRAPH)),
            entry("licence", text(LINE)),
            entry("avertissement", text(PARAGRAPH)),
            entry("niveaux", listOf(object(entry("niveau", STEP), entry("code", oneOf(Level.class)), label()))),
            entry("poids", listOf(object(entry("poids", STEP), label()))),
            entry("gains", listOf(object(entry("gain", STEP), label()))),
            entry("efforts", listOf(object(entry("effort", STEP), label()))),
            entry("responsables", listOf(object(entry("code", oneOf(Party.class)), label()))),
            entry("types_etablissement", listOf(object(entry("code", oneOf(SchoolType.class)), label()))),
            entry("types_preuve", listOf(object(entry("code", EVIDENCE_CODE), label()))),
            entry("reponses", listOf(ANSWER)),
            entry("themes", listOf(THEME)),
            entry("mesures", listOf(CONTROL)));

    private ChecklistShape() {}

    private static Map.Entry<String, Rule> label() {
        return entry("libelle", text(LINE));
    }
}
