package fr.preau.review;

import fr.preau.kernel.AuditId;
import fr.preau.kernel.Uai;
import org.jspecify.annotations.Nullable;

/**
 * A school of a sample.
 *
 * @param schools of its stratum, from which it was drawn
 * @param version of the record of its visit, 0 before any
 * @param agreed controls seen as they were declared
 * @param seen controls seen that had been declared
 */
public record SampleSchool(
        AuditId audit,
        Uai uai,
        String schoolName,
        String communeName,
        @Nullable String collectivityName,
        String stratum,
        int schools,
        int version,
        long agreed,
        long seen) {}
