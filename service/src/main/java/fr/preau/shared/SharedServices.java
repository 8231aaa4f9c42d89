package fr.preau.shared;

/** The services of this feature, as the root wires them. */
public record SharedServices(
        SharedAnswers answers, Labels labels, Desks desks, Arrivals arrivals, SameSites sites, Takeovers takeovers) {}
