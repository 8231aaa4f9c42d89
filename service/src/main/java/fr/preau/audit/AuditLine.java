package fr.preau.audit;

import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.checklist.SchoolType;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Message;
import fr.preau.kernel.Uai;
import java.time.Instant;
import org.jdbi.v3.core.mapper.Nested;
import org.jspecify.annotations.Nullable;

/**
 * An audit in a list.
 *
 * @param reasons controls that its last sending back asked to look at again; 0 unless it is sent back
 * @param lastAt last answer saved, null when there is none
 */
public record AuditLine(
        AuditId id,
        CampaignId campaign,
        String campaignName,
        Uai uai,
        String schoolName,
        SchoolType schoolType,
        String communeName,
        @Nullable String collectivity,
        @Nullable String collectivityName,
        @Nullable String presentCollectivity,
        AuditState state,
        int round,
        @Nullable Instant submittedAt,
        int reasons,
        @Nullable Instant lastAt,
        @Nested Figures figures) {

    /** What is left to do, in words: what came back, what is missing, or for whom one waits. */
    public Message left() {
        return switch (state) {
            case TO_DO -> Message.of("audit.line.start");
            case IN_PROGRESS ->
                figures.unanswered() == 0
                        ? Message.of("audit.line.send")
                        : Message.of("audit.left", figures.unanswered());
            case SENT_BACK -> Message.of("audit.left.again", reasons);
            case SUBMITTED -> Message.of("audit.line.waiting");
            case VALIDATED -> Message.of("audit.line.done");
            case REMOVED -> Message.of("audit.line.removed");
        };
    }

    /** The line with its conformity left out, when the person sees progress only: whoever isn't of its own side. */
    AuditLine seenBy(Principal principal) {
        boolean own = principal.held(Role.AGENT, Role.ESTABLISHMENT).stream().anyMatch(this::ofItsSide);
        if (own || state.rendered()) {
            return this;
        }
        return new AuditLine(
                id,
                campaign,
                campaignName,
                uai,
                schoolName,
                schoolType,
                communeName,
                collectivity,
                collectivityName,
                presentCollectivity,
                state,
                round,
                submittedAt,
                reasons,
                lastAt,
                figures.progress());
    }

    private boolean ofItsSide(Grant grant) {
        String code = grant.unit().code();
        return switch (grant.unit().kind()) {
            case COLLECTIVITY -> code.equals(presentCollectivity) || code.equals(collectivity);
            case SCHOOL -> code.equals(uai.value());
            case NATION, REGION, ACADEMY, DEPARTMENT -> presentCollectivity == null && grant.role() == Role.AGENT;
        };
    }
}
