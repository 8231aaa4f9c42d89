package fr.preau.audit;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.preau.checklist.Party;
import fr.preau.checklist.Verdict;
import fr.preau.web.AuthorJson;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An answer as it stands: what a save returns, and what a stale save is shown. */
public record SavedAnswer(
        Verdict verdict,
        @Nullable String comment,
        int version,
        Party party,
        @JsonSerialize(using = AuthorJson.class) @Nullable String author,
        Instant at) {}
