package fr.preau.audit;

import fr.preau.kernel.ControlCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Why a reviewer wants a control to be looked at again, from the last sending back. */
public record Reason(
        ControlCode control, String reason, @Nullable String authorName, Instant at) {}
