package fr.preau.audit;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.ControlCode;
import fr.preau.web.AuthorJson;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reviewer's opinion on one control of one submission.
 *
 * @param verdict what the reviewer would answer, when contested
 * @param reason always there but for ACCEPTED
 * @param version what a later opinion must send as seen
 */
public record Opinion(
        ControlCode control,
        int round,
        OpinionKind kind,
        @Nullable Verdict verdict,
        @Nullable String reason,
        int version,
        @JsonSerialize(using = AuthorJson.class) @Nullable String authorName,
        Instant at) {}
