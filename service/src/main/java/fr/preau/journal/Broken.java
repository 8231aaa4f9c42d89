package fr.preau.journal;

/**
 * The first place where the journal is not what was sealed.
 *
 * @param entry id of the entry, 0 when only the place in the chain is known
 */
public record Broken(Fault fault, long position, long entry) {
    /** What is wrong there. */
    public enum Fault {
        /** A seal was taken out of the chain. */
        SEAL_MISSING,
        /** The entry was removed. */
        ENTRY_MISSING,
        /** The entry was changed, or another was put in its place. */
        ENTRY_CHANGED,
        /** The free text beside the entry was changed; erasing it is no fault. */
        TEXT_CHANGED,
        /** The chain stops short of a head that was signed, or passes by it. */
        HEAD_LOST,
        /** A head of the log does not bear our signature. */
        HEAD_FORGED
    }
}
