package fr.preau.kernel;

/**
 * One thing to correct, and where.
 *
 * @param field name of the form field or JSON member, {@code ""} when the whole is meant
 * @param message the fact, then the remedy
 */
public record Violation(String field, Message message) {}
