package fr.preau.dashboard;

import fr.preau.kernel.Page;
import fr.preau.territory.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit before somebody who may see it.
 *
 * @param trail the units above it that the person sees too, widest first
 * @param campaigns those that count audits of the unit, newest first
 * @param figures null while no campaign counts any
 * @param schools of a collectivity, where the person sees schools by name; else empty
 */
public record UnitView(
        Unit unit,
        List<Unit> trail,
        List<UnitCampaign> campaigns,
        @Nullable UnitFigures figures,
        Page<SchoolLine> schools) {

    public UnitView {
        trail = List.copyOf(trail);
        campaigns = List.copyOf(campaigns);
    }

    /** The same with the schools by name. */
    UnitView with(Page<SchoolLine> named) {
        return new UnitView(unit, trail, campaigns, figures, named);
    }

    /** Address of the page, for this campaign when there is one. */
    public String href() {
        return "/unites/" + unit.id()
                + (figures == null ? "" : "?campagne=" + figures.campaign().id());
    }
}
