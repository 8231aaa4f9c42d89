package fr.preau.checklist;

import fr.preau.kernel.ChecklistId;
import org.jspecify.annotations.Nullable;

/**
 * The version that somebody reads, and the addresses of its pages.
 *
 * @param asked the version named in the address, null when one reads the latest: its links then stay on the latest
 */
public record Reading(Checklist checklist, @Nullable ChecklistId asked) {
    private static final String ROOT = "/referentiel";

    public String href() {
        return ROOT + suffix();
    }

    public String href(Theme theme) {
        return ROOT + "/" + theme.code() + suffix();
    }

    public String href(Control control) {
        return ROOT + "/" + control.theme() + "/" + control.code() + suffix();
    }

    /** Address of another version. */
    public String href(Edition edition) {
        return ROOT + "?version=" + edition.id();
    }

    /** Address of the file itself. */
    public String file() {
        return ROOT + "/fichier/" + checklist.id();
    }

    private String suffix() {
        return asked == null ? "" : "?version=" + asked;
    }
}
