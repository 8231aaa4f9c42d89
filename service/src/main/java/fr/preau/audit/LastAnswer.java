package fr.preau.audit;

import fr.preau.checklist.Verdict;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ControlCode;
import org.jspecify.annotations.Nullable;

/**
 * What the school answered last time to a control that is not answered yet: a proposal, which counts nowhere until
 * somebody confirms it.
 *
 * @param ofName name of the campaign that it comes from
 * @param version of the answer there
 */
public record LastAnswer(
        AuditId audit,
        String theme,
        ControlCode control,
        CampaignId ofCampaign,
        String ofName,
        Verdict verdict,
        @Nullable String comment,
        int version) {

    /** What a form sends back of a proposal that it has shown: another one since is not what was confirmed. */
    public String seen() {
        return control + "." + ofCampaign + "." + version;
    }

    /** The answer that confirming it gives. */
    public NewAnswer answer() {
        return new NewAnswer(verdict, comment);
    }
}
