package fr.preau.job;

import fr.preau.kernel.JobId;
import fr.preau.kernel.Message;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.mapper.Nested;
import org.jspecify.annotations.Nullable;

/**
 * A job as its owner sees it.
 *
 * @param done how much of {@code total}, 0 of 0 before it is known
 * @param ended how it ended, null before
 */
public record Job(
        JobId id,
        String kind,
        JobState state,
        long done,
        long total,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable @Nested Ended ended) {
    /** How long a job and its file are kept after its end. */
    public static final Duration KEPT = Duration.ofDays(7);

    /**
     * The end of a job.
     *
     * @param said what was done or why it was not; null when it was stopped
     * @param href page that shows what was done
     * @param fileName name of the file that it made
     */
    public record Ended(
            @Nullable Instant endedAt,
            @Nullable Message said,
            @Nullable String href,
            @Nullable String fileName) {}

    /** The name of the kind, as a message key. */
    public String word() {
        return "job.kind." + kind;
    }

    public @Nullable Instant endedAt() {
        return ended == null ? null : ended.endedAt();
    }

    public @Nullable Message said() {
        return ended == null ? null : ended.said();
    }

    public @Nullable String href() {
        return ended == null ? null : ended.href();
    }

    public @Nullable String fileName() {
        return ended == null ? null : ended.fileName();
    }

    /** Until when it is kept, null before its end. */
    public @Nullable Instant keptUntil() {
        Instant end = endedAt();
        return end == null ? null : end.plus(KEPT);
    }
}
