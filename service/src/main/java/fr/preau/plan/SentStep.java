package fr.preau.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;

/** A step of an action's life, as the API sends it. */
public record SentStep(
        @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL)
        ActionStep step) {}
