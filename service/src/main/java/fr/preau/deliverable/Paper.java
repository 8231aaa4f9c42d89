package fr.preau.deliverable;

import fr.preau.web.Mark;

/** The marks' solid colours on white paper, those of the site's light theme. */
public final class Paper {
    static final String ROOF = "#b2522a";

    private Paper() {}

    public static String colour(Mark mark) {
        return switch (mark) {
            case CONFORME, VALIDATED -> "#1f7a50";
            case PARTIEL, SENT_BACK -> "#b07708";
            case NON_CONFORME -> "#b23a2c";
            case NE_SAIT_PAS -> "#7558ab";
            case NON_APPLICABLE -> "#868e94";
            case SUBMITTED, IN_PROGRESS -> "#1f4f7a";
            case SANS_REPONSE, TO_DO, REMOVED -> "#55606a";
        };
    }
}
