package fr.preau.checklist;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A family of controls, such as {@code SAU} « Sauvegarde et continuité ». */
public record Theme(
        @JsonProperty("code") String code,
        @JsonProperty("ordre") int position,
        @JsonProperty("titre") String title,
        @JsonProperty("description") String description) {}
