package fr.preau.checklist;

/**
 * Who usually does what in a theme, as one line of a RACI table in French. A default to start from: the local agreement
 * between collectivity and académie wins.
 */
public record Roles(String theme, String state, String collectivity, String establishment) {}
