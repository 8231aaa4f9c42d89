package fr.preau.plan;

import fr.preau.kernel.AssignmentId;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ChecklistId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A theme of an audit entrusted to a person, not complete yet.
 *
 * @param unanswered controls that they may answer and that nobody has answered
 * @param asked controls of the theme that they may answer
 * @param total how many the list has in all, and unanswered controls in these
 */
public record Assignment(
        AssignmentId id,
        AuditId audit,
        String theme,
        CampaignId campaign,
        ChecklistId checklist,
        String schoolName,
        String communeName,
        LocalDate closesOn,
        Instant assignedAt,
        @Nullable String assigneeName,
        @Nullable String giverName,
        int unanswered,
        int asked,
        int total,
        int totalUnanswered) {}
