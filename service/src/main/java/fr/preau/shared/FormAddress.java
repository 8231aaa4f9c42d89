package fr.preau.shared;

import fr.preau.kernel.CampaignId;
import fr.preau.kernel.SharedAnswerId;
import fr.preau.kernel.UnitId;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Which form of a control an address opens: for whom, what is to be changed, and what has just been applied before it. */
public final class FormAddress {
    @QueryParam("campagne")
    @Nullable
    CampaignId campaign;

    @QueryParam("unite")
    @Nullable
    UnitId owner;

    /** The shared answer that the form holds to be changed. */
    @QueryParam("depuis")
    @Nullable
    SharedAnswerId from;

    /** The set of the control before: who answers a theme for the collèges goes on with the collèges. */
    @QueryParam("groupe")
    @DefaultValue("ALL")
    String set = "ALL";

    /** The shared answer that was applied to come here, to how many answers. */
    @QueryParam("faite")
    @Nullable
    SharedAnswerId done;

    @QueryParam("reponses")
    int answers;

    /** What was applied just before, null when nothing was. */
    SharedAnswers.@Nullable Done done() {
        return done == null ? null : new SharedAnswers.Done(done, Math.max(0, answers));
    }

    /** What the address of the next form carries of an application. */
    static String after(SharedForm form, SharedAnswers.Done done) {
        return "&groupe=" + form.set() + "&faite=" + done.id() + "&reponses=" + done.answers();
    }
}
