package fr.preau.audit;

import fr.preau.checklist.Verdict;
import fr.preau.kernel.Uai;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the school on the same site has declared for a control, by the agreement of the two collectivities: all that crosses
 * from one to the other.
 */
public record Neighbour(
        Uai uai,
        String schoolName,
        Verdict verdict,
        @Nullable String comment,
        Instant at) {}
