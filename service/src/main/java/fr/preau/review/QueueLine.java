package fr.preau.review;

import fr.preau.audit.Figures;
import fr.preau.checklist.SchoolType;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.Uai;
import java.time.Instant;
import org.jdbi.v3.core.mapper.Nested;
import org.jspecify.annotations.Nullable;

/**
 * A submitted audit that waits for its reviewer.
 *
 * @param collectivity its code
 * @param weakBase weak answers at the base level: what to read first
 * @param drift thousandths between its conformity and that of the school's last rendered audit; null without one
 * @param proposed whether a first reviewer would validate it, and a second one is asked for
 * @param mine whether the reader had a hand in it, and so can't judge it
 */
public record QueueLine(
        AuditId id,
        String campaignName,
        Uai uai,
        String schoolName,
        SchoolType schoolType,
        String communeName,
        @Nullable String collectivity,
        @Nullable String collectivityName,
        int round,
        Instant submittedAt,
        @Nullable Instant readAt,
        int weakBase,
        @Nullable Integer drift,
        boolean proposed,
        boolean mine,
        @Nested Figures figures) {}
