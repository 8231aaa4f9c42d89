package fr.preau.edition;

import fr.preau.audit.AuditState;
import fr.preau.checklist.SchoolType;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.Uai;
import org.jspecify.annotations.Nullable;

/**
 * A school as it stood when figures were frozen; until it is rendered it shows its coverage alone.
 *
 * @param baseConformity over the controls of the socle
 * @param weakest codes of the themes held least, three at most
 */
public record FrozenSchool(
        AuditId audit,
        Uai uai,
        String name,
        SchoolType schoolType,
        String commune,
        AuditState state,
        @Nullable Double coverage,
        @Nullable Double conformity,
        @Nullable Double baseConformity,
        String weakest) {

    /** The row as it is digested: the same in every version of Java, which says so neither of records nor of numbers. */
    String line() {
        return String.join(
                "\t",
                audit.toString(),
                uai.value(),
                name,
                schoolType.name(),
                commune,
                state.name(),
                bits(coverage),
                bits(conformity),
                bits(baseConformity),
                weakest);
    }

    private static String bits(@Nullable Double share) {
        return share == null ? "" : Long.toHexString(Double.doubleToLongBits(share));
    }
}
