package fr.preau.evidence;

import fr.preau.kernel.Refusal;

/** How much a file may grow when it is opened: beyond that, it is made to fill somebody's memory. */
final class Budget {
    static final long MOST = 64L * 1024 * 1024;

    private long spent;

    void spend(int bytes) {
        spent += bytes;
        if (spent > MOST) {
            throw Refusal.invalid("file", "evidence.file.grows", MOST / 1024 / 1024);
        }
    }
}
