package fr.preau.edition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** A dossier as the JSON that is kept and digested: written once, then only read. */
final class DossierFile {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private DossierFile() {}

    static String write(FrozenDossier dossier) {
        try {
            return JSON.writeValueAsString(dossier);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a dossier is made of records", e);
        }
    }

    static FrozenDossier read(String text) {
        try {
            return JSON.readValue(text, FrozenDossier.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept dossier can't be read", e);
        }
    }
}
