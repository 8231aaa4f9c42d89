package fr.preau.audit;

/** How many audits stand in a state, within somebody's perimeter. */
public record StateCount(AuditState state, int audits) {}
