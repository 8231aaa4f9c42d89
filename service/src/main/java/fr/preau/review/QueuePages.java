package fr.preau.review;

import fr.preau.access.HasRole;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.Page;
import fr.preau.kernel.UnitId;
import fr.preau.web.View;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of what waits for a reviewer; judging one audit is {@link ReviewPages}. */
@Path("revue")
public final class QueuePages {
    private static final List<String> DONE = List.of("valide", "propose", "renvoye", "rouvert");

    private final Queues queues;

    public QueuePages(Queues queues) {
        this.queues = queues;
    }

    /**
     * The queue.
     *
     * @param done what the reviewer has just done, a code of the page's own messages; null when they come from elsewhere
     * @param first whether this is its first part
     */
    public record Queue(
            Page<QueueLine> page,
            QueueChoice choice,
            Queues.Narrowing narrowing,
            @Nullable String done,
            boolean first) {
        /** An audit's page, from which one comes back to this part in this order. */
        public String href(QueueLine line) {
            return choice.href("/audits/" + line.id() + "/revue");
        }

        /** The queue of a line's collectivity alone; null for a school without one, or when it is chosen already. */
        public @Nullable String placeHref(QueueLine line) {
            UnitId place = line.collectivity() == null ? null : UnitId.collectivity(line.collectivity());
            return place == null || place.equals(choice.unit())
                    ? null
                    : choice.at(place).href("/revue");
        }

        public @Nullable String nextHref() {
            return page.next() == null ? null : "/revue?apres=" + page.next() + choice.tail();
        }
    }

    @GET
    @HasRole(Role.REVIEWER)
    public View queue(
            @Auth Principal principal,
            @BeanParam AskedQueue asked,
            @QueryParam("apres") @Nullable AuditId after,
            @QueryParam("fait") @Nullable String done) {
        QueueChoice choice = asked.choice();
        String known = done != null && DONE.contains(done) ? done : null;
        return View.of(
                "review/queue.jte",
                new Queue(
                        queues.page(principal, choice, after),
                        choice,
                        queues.narrowing(principal, choice),
                        known,
                        after == null));
    }
}
