package fr.preau.shared;

import fr.preau.access.Grant;
import fr.preau.access.Placement;
import fr.preau.access.Role;
import fr.preau.audit.Answering;
import fr.preau.audit.Audit;
import fr.preau.audit.AuditState;
import fr.preau.checklist.Party;
import fr.preau.checklist.SchoolType;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.Uai;
import fr.preau.kernel.UnitId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One school of an owner in a campaign. */
public record RosterLine(
        AuditId id,
        Uai uai,
        String schoolName,
        SchoolType schoolType,
        String commune,
        String communeName,
        String department,
        String academy,
        String region,
        @Nullable String collectivity,
        @Nullable String presentCollectivity,
        AuditState state) {

    /** The parties whose controls an agent of the owner answers here. */
    List<Party> parties(UnitId owner) {
        Placement present = new Placement(uai, department, academy, region, presentCollectivity);
        List<Grant> grants = List.of(new Grant(Role.AGENT, owner));
        return Arrays.stream(Party.values())
                .filter(party -> Answering.writesFor(grants, Audit.running(present, collectivity), party)
                        .isPresent())
                .toList();
    }
}
