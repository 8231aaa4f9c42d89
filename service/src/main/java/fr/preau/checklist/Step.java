package fr.preau.checklist;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;

/** One step, 1 to 3, of a scale of the file (weight, gain, effort) with its French label. */
public record Step(
        @JsonProperty("pas") @JsonAlias({"poids", "gain", "effort"})
        int step,

        @JsonProperty("libelle") String label) {}
