package fr.preau.review;

import fr.preau.access.HasRole;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.Page;
import fr.preau.web.View;
import io.dropwizard.auth.Auth;
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
            QueueOrder order,
            @Nullable String done,
            boolean first) {
        /** An audit's page, from which one comes back to this order. */
        public String href(QueueLine line) {
            return "/audits/" + line.id() + "/revue" + (order == QueueOrder.OLDEST ? "" : "?ordre=" + order.code());
        }

        public @Nullable String nextHref() {
            return page.next() == null ? null : "/revue?ordre=" + order.code() + "&apres=" + page.next();
        }
    }

    @GET
    @HasRole(Role.REVIEWER)
    public View queue(
            @Auth Principal principal,
            @QueryParam("ordre") @Nullable String order,
            @QueryParam("apres") @Nullable AuditId after,
            @QueryParam("fait") @Nullable String done) {
        QueueOrder chosen = QueueOrder.of(order);
        String known = done != null && DONE.contains(done) ? done : null;
        return View.of(
                "review/queue.jte", new Queue(queues.page(principal, chosen, after), chosen, known, after == null));
    }
}
