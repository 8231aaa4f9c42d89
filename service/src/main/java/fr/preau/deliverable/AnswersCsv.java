package fr.preau.deliverable;

import fr.preau.audit.Cell;
import fr.preau.checklist.Theme;
import fr.preau.web.Csv;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The answers that the reader sees, a control a line: the data that the PDF of an audit carries inside. */
final class AnswersCsv {
    private static final List<String> HEAD =
            List.of("mesure", "intitule", "theme", "niveau", "poids", "partie", "reponse", "commentaire");

    private AnswersCsv() {}

    /** Nothing for who sees no answer. */
    static List<Attached> attached(Dossier dossier) {
        if (dossier.answers().isEmpty()) {
            return List.of();
        }
        return List.of(new Attached("reponses.csv", "text/csv", "Toutes les réponses visibles", write(dossier)));
    }

    private static byte[] write(Dossier dossier) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Csv csv = Csv.to(out);
            csv.row(HEAD);
            dossier.answers()
                    .forEach(answers -> answers.cells().forEach(cell -> csv.row(row(dossier, answers.theme(), cell))));
            csv.end();
        } catch (IOException e) {
            throw new UncheckedIOException("can't happen: all is in memory", e);
        }
        return out.toByteArray();
    }

    private static List<String> row(Dossier dossier, Theme theme, Cell cell) {
        return List.of(
                cell.control().value(),
                dossier.view().control(cell.control()).title(),
                theme.title(),
                Integer.toString(cell.level()),
                Integer.toString(cell.weight()),
                cell.party().name(),
                cell.verdict() == null ? "" : cell.verdict().name(),
                cell.comment() == null ? "" : cell.comment());
    }
}
