package fr.preau.shared;

import fr.preau.checklist.Party;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an answer does to the schools of a set, as one statement counts it. Of the schools it holds ids alone, so that
 * five thousand of them are a few kilobytes here.
 *
 * @param fallsTo who the control falls to in some school of the set, null when none is asked it
 * @param party for whom the owner answers, null when they answer in none of them
 * @param beginning how many of the written audits the answer begins
 * @param seen digest of each school's version and fate
 * @param unanswered how many of the written audits hold no answer yet: they come first
 * @param audits those that are written, by id
 * @param parties who the control falls to in each of them
 * @param kept those whose own answer is met and kept
 */
public record Plan(
        @Nullable Party fallsTo,
        @Nullable Party party,
        int fresh,
        int moved,
        int same,
        int own,
        int other,
        int locked,
        int beginning,
        String seen,
        int unanswered,
        List<Long> audits,
        List<String> parties,
        List<Long> kept) {

    public Plan {
        audits = List.copyOf(audits);
        parties = List.copyOf(parties);
        kept = List.copyOf(kept);
    }

    /** Those that get their first answer. */
    List<Long> first() {
        return audits.subList(0, unanswered);
    }

    /** Those whose answer is replaced. */
    List<Long> again() {
        return audits.subList(unanswered, audits.size());
    }

    Preview preview() {
        Map<Fate, Integer> counts = new EnumMap<>(Fate.class);
        counts.put(Fate.NEW, fresh);
        counts.put(Fate.MOVED, moved);
        counts.put(Fate.SAME, same);
        counts.put(Fate.OWN, own);
        counts.put(Fate.OTHER, other);
        counts.put(Fate.LOCKED, locked);
        return new Preview(counts, seen);
    }
}
