package fr.preau.dashboard;

import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ChecklistId;
import org.jspecify.annotations.Nullable;

/**
 * One campaign of a trend.
 *
 * @param rendered audits, with their pooled conformity
 * @param panel those of schools that rendered in every campaign shown: the same number at each point
 * @param entered those of schools that had not rendered in the campaign before; null for the first
 * @param left schools that rendered in the campaign before and not in this one, with the conformity they had then
 */
public record TrendPoint(
        CampaignId campaign,
        String name,
        ChecklistId checklist,
        long rendered,
        @Nullable Double conformity,
        long panel,
        @Nullable Double panelConformity,
        @Nullable Double panelBase,
        @Nullable Long entered,
        @Nullable Double enteredConformity,
        @Nullable Long left,
        @Nullable Double leftConformity) {

    /** The same without the conformities of groups that are too small for who sees them from afar. */
    TrendPoint withoutSmall() {
        boolean smallPanel = SmallGroups.small(panel) || SmallGroups.small(rendered - panel);
        return new TrendPoint(
                campaign,
                name,
                checklist,
                rendered,
                SmallGroups.small(rendered) ? null : conformity,
                panel,
                smallPanel ? null : panelConformity,
                smallPanel ? null : panelBase,
                entered,
                entered == null || SmallGroups.small(entered) ? null : enteredConformity,
                left,
                left == null || SmallGroups.small(left) ? null : leftConformity);
    }
}
