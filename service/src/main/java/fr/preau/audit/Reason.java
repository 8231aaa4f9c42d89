package fr.preau.audit;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.preau.kernel.ControlCode;
import fr.preau.web.AuthorJson;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Why a reviewer wants a control to be looked at again, from the last sending back. */
public record Reason(
        ControlCode control,
        String reason,
        @JsonSerialize(using = AuthorJson.class) @Nullable String authorName,
        Instant at) {}
