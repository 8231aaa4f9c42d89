package fr.preau.workbook;

import java.util.List;

/** Where things stand in a workbook: what is written is found again by these. */
final class Layout {
    /** Sheet for the service alone: which campaign, what was seen, the signature. */
    static final String SEEN = "_preau";

    /** Sheet that says how to fill the others in. */
    static final String GUIDE = "Mode d’emploi";

    /** First cell of each sheet with answers: the campaign's mark follows. */
    static final String MARK = "Préau n° ";

    static final String ANSWER = "Réponse";
    static final String COMMENT = "Commentaire";

    /** Heads of the columns that say which school. */
    static final List<String> SCHOOL = List.of("UAI", "Établissement", "Type", "Commune", "État de l’audit");

    static final List<Integer> SCHOOL_WIDTHS = List.of(11, 34, 14, 20, 15);
    static final int ANSWER_WIDTH = 15;
    static final int COMMENT_WIDTH = 36;
    static final int GUIDE_WIDTH = 26;
    static final int GUIDE_TEXT_WIDTH = 96;
    static final List<Integer> WIDTHS =
            List.of(11, 34, 14, 20, ANSWER_WIDTH, COMMENT_WIDTH, GUIDE_WIDTH, 52, GUIDE_TEXT_WIDTH);

    static final int GAP = 8;
    static final int LINE = 18;
    static final int TITLE_HEIGHT = 30;
    static final int HEAD_HEIGHT = 44;
    static final int TALL = 36;
    static final List<Integer> HEIGHTS = List.of(GAP, LINE, TITLE_HEIGHT, HEAD_HEIGHT, TALL);

    /** The theme, the control, what its two columns hold. */
    static final int HEAD_ROWS = 3;

    private Layout() {}
}
