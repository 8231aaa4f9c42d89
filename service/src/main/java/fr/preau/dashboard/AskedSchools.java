package fr.preau.dashboard;

import fr.preau.audit.Cut;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which of a unit's schools an address asks for; see {@link SchoolFilter}. */
public final class AskedSchools {
    @QueryParam("etat")
    @DefaultValue("")
    String state = "";

    @QueryParam("reponse")
    @DefaultValue("")
    String answer = "";

    @QueryParam("tranche")
    @DefaultValue("")
    String band = "";

    /** A collectivity of the unit, or none. */
    @QueryParam("dans")
    @DefaultValue("")
    String within = "";

    @QueryParam("sauf")
    @Nullable
    CampaignId without;

    @QueryParam("aussi")
    List<CampaignId> also = List.of();

    /** Last audit of the part before. */
    @QueryParam("apres")
    @Nullable
    AuditId after;

    SchoolFilter filter(Asked asked) {
        return SchoolFilter.of(asked.type, state, asked.control, answer, band)
                .narrowed(asked.narrowing())
                .of(Cut.of(within), new Past(without, also));
    }
}
