package fr.preau.review;

import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * A sample to draw.
 *
 * @param seed null for one drawn by the service
 */
public record NewSample(
        CampaignId campaign,
        UnitId unit,
        Strata strata,
        int size,
        @Nullable Long seed) {
    /** Most schools of one sample: more than anybody visits. */
    public static final int MOST = 500;

    /** Greatest seed: nine digits are enough, and any program reads them whole. */
    private static final long GREATEST = 999_999_999;

    public NewSample {
        if (size < 1 || size > MOST) {
            throw Refusal.invalid("size", "review.sample.size", MOST);
        }
        if (seed != null && (seed < 0 || seed > GREATEST)) {
            throw Refusal.invalid("seed", "review.sample.seed.form");
        }
    }
}
