package fr.preau.access;

import java.time.Instant;

/** What its owner sees of a second factor: since when, and how many recovery codes are left. */
public record FactorState(Instant since, int codes) {}
