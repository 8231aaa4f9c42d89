package fr.preau.workbook;

import fr.preau.checklist.Verdict;
import fr.preau.web.Formats;
import fr.preau.web.Messages;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * The first sheet: what the workbook is, how to fill it in, what each look of a cell means.
 *
 * @param by who exported it
 */
record Guide(String by, Instant at) {
    private static final String S = "\u202f";
    private static final String N = "\u00a0";
    private static final List<List<String>> STEPS = List.of(
            List.of(
                    "1. Répondre",
                    "Dans les cellules blanches, choisissez une réponse de la liste. Collées d’un autre tableau, leurs"
                            + " lettres suffisent" + N + ": C, P, N, A ou ?"),
            List.of(
                    "2. Commenter",
                    "La colonne « Commentaire » est libre. Elle est demandée pour « Non applicable », et quand"
                            + " vous vous écartez d’une réponse commune" + N + ": dites pourquoi."),
            List.of("3. Enregistrer", "Gardez le format du fichier (ODS ou XLSX), ses feuilles et leurs titres."),
            List.of(
                    "4. Renvoyer",
                    "Dans Préau, page « Classeurs », choisissez le fichier. Un compte rendu dit ce qui changerait" + S
                            + "; rien n’est enregistré avant que vous l’appliquiez."));
    private static final List<List<Box>> LOOKS = List.of(
            List.of(Box.of("Conforme", Style.ANSWER), Box.of("À vous de répondre.", Style.TEXT)),
            List.of(
                    Box.of(Wording.proposal(Verdict.CONFORME), Style.PROPOSED),
                    Box.of(
                            spaced("La réponse de la dernière fois, que rien n’enregistre tant qu’elle se dit « "
                                    + Wording.TO_CONFIRM + " ». Choisissez-la dans la liste pour la confirmer"
                                    + S + "; pour en confirmer beaucoup, remplacez « " + Wording.TO_CONFIRM
                                    + " » par rien."),
                            Style.TEXT)),
            List.of(
                    Box.of("Conforme", Style.LOCKED),
                    Box.of(
                            "Se lit, ne se change pas" + N + ": l’audit est soumis, ou la mesure revient à d’autres.",
                            Style.TEXT)),
            List.of(Box.of("", Style.NOT_ASKED), Box.of("N’est pas demandée à ce type d’établissement.", Style.TEXT)));

    void write(BookWriter book, Snapshot snapshot, boolean fictitious) throws IOException {
        book.tab(new Tab(Layout.GUIDE, List.of(Layout.GUIDE_WIDTH, Layout.GUIDE_TEXT_WIDTH), 0, 0, false));
        String campaign = "Préau" + N + "– campagne " + snapshot.campaignName();
        book.row(Layout.TITLE_HEIGHT, List.of(new Box(campaign, Style.TITLE, 2)));
        if (fictitious) {
            book.row(Layout.LINE, List.of(new Box("Données fictives, de démonstration.", Style.WARNING, 2)));
        }
        line(book, "Exporté", "le " + Formats.of(Messages.FRENCH).instant(at) + ", par " + by);
        line(book, "Contenu", content(snapshot));
        line(
                book,
                "Diffusion",
                "TLP:AMBER" + N + "– dans votre organisme et à ceux qui doivent agir, pas au-delà. N’y écrivez"
                        + " ni nom de personne, ni mot de passe, ni adresse du réseau.");
        section(book, "Remplir le classeur");
        for (List<String> step : STEPS) {
            line(book, step.get(0), spaced(step.get(1)));
        }
        section(book, "Lire les cellules");
        for (List<Box> look : LOOKS) {
            book.row(look.get(1).text().length() > 110 ? Layout.TALL : Layout.LINE, look);
        }
        section(book, "Ce que disent les réponses");
        line(book, "Conforme", "L’exigence est tenue et cela peut se montrer.");
        line(book, "Partiel", "Elle ne l’est que pour une part.");
        line(book, "Non conforme", "Elle n’est pas tenue.");
        line(book, "Non applicable", "Sans objet ici" + S + "; le commentaire dit pourquoi.");
        line(book, "Ne sait pas", "Personne ne peut le dire aujourd’hui. C’est une vraie réponse.");
        section(book, "Si quelqu’un répond entre-temps");
        line(
                book,
                "",
                "Le classeur se souvient de ce qui était enregistré à l’export. Une réponse que vous changez ici et que"
                        + " quelqu’un a changée là-bas n’est jamais écrasée sans que vous le disiez, ligne par ligne.");
    }

    private static String content(Snapshot snapshot) {
        Formats formats = Formats.of(Messages.FRENCH);
        int schools = snapshot.rows().size();
        long open = snapshot.open();
        return formats.number(schools) + N + (schools < 2 ? "établissement" : "établissements") + ", "
                + formats.number(open) + N + (open < 2 ? "réponse ouverte" : "réponses ouvertes") + " à la saisie";
    }

    private static String spaced(String text) {
        return text.replace("« ", "«" + N).replace(" »", N + "»");
    }

    private static void section(BookWriter book, String title) throws IOException {
        book.row(Layout.GAP, List.of(Box.of("", Style.TEXT)));
        book.row(Layout.LINE, List.of(new Box(title, Style.SECTION, 2)));
    }

    private static void line(BookWriter book, String head, String text) throws IOException {
        book.row(
                text.length() > 110 ? Layout.TALL : Layout.LINE,
                List.of(Box.of(head, Style.TEXT), Box.of(text, Style.TEXT)));
    }
}
