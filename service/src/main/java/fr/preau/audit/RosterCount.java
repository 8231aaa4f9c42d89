package fr.preau.audit;

/** A collectivity in a campaign: how many audits it is expected to render, and how many it has rendered. */
public record RosterCount(String code, String name, int expected, int rendered) {}
