package fr.preau.review;

import fr.preau.audit.AuditState;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.Uai;

/**
 * An audit that can be submitted as it stands.
 *
 * @param asked controls asked
 * @param blank those without an answer, which its submission does without: they count for nothing
 */
public record Ready(
        AuditId id, Uai uai, String schoolName, String communeName, AuditState state, int asked, int blank) {}
