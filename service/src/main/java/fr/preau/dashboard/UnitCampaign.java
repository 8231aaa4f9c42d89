package fr.preau.dashboard;

import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ChecklistId;
import java.time.LocalDate;

/** An opened campaign that counts audits in a unit; {@code checklist} names its themes. */
public record UnitCampaign(CampaignId id, String name, LocalDate opensOn, LocalDate closesOn, ChecklistId checklist) {}
