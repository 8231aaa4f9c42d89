package fr.preau.report;

import fr.preau.checklist.Party;
import fr.preau.checklist.Verdict;

/**
 * One thing to do first.
 *
 * @param title of the control, in the checklist's own language
 * @param advice how to get there, in the checklist's own words
 * @param verdict the answer that makes it one
 * @param party who does it
 */
public record Priority(String title, String advice, Verdict verdict, Party party) {

    /** Whether the school can begin by itself or with others, without asking first. */
    public boolean own() {
        return party == Party.ETABLISSEMENT || party == Party.PARTAGE;
    }
}
