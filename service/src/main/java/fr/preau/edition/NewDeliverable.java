package fr.preau.edition;

import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Message;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import fr.preau.kernel.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deliverable to begin.
 *
 * @param unit nation, académie or collectivity
 * @param earlier an earlier campaign to compare with, null for none
 */
public record NewDeliverable(
        String title,
        UnitId unit,
        Label label,
        CampaignId campaign,
        @Nullable CampaignId earlier) {
    static final int TITLE_LENGTH = 120;

    public NewDeliverable {
        title = title.strip();
        List<Violation> violations = new ArrayList<>();
        if (title.isEmpty() || title.length() > TITLE_LENGTH || title.chars().anyMatch(Character::isISOControl)) {
            violations.add(new Violation("title", Message.of("edition.title.form", TITLE_LENGTH)));
        }
        if (Exhibit.of(unit, label).isEmpty()) {
            violations.add(new Violation(
                    "label", Message.of("edition.label.unit." + unit.kind().name())));
        }
        if (campaign.equals(earlier)) {
            violations.add(new Violation("earlier", Message.of("edition.earlier.same")));
        }
        if (!violations.isEmpty()) {
            throw new Refusal(new Problem.Invalid(violations));
        }
    }

    /** Those to freeze, the one that it is about first. */
    List<CampaignId> campaigns() {
        return earlier == null ? List.of(campaign) : List.of(campaign, earlier);
    }
}
