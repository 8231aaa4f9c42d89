package fr.preau.access;

import fr.preau.journal.Trace;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.Page;
import fr.preau.web.Viewer;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * A part of a journal, newest first, with the names of those who acted.
 *
 * @param names an account that was erased has none
 */
public record Traces(Page<Trace> page, Map<AccountId, String> names) {
    /** Cuts the page out of rows read with one too many. */
    public static Traces of(Handle tx, List<Trace> rows, int size) {
        Page<Trace> page = Page.of(rows, size, trace -> Long.toString(trace.id()));
        return new Traces(
                page,
                Accounts.names(
                        tx, page.items().stream().map(Trace::account).distinct().toList()));
    }

    /** Who acted: the service itself, a name, or the number of an erased account. */
    public String author(Viewer viewer, Trace trace) {
        if (trace.account().value() == 0) {
            return viewer.t("trace.system");
        }
        String name = names.get(trace.account());
        return name == null ? viewer.t("trace.erased", trace.account().toString()) : viewer.name(name);
    }

    /** What was done, in words; an action of another version by its code. */
    public static String label(Viewer viewer, Trace trace) {
        return viewer.orCode("trace.", trace.action());
    }
}
