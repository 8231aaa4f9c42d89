package fr.preau.access;

import fr.preau.kernel.Message;

/**
 * A person of the demonstration whom one can play with one click.
 *
 * @param key what the button sends as {@code personne}
 * @param label who it is
 * @param awaits what awaits that person, in a sentence
 */
public record DemoButton(String key, Message label, Message awaits) {}
