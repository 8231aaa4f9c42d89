package fr.preau.deliverable;

/**
 * A document ready to be handed over.
 *
 * @param name letters, digits, hyphens and one dot: safe in a header and on any disk
 * @param content whole; belongs to whoever receives it
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record ReportFile(String name, byte[] content) {}
