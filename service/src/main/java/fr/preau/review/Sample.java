package fr.preau.review;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.SampleId;
import fr.preau.kernel.UnitId;
import fr.preau.web.AuthorJson;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Schools drawn at random for a visit.
 *
 * @param asked how many one asked for
 * @param frame from how many they were drawn
 * @param digest SHA-256 of the UAI of these, in order, one a line
 * @param drawn how many were
 * @param visited of those, how many have a record
 */
public record Sample(
        SampleId id,
        CampaignId campaign,
        String campaignName,
        UnitId unit,
        Strata strata,
        long seed,
        int asked,
        int frame,
        String digest,
        Instant at,
        @JsonSerialize(using = AuthorJson.class) @Nullable String authorName,
        int drawn,
        int visited) {
    public String href() {
        return "/echantillons/" + id;
    }
}
