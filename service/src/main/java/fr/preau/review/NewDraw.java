package fr.preau.review;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** A sample to draw, as the API takes it; see {@link NewSample}. */
public record NewDraw(
        @JsonProperty(required = true) long campaign,

        @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL)
        String unit,

        @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL)
        Strata strata,

        @JsonProperty(required = true) int size,
        @Nullable Long seed) {

    NewSample sample() {
        return new NewSample(new CampaignId(campaign), UnitId.fromString(unit), strata, size, seed);
    }
}
