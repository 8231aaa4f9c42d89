package fr.preau.workbook;

import fr.preau.audit.AuditState;
import fr.preau.audit.LastAnswer;
import fr.preau.checklist.Control;
import fr.preau.checklist.FrenchText;
import fr.preau.checklist.Theme;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes a snapshot into a workbook: how to fill it in, the answers, what is kept hidden. Its words are French, as the
 * checklist's are.
 *
 * @param fictitious whether the data are invented: every sheet says so
 */
record Composer(BookWriter book, Snapshot snapshot, boolean fictitious) {
    private static final Map<AuditState, String> STATES = Map.of(
            AuditState.TO_DO, "À faire",
            AuditState.IN_PROGRESS, "En cours",
            AuditState.SENT_BACK, "Renvoyé",
            AuditState.SUBMITTED, "Soumis",
            AuditState.VALIDATED, "Validé",
            AuditState.REMOVED, "Retiré");
    private static final Map<String, String> TYPES = Map.of(
            "ECOLE", "École",
            "COLLEGE", "Collège",
            "LYCEE", "Lycée",
            "LYCEE_PRO", "Lycée professionnel",
            "EREA", "EREA",
            "CIO", "CIO");

    void write(Shape shape, Guide guide, List<List<String>> seen) throws IOException {
        guide.write(book, snapshot, fictitious);
        List<Control> controls = snapshot.controls();
        if (shape == Shape.WHOLE) {
            answers("Mesures", controls);
        } else {
            for (Theme theme : snapshot.checklist().themes()) {
                List<Control> own = controls.stream()
                        .filter(control -> control.theme().equals(theme.code()))
                        .toList();
                if (!own.isEmpty()) {
                    answers(theme.code() + " " + FrenchText.typeset(theme.title()), own);
                }
            }
        }
        book.tab(new Tab(Layout.SEEN, List.of(), 0, 0, true));
        for (List<String> row : seen) {
            book.row(
                    Layout.LINE,
                    row.stream().map(text -> Box.of(text, Style.TEXT)).toList());
        }
    }

    private void answers(String name, List<Control> controls) throws IOException {
        List<Integer> widths = new ArrayList<>(Layout.SCHOOL_WIDTHS);
        controls.forEach(control -> {
            widths.add(Layout.ANSWER_WIDTH);
            widths.add(Layout.COMMENT_WIDTH);
        });
        book.tab(new Tab(name, widths, 2, Layout.HEAD_ROWS, false));
        heads(controls);
        for (SchoolRow row : snapshot.rows()) {
            book.row(Layout.TALL, school(row, controls));
        }
    }

    private void heads(List<Control> controls) throws IOException {
        int own = Layout.SCHOOL.size();
        List<Box> themes = new ArrayList<>();
        String warning = fictitious ? " – DONNÉES FICTIVES" : "";
        themes.add(new Box(Layout.MARK + snapshot.campaign() + warning, Style.THEME, 2));
        themes.add(new Box("Campagne " + snapshot.campaignName(), Style.THEME, own - 2));
        List<Box> titles = new ArrayList<>();
        Layout.SCHOOL.forEach(head -> titles.add(Box.of(head, Style.HEAD)));
        List<Box> columns = new ArrayList<>();
        Layout.SCHOOL.forEach(head -> columns.add(Box.of("", Style.SUBHEAD)));
        for (int i = 0; i < controls.size(); ) {
            int first = i;
            while (i < controls.size()
                    && controls.get(i).theme().equals(controls.get(first).theme())) {
                i++;
            }
            Theme theme = snapshot.checklist().theme(controls.get(first).theme());
            themes.add(new Box(FrenchText.typeset(theme.title()), Style.THEME, 2 * (i - first)));
        }
        for (Control control : controls) {
            titles.add(new Box(control.code() + "\n" + FrenchText.typeset(control.title()), Style.HEAD, 2));
            columns.add(Box.of(Layout.ANSWER, Style.SUBHEAD));
            columns.add(Box.of(Layout.COMMENT, Style.SUBHEAD));
        }
        book.row(Layout.LINE, themes);
        book.row(Layout.HEAD_HEIGHT, titles);
        book.row(Layout.LINE, columns);
    }

    private static List<Box> school(SchoolRow row, List<Control> controls) {
        List<Box> boxes = new ArrayList<>();
        boxes.add(Box.of(row.audit().uai().value(), Style.PLACE));
        boxes.add(Box.of(row.audit().schoolName(), Style.SCHOOL));
        boxes.add(Box.of(known(TYPES.get(row.audit().schoolType().name())), Style.PLACE));
        boxes.add(Box.of(row.audit().communeName(), Style.PLACE));
        boxes.add(Box.of(known(STATES.get(row.audit().state())), Style.PLACE));
        for (Control control : controls) {
            Access access = row.access(control.code());
            Known known = row.known(control.code());
            Optional<LastAnswer> last = row.proposal(control.code());
            if (last.isPresent()) {
                boxes.add(Box.of(Wording.proposal(last.get().verdict()), Style.PROPOSED));
                boxes.add(Box.of(Objects.requireNonNullElse(last.get().comment(), ""), Style.PROPOSED_COMMENT));
                continue;
            }
            boolean shown = access == Access.OPEN || access == Access.SHOWN;
            String answer = shown && known.verdict() != null ? Wording.label(known.verdict()) : "";
            String comment = shown && known.comment() != null ? known.comment() : "";
            boxes.add(Box.of(answer, style(access, Style.ANSWER)));
            boxes.add(Box.of(comment, style(access, Style.COMMENT)));
        }
        return boxes;
    }

    private static String known(@Nullable String word) {
        return Objects.requireNonNull(word, "every type and state has its word");
    }

    private static Style style(Access access, Style open) {
        return switch (access) {
            case OPEN -> open;
            case SHOWN, UNSEEN -> Style.LOCKED;
            case NOT_ASKED -> Style.NOT_ASKED;
        };
    }
}
