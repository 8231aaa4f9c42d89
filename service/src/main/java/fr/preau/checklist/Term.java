package fr.preau.checklist;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A code of one of the file's closed lists (parties, types of school, types of evidence) with its French label. */
public record Term(
        @JsonProperty("code") String code,
        @JsonProperty("libelle") String label) {}
