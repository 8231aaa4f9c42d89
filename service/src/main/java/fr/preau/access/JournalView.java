package fr.preau.access;

import fr.preau.kernel.Message;

/**
 * The page of a unit's or a person's journal.
 *
 * @param from name of the page that one comes from
 * @param home its address
 * @param path address of the journal itself
 */
public record JournalView(Message title, Message from, String home, String path, Traces traces) {}
