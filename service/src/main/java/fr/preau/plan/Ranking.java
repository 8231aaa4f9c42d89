package fr.preau.plan;

import fr.preau.audit.CampaignLine;
import fr.preau.checklist.Checklist;
import fr.preau.checklist.Control;
import fr.preau.kernel.UnitId;
import fr.preau.territory.Unit;
import java.util.Comparator;
import java.util.List;

/**
 * « Par où commencer » for one unit and campaign.
 *
 * @param units those among which the person may choose
 * @param starts the controls, the best to begin with first
 * @param hidden whether too few audits are counted for who reads figures only
 */
public record Ranking(
        UnitId unit,
        List<Unit> units,
        CampaignLine campaign,
        List<CampaignLine> campaigns,
        Checklist checklist,
        Basis basis,
        List<Start> starts,
        boolean hidden) {

    public Ranking {
        units = List.copyOf(units);
        campaigns = List.copyOf(campaigns);
        starts = starts.stream().sorted(order(checklist)).toList();
    }

    public Control control(Start start) {
        return checklist.control(start.control());
    }

    /** Gain over effort, as the checklist rates them, over the schools lifted; then what the figure gains. */
    private static Comparator<Start> order(Checklist checklist) {
        return Comparator.comparingDouble((Start start) -> -worth(checklist.control(start.control()), start.lifted()))
                .thenComparing(start -> -start.points())
                .thenComparing(start -> start.control().value());
    }

    static double worth(Control control, int lifted) {
        return (double) control.gain() * lifted / control.effort();
    }

    /** The campaign and the unit as an address carries them. */
    public String query() {
        return "?campagne=" + campaign.id() + "&unite=" + unit;
    }
}
