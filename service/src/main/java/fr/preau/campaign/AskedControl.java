package fr.preau.campaign;

import fr.preau.checklist.Control;
import fr.preau.checklist.Party;
import fr.preau.checklist.SchoolType;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ControlCode;

/** What a campaign asks of one type of school about one control, fixed at opening. */
public record AskedControl(
        CampaignId campaign,
        SchoolType schoolType,
        ControlCode control,
        String theme,
        int level,
        int weight,
        Party party,
        int position) {

    static AskedControl of(CampaignId campaign, SchoolType type, Control control) {
        return new AskedControl(
                campaign,
                type,
                control.code(),
                control.theme(),
                control.level(type).number(),
                control.weight(),
                control.party(type),
                control.position());
    }
}
