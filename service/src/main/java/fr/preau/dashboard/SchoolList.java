package fr.preau.dashboard;

import fr.preau.kernel.Page;
import org.jspecify.annotations.Nullable;

/** The schools that a number counts, by name. */
public record SchoolList(Vantage vantage, SchoolFilter filter, Page<SchoolLine> page) {

    /** Address of the following part, null on the last. */
    public @Nullable String nextHref() {
        return page.next() == null ? null : vantage.href("/etablissements") + filter.query() + "&apres=" + page.next();
    }
}
