package fr.preau.checklist;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A level as the file names it; the file's code repeats the name of the level. */
public record LevelLabel(
        @JsonProperty("niveau") Level level,
        @JsonProperty("code") String code,
        @JsonProperty("libelle") String label) {}
