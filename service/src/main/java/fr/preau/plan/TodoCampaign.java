package fr.preau.plan;

import fr.preau.kernel.CampaignId;
import java.time.LocalDate;

/**
 * What is to be filled in of one campaign: audits sent back, begun, not begun; {@code left} answers are missing in those of
 * one's collectivity, where one may give them all.
 */
public record TodoCampaign(
        CampaignId campaign, String campaignName, LocalDate closesOn, int back, int begun, int untouched, int left) {

    /** Address of the list of its audits in a state. */
    public String href(String state) {
        return "/etablissements?campagne=" + campaign + "&etat=" + state;
    }
}
