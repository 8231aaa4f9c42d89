package fr.preau.report;

/** The same in both readings: as declared, and after review. */
public record Both<T>(T declared, T reviewed) {}
