package fr.preau.edition;

import fr.preau.kernel.CampaignId;
import java.time.LocalDate;

/** An opened campaign to choose from. */
public record CampaignChoice(CampaignId id, String name, LocalDate closesOn) {}
