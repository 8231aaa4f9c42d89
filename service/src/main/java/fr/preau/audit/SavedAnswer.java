package fr.preau.audit;

import fr.preau.checklist.Party;
import fr.preau.checklist.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An answer as it stands: what a save returns, and what a stale save is shown. */
public record SavedAnswer(
        Verdict verdict,
        @Nullable String comment,
        int version,
        Party party,
        @Nullable String author,
        Instant at) {}
