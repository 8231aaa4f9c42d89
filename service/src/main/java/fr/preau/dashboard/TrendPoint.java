package fr.preau.dashboard;

import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ChecklistId;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.PropagateNull;
import org.jspecify.annotations.Nullable;

/**
 * One campaign of a trend.
 *
 * @param expected audits, of which {@code rendered} are
 * @param panel those of schools that rendered in every campaign shown: the same number at each point
 * @param panelBase the panel's conformity over the base level
 * @param entered those of schools that had not rendered in the campaign before; null for the first
 * @param left schools that rendered in the campaign before and not in this one, with what they counted then
 */
public record TrendPoint(
        CampaignId campaign,
        String name,
        ChecklistId checklist,
        long expected,
        @Nested("rendered_") Group rendered,
        @Nested("panel_") Group panel,
        @Nullable Double panelBase,
        @Nested("entered_") @Nullable Group entered,
        @Nested("left_") @Nullable Group left) {

    /** Some of the schools: how many, how much of what they are asked they answered, and their pooled conformity. */
    public record Group(
            @PropagateNull long schools,
            @Nullable Double coverage,
            @Nullable Double conformity) {

        Group unless(boolean hidden) {
            return hidden ? new Group(schools, null, null) : this;
        }
    }

    /** The same without what groups count that are too small for who sees them from afar. */
    TrendPoint withoutSmall() {
        boolean smallPanel = small(panel) || SmallGroups.small(rendered.schools() - panel.schools());
        return new TrendPoint(
                campaign,
                name,
                checklist,
                expected,
                rendered.unless(small(rendered)),
                panel.unless(smallPanel),
                smallPanel ? null : panelBase,
                entered == null ? null : entered.unless(small(entered)),
                left == null ? null : left.unless(small(left)));
    }

    private static boolean small(Group group) {
        return SmallGroups.small(group.schools());
    }
}
