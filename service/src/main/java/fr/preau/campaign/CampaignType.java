package fr.preau.campaign;

import fr.preau.checklist.SchoolType;

/** A type of school that takes part, and the number of the highest level asked of it. */
public record CampaignType(SchoolType schoolType, int level) {}
