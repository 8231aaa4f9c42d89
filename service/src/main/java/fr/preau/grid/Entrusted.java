package fr.preau.grid;

import fr.preau.kernel.AuditId;

/** Whom the grid's theme is entrusted to in one audit, as long as something of it is left to answer. */
public record Entrusted(AuditId audit, String name) {}
