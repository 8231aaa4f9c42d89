package fr.preau.workbook;

import fr.preau.audit.AuditState;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.JobId;
import fr.preau.kernel.WorkbookId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A workbook that was read in.
 *
 * @param same cells that say what is stored
 * @param moved cells left as exported, whose answer has changed since
 * @param chosen lines to be written
 * @param job that writes them, null before it is asked for
 */
public record Reading(
        WorkbookId id,
        CampaignId campaign,
        String campaignName,
        String fileName,
        Instant madeAt,
        Instant readAt,
        int same,
        int moved,
        int chosen,
        @Nullable JobId job,
        @Nullable Instant appliedAt) {

    /** Whether it can still be applied, or its lines chosen. */
    public boolean pending() {
        return job == null && appliedAt == null;
    }

    /** How many lines a finding, or the outcome of one, has. */
    public record FindingCount(Finding finding, @Nullable String outcome, int lines) {}

    /**
     * A line of the report beside what is stored now.
     *
     * @param stored the stored verdict, null when nothing is answered or when it is not shown
     * @param version over which the line may be written
     */
    public record Line(
            int number,
            @Nullable AuditId audit,
            @Nullable ControlCode control,
            String place,
            @Nullable String schoolName,
            @Nullable AuditState state,
            Finding finding,
            @Nullable Verdict verdict,
            @Nullable String comment,
            @Nullable String typed,
            @Nullable Integer version,
            boolean chosen,
            @Nullable String outcome,
            @Nullable Verdict stored,
            @Nullable String storedComment,
            @Nullable String storedBy,
            @Nullable Instant storedAt) {}
}
