package fr.preau.job;

/**
 * The file that a job has made.
 *
 * @param name plain letters, digits, dots and dashes: it goes into a header
 * @param type its media type
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record JobFile(String name, String type, byte[] content) {}
