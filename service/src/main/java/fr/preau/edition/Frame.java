package fr.preau.edition;

import fr.preau.checklist.Checklists;
import fr.preau.checklist.CitedCodes;
import fr.preau.web.Messages;
import fr.preau.web.Viewer;
import fr.preau.web.Web;

/** What a composition reads beside the frozen figures: the checklist with its aids, and the document's own words. */
public record Frame(Checklists checklists, CitedCodes codes, Viewer words) {
    public static Frame of(Checklists checklists, CitedCodes codes) {
        return new Frame(checklists, codes, Viewer.anonymous(Web.site(false), Messages.FRENCH));
    }
}
