package fr.preau.shared;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import fr.preau.audit.NewAnswer;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An answer for many schools, as the API sends it to be previewed, then applied.
 *
 * @param set written form of the set, see {@link SchoolSet#code}
 * @param schools UAIs, for a list
 * @param overwrite the fates to overwrite although they are kept otherwise
 * @param seen digest that the preview gave; not needed for a preview
 */
public record NewShared(
        @JsonProperty(required = true) long campaign,

        @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL)
        String unit,

        @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL)
        String control,

        @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL)
        String set,

        @JsonSetter(contentNulls = Nulls.FAIL) @Nullable List<String> schools,

        @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL)
        Verdict verdict,

        @Nullable String comment,

        @JsonSetter(contentNulls = Nulls.FAIL) @Nullable Set<Fate> overwrite,

        @Nullable String seen) {

    @Override
    public List<String> schools() {
        return schools == null ? List.of() : schools;
    }

    @Override
    public Set<Fate> overwrite() {
        return overwrite == null ? Set.of() : overwrite;
    }

    Proposal proposal() {
        return new Proposal(
                new CampaignId(campaign),
                UnitId.fromString(unit),
                ControlCode.fromString(control),
                SchoolSet.parse(set, schools()),
                new NewAnswer(verdict, comment));
    }

    /** The digest, without which nothing is applied. */
    String known() {
        if (seen == null || seen.isBlank()) {
            throw Refusal.invalid("seen", "shared.seen.none");
        }
        return seen;
    }
}
