package fr.preau.web;

/**
 * Who is signed in, as the bar shows it.
 *
 * @param employer name of the unit that the person works for
 */
public record Person(String name, String employer) {}
